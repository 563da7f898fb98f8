import { CallbackActionType } from '@lectern/shared'
import { presenceBody } from '../callback/index.js'
import type { CallbackOutcome } from '../callback/index.js'
import { editingUserIds, saveRecord } from './session-state.js'
import type { Member, SessionDependencies, SessionState } from './session-state.js'

/** Tells the portal that an editor joined (callback 1); gives its answer. */
export async function announceJoin(
  state: SessionState,
  { id, claims }: Member,
  deps: SessionDependencies,
): Promise<CallbackOutcome> {
  const { record } = state
  if (record.editors.some((editor) => editor.participantId === id)) return 'accepted'
  record.state = 'open'
  record.callbackUrl = claims.callbackUrl ?? record.callbackUrl
  const { userId, userName: name, groups } = claims
  record.editors.push({ participantId: id, userId, name, groups })
  await saveRecord(state, deps)
  return tellPresence(state, deps, { action: { type: CallbackActionType.Joined, userId: claims.userId } })
}

/** Tells the portal that an editor left: 1 while others are there, 4 when nobody is. */
export async function announceLeave(
  state: SessionState,
  userId: string,
  deps: SessionDependencies,
): Promise<void> {
  await tellPresence(state, deps, { action: { type: CallbackActionType.Left, userId } })
}

/** Posts who edits at present. */
export async function tellPresence(
  { key, record }: SessionState,
  { callbacks }: SessionDependencies,
  details: { action?: { type: 0 | 1; userId: string }; userData?: string },
): Promise<CallbackOutcome> {
  if (!record.callbackUrl) return 'accepted'
  const body = presenceBody(key, editingUserIds(record), details)
  return callbacks.send(record.callbackUrl, () => body, { retry: false })
}
