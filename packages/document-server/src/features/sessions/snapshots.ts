import type { Clock } from '../../lib/clock.js'
import { reasonOf } from '../../lib/errors.js'
import type { Seal } from '../../lib/seal.js'
import { createSerial } from '../../lib/serial.js'
import type { KeptParticipant } from '../documents/index.js'
import type { EngineDocument } from '../engine/index.js'
import { placeOf } from './cursor-place.js'
import { tellDurable } from './durability.js'
import { holdInputs } from './hold.js'
import { protectionOf, sealPlace } from './passwords.js'
import { saveRecord } from './session-state.js'
import type { SessionDependencies, SessionState } from './session-state.js'

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
 * A save holds up whoever types, so a state is kept in a pause between two keys; somebody who never pauses gets one all
 * the same.
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
  // A state that is kept later would take the journal away from whoever goes on with it.
  let isStopped = false

  function schedule(): void {
    if (isStopped || cancelTimer || !dirty) return
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
    if (!document || isStopped) return
    const startedAt = clock.now()
    lastTakenAt = startedAt
    dirty = false
    let cut: Cut
    try {
      cut = await holdInputs(state, () => beginSave(document))
      await keep(await cut.saving, cut)
    } catch (cause) {
      dirty = true
      throw cause
    } finally {
      lastDurationMs = clock.now() - startedAt
    }
    state.blame.forget()
    for (const [id, kept] of Object.entries(cut.participants)) {
      const member = state.members.get(id)
      if (member) tellDurable(member, kept.lastSeq, clock)
    }
    schedule()
  }

  /** Starts the save at a moment in which all input is done, and of which all cursors are known. */
  async function beginSave(document: EngineDocument): Promise<Cut> {
    await document.settle()
    const { fileType } = state.record
    const saving = document.save(fileType, protectionOf(state, fileType))
    // It is awaited a moment later, after inputs go on.
    saving.catch(() => undefined)
    return { journal: state.journal.cut(), participants: keptParticipants(state, deps.seal), saving }
  }

  async function keep(bytes: Uint8Array, { journal, participants }: Cut): Promise<void> {
    number += 1
    const file = `snapshot-${clock.now()}-${number}.${state.record.fileType}`
    await deps.store.writeFile(state.key, file, bytes)
    const previous = state.record.snapshot?.file
    state.record.snapshot = { file, participants }
    state.record.journal = journal
    await saveRecord(state, deps)
    if (previous) await deps.store.removeFile(state.key, previous)
    await state.journal.removeBefore(journal)
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
      isStopped = true
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

/** A state that is being saved: what goes with it, and the journal that goes on from it. */
interface Cut {
  journal: number
  participants: Record<string, KeptParticipant>
  saving: Promise<Uint8Array>
}

function keptParticipants(state: SessionState, seal: Seal): Record<string, KeptParticipant> {
  const kept = [...state.members.values(), ...state.away.values()].map(
    (member): [string, KeptParticipant] => {
      const { id, claims, receivedSeq: lastSeq, viewport } = member
      const { userId, userName: name, groups, role } = claims
      const participant = { userId, name, groups, role, lastSeq, viewport, ...placeOf(member) }
      return [id, sealPlace(state, seal, participant)]
    },
  )
  return Object.fromEntries(kept)
}
