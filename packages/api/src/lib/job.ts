import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from './logger.js'

export interface JobOptions {
  /** For the log, as in "emptying the bin". */
  name: string
  run: () => Promise<void>
  log: Logger
  intervalMs: number
}

/** Something that is done again and again in the background. */
export interface Job {
  /** Starts no other round, and gives the one that is running a moment to end. */
  stop(): Promise<void>
}

/** Runs something at once and then again and again, one round after the other; a failure only waits for the next. */
export function startJob({ name, run, log, intervalMs }: JobOptions): Job {
  let running: Promise<void> | undefined
  const round = () =>
    run().catch((error: unknown) => {
      log.error({ err: error }, `${name} failed`)
    })
  const begin = () => {
    running ??= round().finally(() => (running = undefined))
  }
  begin()
  const timer = setInterval(begin, intervalMs)
  return {
    async stop() {
      clearInterval(timer)
      await Promise.race([running, wait(3_000, undefined, { ref: false })])
    },
  }
}
