import { reasonOf } from '../../lib/errors.js'
import type { Departed } from '../documents/index.js'
import { placeOf } from './cursor-place.js'
import { runLater } from './later.js'
import { detach, forgetOther } from './members.js'
import { announceLeave } from './presence.js'
import { finalSave } from './saving.js'
import { saveRecord, tellParticipants } from './session-state.js'
import type { Connection, Member, SessionCore, SessionState } from './session-state.js'

/** Views cost the engine some time with each change. */
const maxAway = 20
const longestAwayMs = 10 * 60_000

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
  member.cancelGrace = core.deps.clock.after(graceMs, () =>
    runLater(core, () => leave(core, member, { mayReturn: true })),
  )
}

/** Takes a member out, and tells the portal when it was an editor. */
export async function leave(core: SessionCore, member: Member, { mayReturn = false } = {}): Promise<void> {
  const { state, deps } = core
  // What the page sent before it left may be waiting.
  await state.held?.over
  if (state.members.get(member.id) !== member) return
  await hearLastMoves(core, member)
  if (state.members.get(member.id) !== member) return
  state.members.delete(member.id)
  member.cancelGrace?.()
  const departed = departedOf(state, member)
  if (mayReturn && state.members.size > 0) keepAway(core, member)
  else detach(state, member, deps.log)
  state.departed.set(member.id, departed)
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

function departedOf({ sealedPassword }: SessionState, member: Member): Departed {
  const { cellText, ...place } = placeOf(member)
  // What is being written into a cell of a protected file goes on no disk.
  const isOpenText = cellText !== undefined && sealedPassword === undefined
  // Fields of PDF forms are filled in wherever the cursor is.
  const isKnown = place.cursor !== null || place.cell !== undefined || member.claims.documentType === 'pdf'
  return {
    userId: member.claims.userId,
    seq: member.receivedSeq,
    ...(isKnown && { place: { ...place, ...(isOpenText && { cellText }) } }),
  }
}

/** What others write moves the cursor of a view: without it, who comes back would go on at a wrong place. */
function keepAway({ state, deps }: SessionCore, member: Member): void {
  if (!member.view || !member.claims.canChange) {
    detach(state, member, deps.log)
    return
  }
  const letGo = (other: Member) => {
    other.cancelGrace?.()
    if (state.away.delete(other.id)) detach(state, other, deps.log)
  }
  state.away.set(member.id, member)
  member.cancelGrace = deps.clock.after(longestAwayMs, () => letGo(member))
  const [longest] = state.away.values()
  if (longest && state.away.size > maxAway) letGo(longest)
}

/** The engine tells a little later where the last input has led. */
async function hearLastMoves({ state, deps }: SessionCore, member: Member): Promise<void> {
  if (!member.view || !member.claims.canChange) return
  await state.document?.settle().catch((cause: unknown) => {
    deps.log.debug({ key: state.key, reason: reasonOf(cause) }, 'The last place of somebody is not known')
  })
}

async function lastEditorLeft(core: SessionCore, userId: string): Promise<void> {
  const { state, deps, snapshots } = core
  const { record } = state
  if (!record.changed && !record.forceSaved && !record.fromForgotten) {
    record.state = 'closed'
    record.departed = Object.fromEntries(state.departed)
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
  for (const member of state.away.values()) member.cancelGrace?.()
  state.away.clear()
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
