import { badPicture, checkSize } from './bad-picture.js'

const chunkHeader = 8
const hasAlpha = 0x10
const isAnimated = 0x02

interface Chunk {
  type: string
  data: Buffer
}

export const isWebp = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'

/** Takes a WebP picture apart and puts together again only what draws it. */
export function cleanWebp(bytes: Buffer): Buffer {
  const chunks = readChunks(bytes)
  const pictures = chunks.filter(({ type }) => type === 'VP8 ' || type === 'VP8L')
  const [picture] = pictures
  if (!picture || pictures.length > 1) throw badPicture()
  const size = picture.type === 'VP8L' ? readLossless(picture.data) : readLossy(picture.data)
  checkSize(...size)
  const [first] = chunks
  if (first?.type !== 'VP8X') return build([picture])
  const alpha = chunks.filter(({ type }) => type === 'ALPH').slice(0, 1)
  return build([{ type: 'VP8X', data: extended(first.data, size) }, ...alpha, picture])
}

function readChunks(bytes: Buffer): Chunk[] {
  const end = chunkHeader + bytes.readUInt32LE(4)
  if (end > bytes.length) throw badPicture()
  const chunks: Chunk[] = []
  for (let at = 12; at < end;) {
    if (at + chunkHeader > end) throw badPicture()
    const length = bytes.readUInt32LE(at + 4)
    const data = bytes.subarray(at + chunkHeader, at + chunkHeader + length)
    if (data.length !== length || at + chunkHeader + length > end) throw badPicture()
    chunks.push({ type: bytes.toString('latin1', at, at + 4), data })
    at += chunkHeader + length + (length % 2)
  }
  return chunks
}

function readLossy(data: Buffer): [width: number, height: number] {
  // A key frame, and the code with which one starts.
  if (data.length < 10 || (data.readUInt8(0) & 1) !== 0 || data.readUIntBE(3, 3) !== 0x9d012a)
    throw badPicture()
  return [data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff]
}

function readLossless(data: Buffer): [width: number, height: number] {
  if (data.length < 5 || data[0] !== 0x2f) throw badPicture()
  const bits = data.readUInt32LE(1)
  if (bits >>> 29 !== 0) throw badPicture()
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
}

/** The header of pictures with more than one part, which must tell the size of the picture itself. */
function extended(data: Buffer, [width, height]: readonly [number, number]): Buffer {
  if (data.length !== 10) throw badPicture()
  const flags = data.readUInt8(0)
  const isAsLarge = data.readUIntLE(4, 3) + 1 === width && data.readUIntLE(7, 3) + 1 === height
  if ((flags & isAnimated) !== 0 || !isAsLarge) throw badPicture()
  const header = Buffer.from(data)
  header.writeUInt32LE(flags & hasAlpha, 0)
  return header
}

function build(chunks: readonly Chunk[]): Buffer {
  const parts = chunks.map(({ type, data }) => {
    const header = Buffer.alloc(chunkHeader)
    header.write(type, 'latin1')
    header.writeUInt32LE(data.length, 4)
    return Buffer.concat([header, data, Buffer.alloc(data.length % 2)])
  })
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts])
  const header = Buffer.alloc(chunkHeader)
  header.write('RIFF', 'latin1')
  header.writeUInt32LE(body.length, 4)
  return Buffer.concat([header, body])
}
