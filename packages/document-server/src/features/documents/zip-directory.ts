/** One entry as the central directory of a ZIP file names it. */
export interface ZipEntry {
  name: string
  compressedBytes: number
  uncompressedBytes: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endLength = 22
const maxCommentLength = 0xffff

/** Reads the list of entries from the end of a ZIP file; undefined when it is cut off or is none. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  let position = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    if (position + 46 > end || view.getUint32(position, true) !== entrySignature) return undefined
    const nameLength = view.getUint16(position + 28, true)
    const extraLength = view.getUint16(position + 30, true)
    const commentLength = view.getUint16(position + 32, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(position + 46, position + 46 + nameLength)),
      compressedBytes: view.getUint32(position + 20, true),
      uncompressedBytes: view.getUint32(position + 24, true),
    })
    position += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endLength - maxCommentLength)
  for (let position = view.byteLength - endLength; position >= first; position -= 1) {
    if (view.getUint32(position, true) === endSignature) return position
  }
  return undefined
}
