import { createHash } from 'node:crypto'
import { CallbackStatus, callbackBodySchema } from '@lectern/shared'
import type { CallbackBody } from '@lectern/shared'

/** A callback in our own words, made of verified claims only. */
export interface Callback {
  key: string
  status: CallbackStatus
  url?: string
  fileType?: string
  changesUrl?: string
  history?: unknown
  /** In presence callbacks all who have it open, in saves the last author. */
  users: string[]
  actions: { type: number; userId: string }[]
  forceSaveType?: number
  userData?: string
  lastSave?: string
  /** Equal for the same callback sent again, whose links carry new signatures. */
  payloadHash: string
}

const presence: readonly CallbackStatus[] = [CallbackStatus.Editing, CallbackStatus.ClosedUnchanged]

/** Tells whether a callback only says who has the document open. */
export function isPresence(status: CallbackStatus): boolean {
  return presence.includes(status)
}

/** Reads verified claims as a callback, or gives undefined when they are something else. */
export function parseCallback(claims: Record<string, unknown>): Callback | undefined {
  const parsed = callbackBodySchema.safeParse(claims)
  if (!parsed.success) return undefined
  const body = parsed.data
  return {
    key: body.key,
    status: body.status,
    url: body.url,
    fileType: body.filetype?.toLowerCase(),
    changesUrl: body.changesurl,
    history: body.history,
    users: body.users ?? [],
    actions: (body.actions ?? []).map(({ type, userid }) => ({ type, userId: userid })),
    forceSaveType: body.forcesavetype,
    userData: body.userdata,
    lastSave: body.lastsave ?? undefined,
    payloadHash: hashOf(body),
  }
}

/** The last author of a save: `users` names them; older servers leave them to the history. */
export function lastAuthorOf(callback: Callback): string | undefined {
  return callback.users.at(-1) ?? callback.actions.at(-1)?.userId
}

function hashOf(body: CallbackBody): string {
  const identity = {
    ...body,
    url: withoutQuery(body.url),
    changesurl: withoutQuery(body.changesurl),
    formsdataurl: withoutQuery(body.formsdataurl),
  }
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex')
}

function withoutQuery(url: string | undefined): string | undefined {
  return url?.split('?', 1)[0]
}
