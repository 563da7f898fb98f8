import { reasonOf } from '../../lib/errors.js'
import { runLater } from './later.js'
import { detach, forgetOther } from './members.js'
import { announceLeave } from './presence.js'
import { finalSave } from './saving.js'
import { saveRecord, tellParticipants } from './session-state.js'
import type { Connection, Member, SessionCore } from './session-state.js'

/** The line broke: the member may come back within the grace time. */
export function loseMember(
  core: SessionCore,
  member: Member,
  connection: Connection | undefined,
  graceMs: number,
) {
  if (core.state.ended || member.connection !== connection) return
  member.connection = undefined
  member.ready = false
  member.cancelGrace?.()
  member.cancelGrace = core.deps.clock.after(graceMs, () => runLater(core, () => leave(core, member)))
}

/** Takes a member out for good, and tells the portal when it was an editor. */
export async function leave(core: SessionCore, member: Member): Promise<void> {
  const { state, deps } = core
  // What the page sent before it left may be waiting.
  await state.held?.over
  if (state.members.get(member.id) !== member) return
  state.members.delete(member.id)
  member.cancelGrace?.()
  detach(state, member, deps.log)
  state.departed.set(member.id, { userId: member.claims.userId, seq: member.receivedSeq })
  forgetOther(state, member.id)
  tellParticipants(state)
  const { record } = state
  const wasEditor = record.editors.some((editor) => editor.participantId === member.id)
  record.editors = record.editors.filter((editor) => editor.participantId !== member.id)
  if (!wasEditor) return endIfEmpty(core)
  if (record.editors.length === 0) return lastEditorLeft(core, member.claims.userId)
  await saveRecord(state, deps)
  await announceLeave(state, member.claims.userId, deps)
}

async function lastEditorLeft(core: SessionCore, userId: string): Promise<void> {
  const { state, deps, snapshots } = core
  const { record } = state
  if (!record.changed && !record.forceSaved && !record.fromForgotten) {
    record.state = 'closed'
    record.journal = state.journal.cut()
    await saveRecord(state, deps)
    await announceLeave(state, userId, deps)
    return endIfEmpty(core)
  }
  await saveRecord(state, deps)
  // The engine writes the document while the delay runs, so that the callback need not wait for it.
  snapshots.take().catch((cause: unknown) => {
    deps.log.warn(
      { key: state.key, reason: reasonOf(cause) },
      'The state of a closing document could not be kept',
    )
  })
  state.cancelSave = deps.clock.after(deps.limits.saveDelayMs, () => {
    state.cancelSave = undefined
    runLater(core, () => finish(core, userId))
  })
}

/** Saves the document in the portal when nobody came back to edit it. */
export async function finish(core: SessionCore, lastUserId: string): Promise<void> {
  const { state, deps } = core
  if (state.ended || state.record.editors.length > 0) return
  await finalSave(core, lastUserId)
  for (const viewer of state.members.values()) {
    viewer.cancelGrace?.()
    viewer.connection?.send({ type: 'outdated' })
    detach(state, viewer, deps.log)
  }
  state.members.clear()
  await endIfEmpty(core)
}

/** Closes the document when nobody is left and nothing waits to be saved. */
export async function endIfEmpty({ state, snapshots, deps, onEnd }: SessionCore): Promise<void> {
  if (state.members.size > 0 || state.ended || state.cancelSave) return
  state.ended = true
  snapshots.stop()
  onEnd()
  const { document } = state
  state.document = undefined
  await document?.close().catch((cause: unknown) => {
    deps.log.warn({ key: state.key, reason: reasonOf(cause) }, 'An engine did not close a document')
  })
  await closeJournal({ state, deps })
}

/** Lets go of the journal; what a record of the past does not need any more is removed. */
async function closeJournal({ state, deps }: Pick<SessionCore, 'state' | 'deps'>): Promise<void> {
  try {
    await state.journal.close()
    await state.journal.removeBefore(state.record.journal)
  } catch (cause) {
    deps.log.warn({ key: state.key, reason: reasonOf(cause) }, 'A journal could not be removed')
  }
}
