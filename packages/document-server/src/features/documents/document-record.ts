import { z } from 'zod'
import { documentKeySchema, editorRoles } from '@lectern/shared'
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

const rectSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })

/** What a kept state contains of one participant: needed to go on after a crash as if nothing had happened. */
const keptParticipantSchema = z.object({
  ...personFields,
  role: z.enum(editorRoles).default('editor'),
  lastSeq: z.number().int(),
  part: z.number().int(),
  cursor: rectSchema.nullable(),
  /** What was selected: its first and its last rectangle. */
  selection: z.tuple([rectSchema, rectSchema]).optional(),
  /** Address of the cell, as in B12. */
  cell: z.string().optional(),
  /** What was written into a cell and not yet entered; sealed when the file is protected. */
  cellText: z.string().optional(),
  viewport: viewportSchema.optional(),
})
export type KeptParticipant = z.infer<typeof keptParticipantSchema>

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
