import { z } from 'zod'
import { cursorPlaceSchema, documentKeySchema, editorRoles } from '@lectern/shared'
import { personFields, viewportSchema } from './journal-entry.js'

const authorSchema = z.object({ id: z.string(), name: z.string() })

/** Consecutive changes of one author. */
const changeRunSchema = z.object({
  user: authorSchema,
  /** Time of the first change of the run. */
  startedAt: z.number(),
  endedAt: z.number(),
  inputs: z.number().int(),
})
export type ChangeRun = z.infer<typeof changeRunSchema>

/**
 * What a kept state contains of one participant: needed to go on after a crash as if nothing had happened. What was
 * written into a cell is sealed when the file is protected.
 */
const keptParticipantSchema = cursorPlaceSchema.extend({
  ...personFields,
  role: z.enum(editorRoles).default('editor'),
  lastSeq: z.number().int(),
  viewport: viewportSchema.optional(),
})
export type KeptParticipant = z.infer<typeof keptParticipantSchema>

/** How far somebody came who left, and where that was: the page may come back. */
const departedSchema = z.object({
  userId: z.string(),
  seq: z.number().int(),
  place: cursorPlaceSchema.optional(),
})
export type Departed = z.infer<typeof departedSchema>

const snapshotSchema = z.object({
  file: z.string(),
  participants: z.record(z.string(), keptParticipantSchema),
})

/**
 * What is on disk of one document key.
 *
 * - `open`: a session is or was running; found after a start, it has to be recovered
 * - `closed`: ended unchanged; the key may be opened again without a download
 * - `saved`: the portal has a newer version; the key is stale
 */
export const documentRecordSchema = z.object({
  key: documentKeySchema,
  state: z.enum(['open', 'closed', 'saved']),
  fileType: z.string(),
  title: z.string(),
  callbackUrl: z.string().optional(),
  /** Address of this server as the last participant saw it: result links start with it. */
  baseUrl: z.string(),
  /** Editors of whom the portal was told that they joined, and not yet that they left. */
  editors: z.array(z.object({ participantId: z.string(), ...personFields })),
  original: z.string().optional(),
  /** SHA-256 of the file as the portal gave it. */
  originalSha256: z.string().optional(),
  /** SHA-256 of the file that the portal took in the end. */
  resultSha256: z.string().optional(),
  /** By participant; of a session that is over. */
  departed: z.record(z.string(), departedSchema).optional(),
  snapshot: snapshotSchema.optional(),
  /** Number of the first journal file that the kept state does not contain. */
  journal: z.number().int().default(0),
  /** Changed since it was opened. */
  changed: z.boolean(),
  /** Changed since the last force save that the portal took. */
  changedSinceSave: z.boolean(),
  /** The portal took a force save: a final save follows in any case. */
  forceSaved: z.boolean(),
  /** Opened from the copy that a portal had not taken earlier. */
  fromForgotten: z.boolean(),
  changes: z.array(changeRunSchema),
  lastChangeAt: z.number().optional(),
  lastEditor: authorSchema.optional(),
  /** Of a protected file while it is open, so that what was changed is saved after a crash with nobody there. */
  sealedPassword: z.string().optional(),
  updatedAt: z.number(),
})
export type DocumentRecord = z.infer<typeof documentRecordSchema>
