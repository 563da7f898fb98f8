import { open } from 'node:fs/promises'
import { fileFormats, findFormat, type FileContainer, type FileFormat } from '@lectern/shared'
import { PortalError } from '../../lib/portal-error.js'
import { mismatch } from './file-errors.js'
import { checkZip } from './zip-check.js'

const headBytes = 4_096

const magic: Record<Exclude<FileContainer, 'text'>, readonly number[]> = {
  zip: [0x50, 0x4b, 0x03, 0x04],
  cfb: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  rtf: [0x7b, 0x5c, 0x72, 0x74, 0x66],
  djvu: [0x41, 0x54, 0x26, 0x54, 0x46, 0x4f, 0x52, 0x4d],
}

// OLE directory entries carry their names as UTF-16; encrypted Office files have both of these, others none.
const encryptedParts = ['EncryptionInfo', 'EncryptedPackage'].map((name) => Buffer.from(name, 'utf16le'))

/** Finds the format of a file type, or refuses it: FILE_TYPE_UNKNOWN. */
export function getFormat(fileType: string): FileFormat {
  const format = findFormat(fileType)
  if (format) return format
  const supported = fileFormats.map((known) => known.fileType)
  const named = fileType ? `".${fileType}"` : 'without an extension'
  throw new PortalError(
    'FILE_TYPE_UNKNOWN',
    `Files ${named} cannot be opened here. Use one of these types: ${supported.join(', ')}.`,
    { details: { fileType, supported } },
  )
}

/**
 * Checks that a file on disk is what its type says, whole, and safe to open; throws the reason when not. What is
 * protected with a password is checked by the document server, which asks for it.
 */
export async function checkFile(path: string, fileType: string): Promise<void> {
  const format = getFormat(fileType)
  const { head, size, isEncrypted } = await readHead(path)
  if (size === 0)
    throw new PortalError(
      'FILE_EMPTY',
      'The file is empty (0 bytes). Save it again in its program, or create a new one.',
    )
  const found = recogniseContainer(head)
  if (isEncrypted && format.requiredPart === '[Content_Types].xml') return
  if (found !== format.container) throw mismatch(format.fileType)
  if (format.container === 'zip') await checkZip(path, format, size)
}

async function readHead(path: string) {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    const head = buffer.subarray(0, bytesRead)
    const isCfb = recogniseContainer(head) === 'cfb'
    const parts = isCfb ? await Promise.all(encryptedParts.map((part) => contains(file, part))) : []
    return { head, size, isEncrypted: isCfb && parts.every(Boolean) }
  } finally {
    await file.close()
  }
}

type ReadableFile = Awaited<ReturnType<typeof open>>

async function contains(file: ReadableFile, wanted: Buffer): Promise<boolean> {
  const chunk = Buffer.alloc(65_536)
  for (let position = 0; ; position += chunk.length - wanted.length) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position)
    if (chunk.subarray(0, bytesRead).includes(wanted)) return true
    if (bytesRead < chunk.length) return false
  }
}

function recogniseContainer(head: Buffer): FileContainer | undefined {
  const containers = Object.entries(magic) as [keyof typeof magic, readonly number[]][]
  const found = containers.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))
  return found?.[0] ?? (isText(head) ? 'text' : undefined)
}

/** Text has no control characters besides white space; UTF-16 with a mark at its start is text as well. */
function isText(head: Buffer): boolean {
  const mark = head.length >= 2 ? head.readUInt16BE(0) : 0
  if (mark === 0xfeff || mark === 0xfffe) return true
  return !head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b && byte !== 0x1a))
}
