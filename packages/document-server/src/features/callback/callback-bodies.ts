import { CallbackActionType, CallbackStatus } from '@lectern/shared'
import type { CallbackBody, ForceSaveType } from '@lectern/shared'
import type { ChangeRun, DocumentRecord } from '../documents/index.js'

/** Version that callbacks and the command service report: the protocol's, which the recordings show. */
export const protocolVersion = '9.3.0'
/** Last number of the version: Lectern's own build count. */
export const buildNumber = 0

/** Fields of a callback that carries a result. */
export interface ResultFields {
  url: string
  changesurl: string | undefined
  documentSha256: string
  /** Of a form that was handed in: what it was filled in with, as JSON. */
  formsdataurl: string | undefined
}

/** Status 1 or 4 in answer to a join, a leave or the command `info`. */
export function presenceBody(
  key: string,
  users: string[],
  { action, userData }: { action?: { type: 0 | 1; userId: string }; userData?: string } = {},
): CallbackBody {
  return {
    key,
    status: users.length > 0 ? CallbackStatus.Editing : CallbackStatus.ClosedUnchanged,
    ...(users.length > 0 && { users }),
    ...(action && { actions: [{ type: action.type, userid: action.userId }] }),
    ...(userData !== undefined && { userdata: userData }),
  }
}

/** Status 2, or 3 when there is no result. */
export function finalBody(
  record: DocumentRecord,
  lastUserId: string,
  result: ResultFields | undefined,
): CallbackBody {
  const actions = [{ type: CallbackActionType.Left, userid: lastUserId }]
  const users = [record.lastEditor?.id ?? lastUserId]
  // Without an own change of the forgotten copy the recorded server knows neither history nor `notmodified`.
  const notmodified = record.changed ? !record.changedSinceSave : null
  const common = { users, actions, lastsave: lastSave(record), notmodified }
  if (!result) return { key: record.key, status: CallbackStatus.SaveFailed, ...common }
  return {
    key: record.key,
    status: CallbackStatus.ReadyToSave,
    ...resultFields(record, result),
    ...common,
    filetype: record.fileType,
  }
}

/** What asked for a force save. */
export interface ForceSaveCause {
  type: ForceSaveType
  userData?: string
  /** Who pressed the button. */
  userId?: string
}

/** Status 6, or 7 when there is no result. */
export function forceSaveBody(
  record: DocumentRecord,
  cause: ForceSaveCause,
  result: ResultFields | undefined,
): CallbackBody {
  const common = {
    users: record.lastEditor ? [record.lastEditor.id] : [],
    ...(cause.userId !== undefined && { actions: [{ type: 2, userid: cause.userId }] }),
    ...(cause.userData !== undefined && { userdata: cause.userData }),
    lastsave: lastSave(record),
    forcesavetype: cause.type,
  }
  if (!result) return { key: record.key, status: CallbackStatus.ForceSaveFailed, ...common }
  return {
    key: record.key,
    status: CallbackStatus.ForceSaved,
    ...resultFields(record, result),
    ...common,
    filetype: record.fileType,
    ...(result.formsdataurl !== undefined && { formsdataurl: result.formsdataurl }),
  }
}

function resultFields(record: DocumentRecord, { url, changesurl, documentSha256 }: ResultFields) {
  if (!changesurl) return { url, history: {} }
  const changes = newestRuns(record.changes).map((run) => historyEntry(run, documentSha256))
  return { url, changesurl, history: { serverVersion: protocolVersion, changes } }
}

/** A callback's body is in its header too, in the token, and many portals take no more than 16 kB of headers. */
const maxHistoryEntries = 20

/** Gives the newest runs of changes; of the older ones those whose author has no newer one stay. */
function newestRuns(changes: ChangeRun[]): ChangeRun[] {
  const kept = [...changes]
  while (kept.length > maxHistoryEntries) {
    const repeated = kept.findIndex(({ user }, index) =>
      kept.some((other, place) => place > index && other.user.id === user.id),
    )
    kept.splice(Math.max(0, repeated), 1)
  }
  return kept
}

function historyEntry(run: ChangeRun, documentSha256: string) {
  return { documentSha256, created: wireTime(run.startedAt), user: run.user }
}

/** `2026-11-21 22:17:42`, UTC. */
function wireTime(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ')
}

function lastSave(record: DocumentRecord): string {
  if (record.lastChangeAt === undefined) return new Date(record.updatedAt).toISOString()
  return `${new Date(record.lastChangeAt).toISOString().slice(0, 19)}.000Z`
}
