import type { DocumentType, FileFormat } from '@lectern/shared'
import { EngineError } from './engine.types.js'
import { findInputFormat } from './input-formats.js'
import type { ZipEntry } from './zip-directory.js'
import { readZipDirectory, readZipText } from './zip-directory.js'

const cfbMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const zipMagic = [0x50, 0x4b, 0x03, 0x04]
const rtfMagic = Array.from(Buffer.from('{\\rtf'))

const mebibyte = 1024 * 1024
const maxEntries = 10_000
const maxUnpackedBytes = 1024 * mebibyte
/** Real documents compress up to about 60 to 1; only long repetitions reach more. */
const maxRatio = 200
const ratioCheckedFromBytes = 20 * mebibyte
const maxManifestBytes = 4 * mebibyte

/** What the list of content types of an Office Open XML file must name. */
const contentTypes: Partial<Record<DocumentType, RegExp>> = {
  word: /wordprocessingml|ms-word/,
  cell: /spreadsheetml|ms-excel/,
  slide: /presentationml|ms-powerpoint/,
}

/**
 * Checks that bytes are what their type claims, before the engine sees them: it would open a damaged file as text,
 * and unpack a bomb. An encrypted file is left to the engine when its password is known. Throws an EngineError that
 * says what is wrong.
 */
export function checkContainer(
  bytes: Uint8Array,
  fileType: string,
  { mayBeEncrypted = false } = {},
): FileFormat {
  const format = findInputFormat(fileType)
  if (!format) throw new EngineError('UNSUPPORTED', `Files of type "${fileType}" cannot be opened.`)
  if (bytes.length === 0) throw unreadable('The file is empty.')
  switch (format.container) {
    case 'zip':
      if (!mayBeEncrypted || !isEncryptedPackage(bytes)) checkZip(bytes, format, mayBeEncrypted)
      return format
    case 'cfb':
      if (!startsWith(bytes, cfbMagic)) throw mismatch(format)
      return format
    case 'rtf':
      if (!startsWith(bytes, rtfMagic)) throw mismatch(format)
      return format
    case 'text':
      if (bytes.subarray(0, 8192).includes(0) && !hasUtf16Mark(bytes)) throw mismatch(format)
      return format
    case 'pdf':
    case 'djvu':
      throw new EngineError('UNSUPPORTED', `The engine does not open files of type "${fileType}".`)
  }
}

/** An Office Open XML file with a password is a package of the older sort, which holds the encrypted one. */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, cfbMagic) && Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  )
}

function checkZip(bytes: Uint8Array, format: FileFormat, hasPassword: boolean) {
  if (isEncryptedPackage(bytes)) throw new EngineError('PASSWORD', 'The file is protected with a password.')
  if (!startsWith(bytes, zipMagic)) throw mismatch(format)
  const entries = readZipDirectory(bytes)
  if (!entries) throw unreadable('The file is damaged: its end is missing.')
  checkSizes(entries)
  const required = entries.find((entry) => entry.name === format.requiredPart)
  if (!required) throw mismatch(format)
  if (format.requiredPart === '[Content_Types].xml') {
    const types = readZipText(bytes, required, maxManifestBytes)
    if (!types || contentTypes[format.documentType]?.test(types) !== true) throw mismatch(format)
  } else checkOpenDocument(bytes, entries, hasPassword)
}

function checkSizes(entries: ZipEntry[]) {
  if (entries.length > maxEntries) throw unreadable(`The file has more than ${String(maxEntries)} parts.`)
  let total = 0
  for (const { uncompressedBytes, compressedBytes } of entries) {
    total += uncompressedBytes
    const ratio = uncompressedBytes / Math.max(1, compressedBytes)
    if (uncompressedBytes > ratioCheckedFromBytes && ratio > maxRatio) throw bomb()
  }
  if (total > maxUnpackedBytes) throw bomb()
}

function checkOpenDocument(bytes: Uint8Array, entries: ZipEntry[], hasPassword: boolean) {
  const manifest = entries.find((entry) => entry.name === 'META-INF/manifest.xml')
  const text = manifest && readZipText(bytes, manifest, maxManifestBytes)
  if (text?.includes('encryption-data') !== true) return
  if (!hasPassword) throw new EngineError('PASSWORD', 'The file is protected with a password.')
  throw new EngineError(
    'UNSUPPORTED',
    'The engine does not open OpenDocument files with a password. Remove it and upload the file again.',
  )
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])
}

const unreadable = (message: string) => new EngineError('UNREADABLE', message)
const mismatch = (format: FileFormat) =>
  unreadable(`The file is not a ${format.fileType} file, although its name says so.`)
const bomb = () => unreadable('The file unpacks to far more than its size and was not opened.')
