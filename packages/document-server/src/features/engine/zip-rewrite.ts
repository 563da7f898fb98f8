import { crc32, deflateRawSync } from 'node:zlib'
import { readZipDirectory } from './zip-directory.js'
import type { ZipEntry } from './zip-directory.js'

interface PackedPart {
  name: string
  method: number
  checksum: number
  size: number
  packed: Uint8Array
}

const headerBytes = 30
const entryBytes = 46
const endBytes = 22
const deflated = 8
/** Names are UTF-8. */
const utf8Names = 0x0800
/** 1 January 1980, the first day of the format. */
const firstDay = 0x21

/**
 * Writes a ZIP file anew with some parts replaced, added, or left out (`null`). The others are copied as they are
 * packed, so that a large file costs hardly more than its bytes. Throws when the file is damaged.
 */
export function rewriteZip(bytes: Uint8Array, changes: ReadonlyMap<string, Uint8Array | null>): Uint8Array {
  const kept = listEntries(bytes).filter(({ name }) => !changes.has(name))
  const added = [...changes].flatMap(([name, content]) => (content ? [pack(name, content)] : []))
  return write([...kept.map((entry) => copyPart(bytes, entry)), ...added])
}

function listEntries(bytes: Uint8Array): ZipEntry[] {
  const entries = readZipDirectory(bytes)
  if (!entries) throw new Error('The ZIP file has no directory.')
  return entries
}

function pack(name: string, content: Uint8Array): PackedPart {
  const packed = deflateRawSync(content)
  return { name, method: deflated, checksum: crc32(content), size: content.length, packed }
}

function copyPart(bytes: Uint8Array, entry: ZipEntry): PackedPart {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { name, method, checksum, headerOffset, compressedBytes, uncompressedBytes: size } = entry
  const nameAndExtra = view.getUint16(headerOffset + 26, true) + view.getUint16(headerOffset + 28, true)
  const start = headerOffset + headerBytes + nameAndExtra
  return { name, method, checksum, size, packed: bytes.subarray(start, start + compressedBytes) }
}

function write(parts: PackedPart[]): Uint8Array {
  const chunks: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const header = Buffer.alloc(headerBytes)
    header.writeUInt32LE(0x04034b50, 0)
    writeFacts(header, 4, part, name.length)
    const entry = Buffer.alloc(entryBytes)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    writeFacts(entry, 6, part, name.length)
    entry.writeUInt32LE(offset, 42)
    chunks.push(header, name, part.packed)
    directory.push(entry, name)
    offset += headerBytes + name.length + part.packed.length
  }
  const end = Buffer.alloc(endBytes)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, ...directory, end])
}

/** What a part's header and its entry in the directory say alike. */
function writeFacts(target: Buffer, at: number, part: PackedPart, nameLength: number): void {
  target.writeUInt16LE(20, at)
  target.writeUInt16LE(utf8Names, at + 2)
  target.writeUInt16LE(part.method, at + 4)
  target.writeUInt16LE(firstDay, at + 8)
  target.writeUInt32LE(part.checksum, at + 10)
  target.writeUInt32LE(part.packed.length, at + 14)
  target.writeUInt32LE(part.size, at + 18)
  target.writeUInt16LE(nameLength, at + 22)
}
