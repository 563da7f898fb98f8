import { strFromU8, strToU8, unzipSync } from 'fflate'
import { findFormat } from '@lectern/shared'
import type { DocumentType } from '@lectern/shared'
import type { SaveOptions } from './engine.types.js'
import { EngineError } from './engine.types.js'
import { encodeText } from './text-encoding.js'
import { csvOptions } from './text-input.js'
import { rewriteZip } from './zip-rewrite.js'

interface SaveFormat {
  /** LibreOfficeKit's name of the format. */
  format: string
  options?: (wanted: SaveOptions) => string
  /** Completes what the engine wrote. */
  finish?: (bytes: Uint8Array, wanted: SaveOptions) => Uint8Array
}

const plain = (format: string): SaveFormat => ({ format })
const pdf = (version?: string): SaveFormat => ({
  format: 'pdf',
  options: ({ pageRange, withHidden }) => {
    const wanted = {
      ...(version !== undefined && { SelectPdfVersion: { type: 'long', value: version } }),
      ...(pageRange !== undefined && { PageRange: { type: 'string', value: pageRange } }),
      ...(withHidden === true && { ExportHiddenSlides: { type: 'boolean', value: 'true' } }),
    }
    return Object.keys(wanted).length === 0 ? '' : JSON.stringify(wanted)
  },
})
const archivable = pdf('2')
const csv: SaveFormat = {
  format: 'csv',
  options: ({ delimiter = ',' }) => csvOptions(delimiter),
  finish: (bytes, { codePage }) =>
    codePage === undefined ? bytes : encodeText(strFromU8(bytes).replace(/^\uFEFF/, ''), codePage),
}
const txt: SaveFormat = {
  format: 'txt',
  options: () => 'UTF8',
  // The engine ends the lines of a text with a carriage return only.
  finish: (bytes, { codePage }) => {
    const text = strFromU8(bytes).replace(/\r\n?/g, '\n')
    return codePage === undefined ? strToU8(text) : encodeText(text.replace(/^\uFEFF/, ''), codePage)
  },
}

/** The engine writes the plain sort of a file; templates and slide shows are the same under another content type. */
const retyped = (format: string, plainType: string, wantedType: string): SaveFormat => ({
  format,
  finish: (bytes) => changeContentTypes(bytes, (types) => types.replace(plainType, wantedType)),
})

/** A form is a document whose list of parts names its own type besides. */
const form = (fileType: string): SaveFormat => ({
  format: 'docx',
  finish: (bytes) =>
    changeContentTypes(bytes, (types) => {
      const mimeType = findFormat(fileType)?.mimeType ?? ''
      const sort = `<Default Extension="${fileType}" ContentType="${mimeType}"/>`
      return types.replace('</Types>', `${sort}</Types>`)
    }),
})

/*
 * Nothing else is handed to the engine: some combinations (Writer to HTML) fail and leave the view dead.
 */
const saveFormats: Partial<Record<DocumentType, Record<string, SaveFormat>>> = {
  word: {
    ...Object.fromEntries(
      ['docx', 'docm', 'doc', 'odt', 'ott', 'fodt', 'rtf'].map((type) => [type, plain(type)]),
    ),
    pdf: pdf(),
    dotx: retyped('docx', 'wordprocessingml.document.main+xml', 'wordprocessingml.template.main+xml'),
    docxf: form('docxf'),
    oform: form('oform'),
    txt,
    pdfa: archivable,
  },
  cell: {
    ...Object.fromEntries(
      ['xlsx', 'xlsm', 'xls', 'ods', 'ots', 'fods', 'html'].map((type) => [type, plain(type)]),
    ),
    pdf: pdf(),
    xltx: retyped('xlsx', 'spreadsheetml.sheet.main+xml', 'spreadsheetml.template.main+xml'),
    csv,
    pdfa: archivable,
  },
  slide: {
    ...Object.fromEntries(['pptx', 'pptm', 'ppt', 'odp', 'otp', 'svg'].map((type) => [type, plain(type)])),
    pdf: pdf(),
    ppsx: retyped('pptx', 'presentationml.presentation.main+xml', 'presentationml.slideshow.main+xml'),
    potx: retyped('pptx', 'presentationml.presentation.main+xml', 'presentationml.template.main+xml'),
    pdfa: archivable,
  },
}

/** Gives how a document is written in a file type; throws when the engine cannot. */
export function saveFormatOf(documentType: DocumentType, fileType: string): SaveFormat {
  const format = saveFormats[documentType]?.[fileType]
  if (!format) throw new EngineError('UNSUPPORTED', `This document cannot be saved as "${fileType}".`)
  return format
}

/** Lists the file types in which the engine writes documents of a type. */
export function listSaveTypes(documentType: DocumentType): string[] {
  return Object.keys(saveFormats[documentType] ?? {})
}

function changeContentTypes(bytes: Uint8Array, change: (types: string) => string): Uint8Array {
  const name = '[Content_Types].xml'
  const { [name]: types } = unzipSync(bytes, { filter: (part) => part.name === name })
  if (!types) throw new EngineError('UNSUPPORTED', 'The engine wrote a file without content types.')
  return rewriteZip(bytes, new Map([[name, strToU8(change(strFromU8(types)))]]))
}
