import {
  isEncryptedOffice,
  isEncryptedOpenDocument,
  openDocumentManifest,
} from '../../lib/encrypted-office.js'
import { PortalError } from '../../lib/portal-error.js'
import { readZipTexts } from '../../lib/zip-texts.js'
import { isCellPart, readCellParts } from './cell-parts.js'
import { toLines, type DocumentPart } from './document-part.js'
import {
  isOpenDocumentPart,
  readOpenCellParts,
  readOpenSlideParts,
  readOpenTextParts,
} from './open-document-parts.js'
import { isSlidePart, readSlideParts } from './slide-parts.js'
import { isWordPart, readWordParts } from './word-parts.js'

const maxPartBytes = 20_000_000

interface ZipReader {
  isWanted: (name: string) => boolean
  read: (texts: ReadonlyMap<string, string>) => DocumentPart[]
}

const word: ZipReader = { isWanted: isWordPart, read: readWordParts }
const cell: ZipReader = { isWanted: isCellPart, read: readCellParts }
const slide: ZipReader = { isWanted: isSlidePart, read: readSlideParts }
const openDocument = (read: ZipReader['read']): ZipReader => ({
  isWanted: (name) => isOpenDocumentPart(name) || name === openDocumentManifest,
  read(texts) {
    if (isEncryptedOpenDocument(texts.get(openDocumentManifest))) throw isProtected()
    return read(texts)
  },
})

const zipReaders: Partial<Record<string, ZipReader>> = {
  docx: word,
  docm: word,
  docxf: word,
  oform: word,
  xlsx: cell,
  xlsm: cell,
  pptx: slide,
  pptm: slide,
  ppsx: slide,
  odt: openDocument(readOpenTextParts),
  ods: openDocument(readOpenCellParts),
  odp: openDocument(readOpenSlideParts),
}
const plainTypes = new Set(['txt', 'csv'])

/** Tells whether the text of files of a type can be read part by part. */
export function isComparable(fileType: string): boolean {
  return plainTypes.has(fileType) || zipReaders[fileType] !== undefined
}

/** Reads a file's text part by part: paragraphs, cells, slides. Only for types that are comparable; FILE_ENCRYPTED. */
export async function readParts(fileType: string, bytes: Buffer): Promise<DocumentPart[]> {
  const reader = zipReaders[fileType]
  if (!reader) return [{ kind: 'body', title: null, lines: toLines(decode(bytes).split(/\r?\n/)) }]
  if (isEncryptedOffice(bytes)) throw isProtected()
  return reader.read(await readZipTexts(bytes, reader.isWanted, { maxPartBytes }))
}

function isProtected(): PortalError {
  return new PortalError(
    'FILE_ENCRYPTED',
    'Versions that are protected with a password cannot be compared here. Open both with their password.',
  )
}

function decode(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
