import { z } from 'zod'

const rectSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })

/** Where a participant was in a document, as far as a new view of the same content can be put there. Twips. */
export const cursorPlaceSchema = z.object({
  /** The sheet or slide, from 0. */
  part: z.number().int().nonnegative(),
  cursor: rectSchema.nullable(),
  /** What was selected: its first and its last rectangle. */
  selection: z.tuple([rectSchema, rectSchema]).optional(),
  /** Address of the cell, as in B12. */
  cell: z.string().max(20).optional(),
  /** What was written into a cell and not yet entered. */
  cellText: z.string().max(40_000).optional(),
})
export type CursorPlace = z.infer<typeof cursorPlaceSchema>
