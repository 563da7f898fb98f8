import { zipSync } from 'fflate'
import { ThumbnailAspect } from '@lectern/shared'
import type { ConversionRequest } from '@lectern/shared'
import { EngineError } from '../engine/index.js'
import type { EngineDocument, EnginePool } from '../engine/index.js'
import { isPrintFile, printFileToPdf } from '../pdf/index.js'
import { isPdf } from './conversion-types.js'
import { paintPages } from './page-pictures.js'
import type { PagesWanted } from './page-pictures.js'
import { paintPdf } from './pdf-pictures.js'
import { findPictureEncoder } from './picture-encoders.js'
import { paintSlides } from './slide-pictures.js'
import { applySpreadsheetLayout } from './spreadsheet-layout.js'

/** What came out: the bytes, and the file type that they really have. */
export interface Converted {
  bytes: Uint8Array
  fileType: string
}

/** `delimiter` of the protocol. */
const delimiters = ['', '\t', ';', ':', ',', ' ']
const firstPage = { first: true, aspect: ThumbnailAspect.Page, width: 100, height: 100 }

/** What converts. */
export interface Converters {
  pool: EnginePool
  /** Where programs for files of finished pages are looked for. */
  programPath: string
}

/** Writes bytes as another file type, mostly by an engine; `tell` hears of progress in percent. */
export async function convert(
  converters: Converters,
  bytes: Uint8Array,
  request: ConversionRequest,
  tell: (percent: number) => void,
): Promise<Converted> {
  if (isPrintFile(request.filetype)) return convertPrintFile(converters, bytes, request)
  if (isPdf(request.filetype)) return paintPdfPages(bytes, request)
  return convertDocument(converters.pool, bytes, request, tell)
}

async function convertPrintFile(
  { programPath }: Converters,
  bytes: Uint8Array,
  request: ConversionRequest,
): Promise<Converted> {
  const pdf = await printFileToPdf(bytes, request.filetype, programPath)
  if (request.outputtype !== 'pdf') return paintPdfPages(pdf, request)
  if (request.pageRange === undefined) return { bytes: pdf, fileType: 'pdf' }
  throw new EngineError(
    'UNSUPPORTED',
    `A ${request.filetype} file becomes a PDF file as a whole. Leave out "pageRange", or ask for pictures.`,
  )
}

async function paintPdfPages(bytes: Uint8Array, request: ConversionRequest): Promise<Converted> {
  const { password, outputtype: outputType } = request
  return packPictures(await paintPdf({ bytes, password, outputType, ...pagesWanted(request) }), request)
}

async function convertDocument(
  pool: EnginePool,
  bytes: Uint8Array,
  request: ConversionRequest,
  tell: (percent: number) => void,
): Promise<Converted> {
  const textOptions = {
    codePage: request.codePage,
    delimiter: request.delimiter === undefined ? undefined : delimiters[request.delimiter],
  }
  const { password, pageRange, region: language, outputtype } = request
  const how = { purpose: request.thumbnail ? 'preview' : 'convert' } as const
  const opened = await pool.open(bytes, request.filetype, { ...textOptions, password, language }, how)
  const document = await layOutPages(pool, opened, request)
  tell(60)
  try {
    const encode = findPictureEncoder(outputtype)
    if (encode) {
      const wanted = pagesWanted(request)
      const pictures =
        document.info.documentType === 'slide'
          ? await paintSlides(document, wanted, outputtype)
          : await paintPages(document, wanted, encode)
      return packPictures(pictures, request)
    }
    const converted = await document.save(outputtype, { ...textOptions, pageRange })
    return { bytes: converted, fileType: outputtype === 'pdfa' ? 'pdf' : outputtype }
  } finally {
    await document.close()
  }
}

/** The engine takes a layout of pages from the file only, so the workbook is written once with another one. */
async function layOutPages(
  pool: EnginePool,
  document: EngineDocument,
  { spreadsheetLayout: layout, region: language }: ConversionRequest,
): Promise<EngineDocument> {
  if (!layout || document.info.documentType !== 'cell') return document
  let workbook: Uint8Array
  try {
    workbook = await document.save('xlsx')
  } finally {
    await document.close()
  }
  return pool.open(applySpreadsheetLayout(workbook, layout), 'xlsx', { language }, { purpose: 'convert' })
}

/** Who names pages and no size wants all of them. */
function pagesWanted({ thumbnail, pageRange }: ConversionRequest): PagesWanted {
  return { thumbnail: thumbnail ?? { ...firstPage, first: pageRange === undefined }, pageRange }
}

/** The first picture as it is, or all of them in a ZIP file. */
function packPictures(pictures: Uint8Array[], request: ConversionRequest): Converted {
  const { outputtype } = request
  const [first] = pictures
  if (pagesWanted(request).thumbnail.first && first) return { bytes: first, fileType: outputtype }
  const files = pictures.map((picture, index) => [`image${index + 1}.${outputtype}`, picture])
  return { bytes: zipSync(Object.fromEntries(files) as Record<string, Uint8Array>), fileType: 'zip' }
}
