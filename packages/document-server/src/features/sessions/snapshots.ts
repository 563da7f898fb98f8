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
    const { document } = state
    if (!dirty || !document) return
    const startedAt = clock.now()
    lastTakenAt = startedAt
    dirty = false
    const participants = keptParticipants(state)
    try {
      const bytes = await document.save(state.record.fileType)
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

function keptParticipants(state: SessionState): Record<string, KeptParticipant> {
  const kept = [...state.members.values()].map((member): [string, KeptParticipant] => [
    member.id,
    {
      userId: member.claims.userId,
      name: member.claims.userName,
      lastSeq: member.appliedSeq,
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
  member.connection?.send({ type: 'ack', seq: member.appliedSeq, durableSeq: seq })
  if (hadUnsaved && member.changedSeq <= seq) member.connection?.send({ type: 'modified', value: false })
}
