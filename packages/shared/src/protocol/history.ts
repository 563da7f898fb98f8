import { z } from 'zod'
import { documentKeySchema } from './editor-config.js'

/**
 * What a portal gives to `setHistoryData` for one version, the part that is needed to show it.
 * Source: ONLYOFFICE API, "Methods".
 */
export const historyDataSchema = z.looseObject({
  version: z.number().int().nonnegative(),
  key: documentKeySchema,
  url: z.url(),
  /** Missing: that of the open document. */
  fileType: z.string().min(1).max(16).optional(),
})
export type HistoryData = z.infer<typeof historyDataSchema>
