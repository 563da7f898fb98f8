import { inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  name: string
  method: number
  checksum: number
  compressedBytes: number
  uncompressedBytes: number
  headerOffset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const headerSignature = 0x04034b50
const endRecordBytes = 22
const longestComment = 0xffff

/** Reads a ZIP's directory without unpacking anything; undefined when there is none or it is damaged. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  let offset = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    if (offset + 46 > view.byteLength || view.getUint32(offset, true) !== entrySignature) return undefined
    const nameBytes = view.getUint16(offset + 28, true)
    const rest = view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true)
    entries.push({
      name: Buffer.from(bytes.subarray(offset + 46, offset + 46 + nameBytes)).toString('utf8'),
      method: view.getUint16(offset + 10, true),
      checksum: view.getUint32(offset + 16, true),
      compressedBytes: view.getUint32(offset + 20, true),
      uncompressedBytes: view.getUint32(offset + 24, true),
      headerOffset: view.getUint32(offset + 42, true),
    })
    offset += 46 + nameBytes + rest
  }
  return entries
}

function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - endRecordBytes - longestComment)
  for (let offset = view.byteLength - endRecordBytes; offset >= lowest; offset -= 1)
    if (view.getUint32(offset, true) === endSignature) return offset
  return undefined
}

/** Unpacks one entry as text, at most `maxBytes` of it; undefined when it is damaged or larger. */
export function readZipText(bytes: Uint8Array, entry: ZipEntry, maxBytes: number): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { headerOffset } = entry
  if (headerOffset + 30 > view.byteLength || view.getUint32(headerOffset, true) !== headerSignature)
    return undefined
  const start =
    headerOffset + 30 + view.getUint16(headerOffset + 26, true) + view.getUint16(headerOffset + 28, true)
  const packed = bytes.subarray(start, start + entry.compressedBytes)
  if (entry.method === 0) return packed.length > maxBytes ? undefined : Buffer.from(packed).toString('utf8')
  try {
    return inflateRawSync(packed, { maxOutputLength: maxBytes }).toString('utf8')
  } catch {
    // Damaged, or more than the limit: the caller only needs to know that there is no text.
    return undefined
  }
}
