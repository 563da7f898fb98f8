import { z } from 'zod'
import { documentKeySchema } from './editor-config.js'

/** Error codes of the conversion service (`POST /converter`), always sent with HTTP 200. */
export const ConversionError = {
  Unknown: -1,
  Timeout: -2,
  Conversion: -3,
  Download: -4,
  Password: -5,
  Storage: -6,
  Parameters: -7,
  Token: -8,
  OutputType: -9,
  TooLarge: -10,
} as const
export type ConversionError = (typeof ConversionError)[keyof typeof ConversionError]

/** `aspect` of a thumbnail: stretched to width and height, kept within them, or the page at 96 dots per inch. */
export const ThumbnailAspect = { Stretch: 0, Keep: 1, Page: 2 } as const

/** A length as the protocol writes it: `19.1mm`, `2cm`, `0.75in`, or `54pt`. */
const lengthSchema = z.string().regex(/^\d{1,5}(\.\d{1,4})?(mm|cm|in|pt)$/)

/** How the sheets of a workbook are laid out on the pages of a PDF file; what is left out stays as the sheets say. */
const spreadsheetLayoutSchema = z.object({
  orientation: z.enum(['portrait', 'landscape']).optional(),
  /** Percent. */
  scale: z.number().int().min(10).max(400).optional(),
  /** Pages across and down onto which a sheet is scaled; 0 is any number. */
  fitToWidth: z.number().int().min(0).max(1_000).optional(),
  fitToHeight: z.number().int().min(0).max(1_000).optional(),
  headings: z.boolean().optional(),
  gridLines: z.boolean().optional(),
  ignorePrintArea: z.boolean().optional(),
  pageSize: z.object({ width: lengthSchema, height: lengthSchema }).optional(),
  margins: z
    .object({ left: lengthSchema, right: lengthSchema, top: lengthSchema, bottom: lengthSchema })
    .partial()
    .optional(),
})
export type SpreadsheetLayout = z.infer<typeof spreadsheetLayoutSchema>

/**
 * Body of a conversion, in wire spelling, the part that a document server of ours understands.
 * Source: ONLYOFFICE API, "Conversion API", and the recordings.
 */
export const conversionRequestSchema = z.object({
  key: documentKeySchema,
  url: z.url(),
  filetype: z.string().min(1).max(16),
  outputtype: z.string().min(1).max(16),
  async: z.boolean().optional(),
  title: z.string().max(255).optional(),
  password: z.string().max(255).optional(),
  /** Number of a Windows code page of a text or CSV file, read or written. */
  codePage: z.number().int().optional(),
  /** Between the cells of a CSV file: 0 nothing, 1 tab, 2 semicolon, 3 colon, 4 comma, 5 space. */
  delimiter: z.number().int().min(0).max(5).optional(),
  thumbnail: z
    .object({
      first: z.boolean().default(true),
      aspect: z.number().int().min(0).max(2).default(ThumbnailAspect.Page),
      width: z.number().int().min(1).max(4_096).default(100),
      height: z.number().int().min(1).max(4_096).default(100),
    })
    .optional(),
  spreadsheetLayout: spreadsheetLayoutSchema.optional(),
  /** Language and country, `de-DE`: how dates and money of a workbook look; what is no such text counts as en-US. */
  region: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){1,2}$/)
    .optional()
    .catch(undefined),
  /** Pages of a PDF file or of pictures, `1-3,5`. An addition of ours, which ONLYOFFICE Docs does not know. */
  pageRange: z
    .string()
    .regex(/^[1-9]\d{0,4}(-[1-9]\d{0,4})?(,[1-9]\d{0,4}(-[1-9]\d{0,4})?){0,99}$/)
    .optional(),
})
export type ConversionRequest = z.infer<typeof conversionRequestSchema>

/** Answer of the conversion service. */
export type ConversionReply =
  | { fileUrl: string; fileType: string; percent: 100; endConvert: true }
  | { percent: number; endConvert: false }
  | { error: ConversionError }
