import { z } from 'zod'
import { clientMessageSchema, cursorPlaceSchema, editorRoles, isInputMessage } from '@lectern/shared'
import type { InputMessage } from '@lectern/shared'

const participantId = z.string()
const seq = z.number().int()
/** Who somebody is, as a later run of the server has to know it. */
export const personFields = {
  userId: z.string(),
  name: z.string(),
  groups: z.array(z.string()).default([]),
}

/** Where a page looks, and how large: a click on a header or a filter depends on it. */
export const viewportSchema = z.object({
  part: z.number().int(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  tileTwips: z.number(),
})

const inputSchema = clientMessageSchema.transform((message, context): InputMessage => {
  if (isInputMessage(message)) return message
  context.addIssue({ code: 'custom', message: 'is no input' })
  return z.NEVER
})

/**
 * One line of a journal: all that happened to a document since the kept state, in the order in which the engine was
 * told. `seq` of a join is the last input number that this participant had used.
 */
export const journalEntrySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('join'),
    ...personFields,
    ...{ participantId, role: z.enum(editorRoles), seq },
    /** Where the cursor of the view is put. */
    place: cursorPlaceSchema.optional(),
  }),
  z.object({ type: z.literal('leave'), participantId }),
  z.object({ type: z.literal('viewport'), participantId, viewport: viewportSchema }),
  z.object({ type: z.literal('input'), participantId, at: z.number(), input: inputSchema }),
  /** The engine told of a change that no input names, such as a drag of the mouse. */
  z.object({ type: z.literal('changed'), participantId, at: z.number() }),
  /** Only the number counts: the role did not allow the input. */
  z.object({ type: z.literal('refused'), participantId, seq }),
])
export type JournalEntry = z.infer<typeof journalEntrySchema>
