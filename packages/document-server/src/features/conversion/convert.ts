import { zipSync } from 'fflate'
import { ThumbnailAspect } from '@lectern/shared'
import type { ConversionRequest, SpreadsheetLayout } from '@lectern/shared'
import type { EngineDocument, EnginePool } from '../engine/index.js'
import { isPictureType } from './conversion-types.js'
import { paintPages } from './page-pictures.js'
import { encodePng } from './png.js'
import { applySpreadsheetLayout } from './spreadsheet-layout.js'

/** What came out: the bytes, and the file type that they really have. */
export interface Converted {
  bytes: Uint8Array
  fileType: string
}

/** `delimiter` of the protocol. */
const delimiters = ['', '\t', ';', ':', ',', ' ']
const firstPage = { first: true, aspect: ThumbnailAspect.Page, width: 100, height: 100 }

/** Opens bytes in an engine and writes them as another file type; `tell` hears of progress in percent. */
export async function convert(
  pool: EnginePool,
  bytes: Uint8Array,
  request: ConversionRequest,
  tell: (percent: number) => void,
): Promise<Converted> {
  const textOptions = {
    codePage: request.codePage,
    delimiter: request.delimiter === undefined ? undefined : delimiters[request.delimiter],
  }
  const { password, spreadsheetLayout: layout } = request
  const how = { purpose: request.thumbnail ? 'preview' : 'convert' } as const
  const opened = await pool.open(bytes, request.filetype, { ...textOptions, password }, how)
  const document = layout ? await layOutPages(pool, opened, layout) : opened
  tell(60)
  try {
    if (isPictureType(request.outputtype)) return await convertToPictures(document, request)
    const converted = await document.save(request.outputtype, textOptions)
    return { bytes: converted, fileType: request.outputtype === 'pdfa' ? 'pdf' : request.outputtype }
  } finally {
    await document.close()
  }
}

/** The engine takes a layout of pages from the file only, so the workbook is written once with another one. */
async function layOutPages(
  pool: EnginePool,
  document: EngineDocument,
  layout: SpreadsheetLayout,
): Promise<EngineDocument> {
  if (document.info.documentType !== 'cell') return document
  let workbook: Uint8Array
  try {
    workbook = await document.save('xlsx')
  } finally {
    await document.close()
  }
  return pool.open(applySpreadsheetLayout(workbook, layout), 'xlsx', undefined, { purpose: 'convert' })
}

async function convertToPictures(document: EngineDocument, request: ConversionRequest): Promise<Converted> {
  const thumbnail = request.thumbnail ?? firstPage
  const pictures = (await paintPages(document, thumbnail)).map(encodePng)
  const [first] = pictures
  if (thumbnail.first && first) return { bytes: first, fileType: request.outputtype }
  const files = pictures.map((picture, index) => [`image${index + 1}.${request.outputtype}`, picture])
  return { bytes: zipSync(Object.fromEntries(files) as Record<string, Uint8Array>), fileType: 'zip' }
}
