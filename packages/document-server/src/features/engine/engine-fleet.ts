import type { Logger } from 'pino'
import type { Clock } from '../../lib/clock.js'
import type { EngineProcess } from './engine-process.js'
import { createEngineSupervisor } from './engine-supervisor.js'
import { EngineError } from './engine.types.js'
import { isMachineIdle } from './engine-memory.js'
import { choosePlace, documentsIn, needsSpare } from './placement.js'
import type { OpenPurpose, Place, PlacementLimits, Wish } from './placement.js'
import { residentBytes } from './resident-bytes.js'
import { createWaitingLine } from './waiting-line.js'
import type { Waiting } from './waiting-line.js'

export interface FleetOptions {
  startProcess: () => EngineProcess
  clock: Clock
  log: Logger
  maxProcesses: number
  maxDocumentsPerProcess: number
  fullBytes: number
  onEnd: (process: EngineProcess) => void
  readBytes?: (pid: number) => number
  /** Whether the machine has time for the start of a spare engine. */
  isIdle?: () => boolean
}

/** A document's place in a process, from before it is opened until it is closed. */
export interface Seat {
  readonly process: EngineProcess
  leave: () => void
}

interface FleetPlace extends Place {
  process: EngineProcess
}

const tendEveryMs = 1_000
const quietAfterMs = 2_000
/** Whoever has just opened a document is about to type. */
const settledAfterMs = 5_000
/** Conversions wait for a pause in the typing, but not for ever. */
const patienceMs: Record<OpenPurpose, number> = { edit: 0, convert: 10_000, preview: 60_000 }
const idleProcessMs = 120_000
const maxWaiting = 200

/** The engine processes and who has a place in them: a warm spare while memory lasts, a line to wait in when it does not. */
export function createEngineFleet(options: FleetOptions) {
  const { clock, maxProcesses, readBytes = residentBytes, isIdle = isMachineIdle } = options
  const seats = new Map<Seat, OpenPurpose>()
  const line = createWaitingLine<Seat>()
  const emptySince = new Map<EngineProcess, number>()
  const awaitingReady: { resolve: () => void; reject: (error: Error) => void }[] = []
  let lastInputAt = -quietAfterMs
  let lastSeatAt = -settledAfterMs
  const typingSince = new Map<OpenPurpose, number>()

  const supervisor = createEngineSupervisor({
    ...options,
    onChange: serve,
    onEnd(process) {
      emptySince.delete(process)
      for (const seat of [...seats.keys()]) if (seat.process === process) seats.delete(seat)
      options.onEnd(process)
    },
  })

  function places(): FleetPlace[] {
    return supervisor.list().map((process) => {
      const purposes = [...seats].filter(([seat]) => seat.process === process).map(([, purpose]) => purpose)
      const editing = purposes.filter((purpose) => purpose === 'edit').length
      const rssBytes = readBytes(process.pid)
      return { process, ready: process.isReady(), editing, converting: purposes.length - editing, rssBytes }
    })
  }

  function limits(purpose?: OpenPurpose): PlacementLimits {
    const now = clock.now()
    const isTired = purpose !== undefined && now - (typingSince.get(purpose) ?? now) >= patienceMs[purpose]
    const isQuiet = isTired || now - lastInputAt >= quietAfterMs
    const isCalm = isTired || (isQuiet && now - lastSeatAt >= settledAfterMs)
    // Processes between two starts count: the place is theirs.
    const mayRun = maxProcesses - supervisor.pausing()
    const { maxDocumentsPerProcess, fullBytes } = options
    return { maxProcesses: mayRun, maxDocumentsPerProcess, fullBytes, isQuiet, isCalm }
  }

  function takeSeat(process: EngineProcess, { purpose }: Wish): Seat {
    const seat: Seat = {
      process,
      leave: () => {
        if (seats.delete(seat)) serve()
      },
    }
    seats.set(seat, purpose)
    emptySince.delete(process)
    if (purpose === 'edit') lastSeatAt = clock.now()
    return seat
  }

  function offer(wish: Wish): { process: Seat } | 'wait' | 'full' {
    const all = places()
    const placement = choosePlace(all, wish, limits(wish.purpose))
    if (typeof placement === 'object') {
      typingSince.delete(wish.purpose)
      return { process: takeSeat(placement.process.process, wish) }
    }
    if (placement === 'grow') supervisor.grow()
    if (placement === 'typing' && !typingSince.has(wish.purpose)) typingSince.set(wish.purpose, clock.now())
    // Without any process that runs, the first one is between two starts.
    return placement === 'full' && all.length > 0 ? 'full' : 'wait'
  }

  function serve() {
    if (supervisor.isStopped()) return
    line.serve(offer)
    if (supervisor.list().some((process) => process.isReady()))
      for (const { resolve } of awaitingReady.splice(0)) resolve()
  }

  function tend() {
    line.sweep(new EngineError('BUSY', 'Nobody waits for this document any more.'))
    serve()
    const all = places()
    const mayStart = supervisor.pausing() === 0
    if (mayStart && needsSpare(all, limits()) && isIdle()) supervisor.grow()
    dismissSurplus(all)
    for (const { process } of all) process.check()
  }

  function dismissSurplus(all: FleetPlace[]) {
    const empty = all.filter((place) => place.ready && documentsIn(place) === 0)
    for (const { process, rssBytes } of empty) {
      const since = emptySince.get(process) ?? clock.now()
      emptySince.set(process, since)
      const isSurplus = empty.length > 1 && clock.now() - since >= idleProcessMs
      // What documents left behind does not go away otherwise; a new process takes its place.
      const isWorn = rssBytes >= options.fullBytes
      if (!isSurplus && !isWorn) continue
      supervisor.dismiss(process, isWorn ? 'It holds too much memory.' : 'It is not needed any more.')
      if (isWorn) supervisor.grow()
      return
    }
  }

  supervisor.grow()
  let cancelTend = clock.after(tendEveryMs, function again() {
    tend()
    cancelTend = clock.after(tendEveryMs, again)
  })

  return {
    places,
    waiting: () => line.size(),
    isStopped: () => supervisor.isStopped(),
    /** Resolves when at least one process takes documents. */
    ready(): Promise<void> {
      if (supervisor.list().some((process) => process.isReady())) return Promise.resolve()
      if (supervisor.isStopped()) return Promise.reject(stopping())
      return new Promise((resolve, reject) => awaitingReady.push({ resolve, reject }))
    },
    noteInput() {
      lastInputAt = clock.now()
    },
    /** Gives a seat, waiting for one if needed; rejects with BUSY when too many wait, LOST when the fleet stops. */
    seat(wish: Wish, waiting: Waiting = {}): Promise<Seat> {
      if (supervisor.isStopped()) return Promise.reject(stopping())
      if (line.size() >= maxWaiting && !waiting.urgent)
        return Promise.reject(
          new EngineError('BUSY', 'Too many documents are open. Close some, or try again later.'),
        )
      return new Promise((resolve, reject) => {
        line.join({ ...waiting, wish, resolve, reject })
        serve()
      })
    },
    async stop() {
      cancelTend()
      const stopped = supervisor.stop()
      line.rejectAll(stopping())
      for (const { reject } of awaitingReady.splice(0)) reject(stopping())
      await stopped
    },
  }
}

function stopping(): EngineError {
  return new EngineError('LOST', 'The engine is being stopped.')
}
