import { z } from 'zod'

/** Status of a callback that a document server posts to `editorConfig.callbackUrl`. */
export const CallbackStatus = {
  Editing: 1,
  ReadyToSave: 2,
  SaveFailed: 3,
  ClosedUnchanged: 4,
  ForceSaved: 6,
  ForceSaveFailed: 7,
} as const
export type CallbackStatus = (typeof CallbackStatus)[keyof typeof CallbackStatus]

/** What made a force save happen (`forcesavetype`). */
export const ForceSaveType = { Command: 0, Button: 1, Timer: 2, FormSubmit: 3 } as const
export type ForceSaveType = (typeof ForceSaveType)[keyof typeof ForceSaveType]

/** A participant left (0) or joined (1) the session. */
export const CallbackActionType = { Left: 0, Joined: 1 } as const
export type CallbackActionType = (typeof CallbackActionType)[keyof typeof CallbackActionType]

const actionSchema = z.object({ type: z.number().int(), userid: z.string() })

const historySchema = z.object({
  serverVersion: z.string().optional(),
  changes: z.unknown().optional(),
})

/**
 * Body of a callback, in wire spelling. Unknown fields are dropped, fields of newer servers do no harm.
 * Source: ONLYOFFICE API, "Callback handler", and the recordings of a 9.3 server.
 */
export const callbackBodySchema = z.object({
  key: z.string().min(1).max(128),
  status: z.union([
    z.literal(CallbackStatus.Editing),
    z.literal(CallbackStatus.ReadyToSave),
    z.literal(CallbackStatus.SaveFailed),
    z.literal(CallbackStatus.ClosedUnchanged),
    z.literal(CallbackStatus.ForceSaved),
    z.literal(CallbackStatus.ForceSaveFailed),
  ]),
  url: z.string().optional(),
  filetype: z.string().optional(),
  changesurl: z.string().optional(),
  history: historySchema.optional(),
  users: z.array(z.string()).optional(),
  actions: z.array(actionSchema).optional(),
  lastsave: z.string().nullish(),
  /** A recorded server sends null here for a forgotten copy that was opened and closed. */
  notmodified: z.boolean().nullish(),
  forcesavetype: z.number().int().min(0).max(3).optional(),
  userdata: z.string().optional(),
  formsdataurl: z.string().optional(),
})
export type CallbackBody = z.infer<typeof callbackBodySchema>

/** Answer of a portal to a callback: 0 after the bytes are durable, 1 for a permanent refusal. */
export interface CallbackReply {
  error: 0 | 1
}
