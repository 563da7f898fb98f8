import { findFormat } from '@lectern/shared'
import type { FileFormat } from '@lectern/shared'
import { DocumentServerError } from '../../lib/errors.js'
import { readZipDirectory } from './zip-directory.js'

const zipMagic = [0x50, 0x4b, 0x03, 0x04]
const cfbMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** No honest office file unpacks to more; the engine has 1 GiB for everything. */
const maxUnpackedBytes = 600_000_000
const maxEntries = 20_000

/**
 * Checks that bytes are what their type says before the engine sees them: it would "open" a damaged file as text.
 * Throws UNSUPPORTED, DAMAGED, PASSWORD or TOO_LARGE.
 */
export function checkContainer(bytes: Uint8Array, fileType: string): FileFormat {
  const format = findFormat(fileType)
  if (!format)
    throw new DocumentServerError('UNSUPPORTED', `Files of type "${fileType}" cannot be opened here.`)
  if (format.container === 'text') {
    if (startsWith(bytes, zipMagic) || startsWith(bytes, cfbMagic))
      throw new DocumentServerError('DAMAGED', 'The file is not a text file.')
    return format
  }
  if (bytes.length === 0) throw new DocumentServerError('DAMAGED', 'The file is empty.')
  if (format.container === 'zip') checkZip(bytes, format)
  if (format.container === 'cfb' && !startsWith(bytes, cfbMagic))
    throw new DocumentServerError('DAMAGED', `The file is no ${format.fileType} file.`)
  if (format.container === 'rtf' && !startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74]))
    throw new DocumentServerError('DAMAGED', 'The file is no RTF file.')
  return format
}

function checkZip(bytes: Uint8Array, format: FileFormat): void {
  // An encrypted Office file is not a ZIP but a CFB container with the package inside.
  if (startsWith(bytes, cfbMagic))
    throw new DocumentServerError('PASSWORD', 'The file is protected by a password.')
  if (!startsWith(bytes, zipMagic))
    throw new DocumentServerError('DAMAGED', `The file is no ${format.fileType} file.`)
  const entries = readZipDirectory(bytes)
  if (!entries) throw new DocumentServerError('DAMAGED', 'The file is cut off or damaged.')
  if (format.requiredPart && !entries.some((entry) => entry.name === format.requiredPart))
    throw new DocumentServerError('DAMAGED', `The file is no ${format.fileType} file: a part is missing.`)
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedBytes, 0)
  if (unpacked > maxUnpackedBytes || entries.length > maxEntries)
    throw new DocumentServerError('TOO_LARGE', 'The file unpacks to more than the server opens.')
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((value, index) => bytes[index] === value)
}
