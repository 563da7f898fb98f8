import { availableParallelism, loadavg, totalmem } from 'node:os'

/** What one engine process takes with a few documents open; it starts with 1.3 GB. */
const processBytes = 1_750_000_000
/** With so much in it a process takes no further documents: the engine's own heap ends at 1 GiB. */
export const fullProcessBytes = 2_100_000_000
/** The rest is for the portal, the document server itself, the files' cache and the system. */
const shareOfMachine = 0.6

/** What the number of engine processes follows from. */
export interface EngineResources {
  /** Memory for all engine processes together. */
  memoryBytes?: number
  /** Never more processes than these. */
  maxProcesses?: number
}

export interface Machine {
  memoryBytes: number
  cores: number
}

/** The machine, or the container that the server is confined to. */
export function thisMachine(): Machine {
  const confinedTo = process.constrainedMemory()
  const memoryBytes = confinedTo > 0 ? Math.min(confinedTo, totalmem()) : totalmem()
  return { memoryBytes, cores: availableParallelism() }
}

/** Tells whether a core was free in the last minute; systems that do not know say so. */
export function isMachineIdle(): boolean {
  return (loadavg()[0] ?? 0) < availableParallelism()
}

/** Tells how many engine processes may run: one at least, and as many as memory and processor cores bear. */
export function countProcesses(
  { memoryBytes, maxProcesses }: EngineResources,
  machine: Machine = thisMachine(),
): number {
  const budget = memoryBytes ?? machine.memoryBytes * shareOfMachine
  const borne = Math.max(1, Math.floor(budget / processBytes))
  return Math.min(borne, maxProcesses ?? Math.max(2, machine.cores))
}
