import type { Clock } from '../../lib/clock.js'
import { reasonOf } from '../../lib/errors.js'
import { createSerial } from '../../lib/serial.js'
import type { KeptParticipant } from '../documents/index.js'
import { saveRecord } from './session-state.js'
import type { Member, SessionDependencies, SessionState } from './session-state.js'

/** Keeps the state of a document on disk while people change it. */
export interface Snapshots {
  /** There is something new to keep. */
  touch: () => void
  /** True while something is not on disk. */
  isDirty: () => boolean
  /** Keeps the present state now; does nothing when it is kept already. Throws when the engine fails. */
  take: () => Promise<void>
  /** The engine is a new one which holds the kept state. */
  reset: () => void
  stop: () => void
}

/**
 * The engine applies keys and tells cursors a little after it has taken them. A state is therefore kept in a pause
 * between two keys; somebody who never pauses gets one all the same.
 */
const pauseMs = 100
const longestWaitMs = 1_000

/** A long save must not become the only thing that the engine does. */
const restFactor = 4

/** Creates the keeper of one session. */
export function createSnapshots(state: SessionState, deps: SessionDependencies): Snapshots {
  const { clock, log, limits } = deps
  const serial = createSerial()
  let dirty = false
  let lastTakenAt = Number.NEGATIVE_INFINITY
  let lastDurationMs = 0
  let cancelTimer: (() => void) | undefined
  let number = 0

  function schedule(): void {
    if (cancelTimer || !dirty) return
    const intervalMs = Math.max(limits.snapshotIntervalMs, lastDurationMs * restFactor)
    const delayMs = Math.max(limits.snapshotDelayMs, lastTakenAt + intervalMs - clock.now())
    cancelTimer = clock.after(delayMs, () => {
      cancelTimer = undefined
      take().catch((cause: unknown) => {
        log.warn({ key: state.key, reason: reasonOf(cause) }, 'The state of a document could not be kept')
        schedule()
      })
    })
  }

  const take = () => serial.run(takeNow)

  async function takeNow(): Promise<void> {
    if (!dirty) return
    await untilPause(state, clock)
    const { document } = state
    if (!document) return
    const startedAt = clock.now()
    lastTakenAt = startedAt
    dirty = false
    // The engine takes its messages in order: all that was sent before the save is in it.
    const seqs = new Map([...state.members.values()].map((member) => [member.id, member.receivedSeq]))
    let participants: Record<string, KeptParticipant>
    try {
      const bytes = await document.save(state.record.fileType)
      participants = keptParticipants(state, seqs)
      await keep(bytes, participants)
    } catch (cause) {
      dirty = true
      throw cause
    } finally {
      lastDurationMs = clock.now() - startedAt
    }
    state.recoveries = 0
    for (const [id, kept] of Object.entries(participants)) tellDurable(state.members.get(id), kept.lastSeq)
    schedule()
  }

  async function keep(bytes: Uint8Array, participants: Record<string, KeptParticipant>): Promise<void> {
    number += 1
    const file = `snapshot-${clock.now()}-${number}.${state.record.fileType}`
    await deps.store.writeFile(state.key, file, bytes)
    const previous = state.record.snapshot?.file
    state.record.snapshot = { file, participants }
    await saveRecord(state, deps)
    if (previous) await deps.store.removeFile(state.key, previous)
  }

  return {
    touch: () => {
      dirty = true
      schedule()
    },
    isDirty: () => dirty,
    take,
    reset: () => {
      dirty = false
      cancelTimer?.()
      cancelTimer = undefined
    },
    stop: () => {
      cancelTimer?.()
      cancelTimer = undefined
    },
  }
}

async function untilPause(state: SessionState, clock: Clock): Promise<void> {
  const startedAt = clock.now()
  for (;;) {
    const now = clock.now()
    const busy = [...state.members.values()].some((member) => member.inFlight > 0)
    if (now - startedAt >= longestWaitMs || (!busy && now - state.lastInputAt >= pauseMs)) return
    await new Promise<void>((resolve) => void clock.after(pauseMs / 4, resolve))
  }
}

function keptParticipants(state: SessionState, seqs: Map<string, number>): Record<string, KeptParticipant> {
  const kept = [...state.members.values()].map((member): [string, KeptParticipant] => [
    member.id,
    {
      userId: member.claims.userId,
      name: member.claims.userName,
      // Who joined while the engine saved has nothing in this state yet.
      lastSeq: seqs.get(member.id) ?? 0,
      part: member.part,
      cursor: member.cursor,
    },
  ])
  return Object.fromEntries(kept)
}

function tellDurable(member: Member | undefined, seq: number): void {
  if (!member || seq < member.durableSeq) return
  const hadUnsaved = member.changedSeq > member.durableSeq
  member.durableSeq = seq
  member.connection?.send({ type: 'ack', seq: Math.max(member.appliedSeq, seq), durableSeq: seq })
  if (hadUnsaved && member.changedSeq <= seq) member.connection?.send({ type: 'modified', value: false })
}
