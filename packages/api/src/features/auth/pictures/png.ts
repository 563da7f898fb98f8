import { crc32, inflateSync } from 'node:zlib'
import { badPicture, checkSize } from './bad-picture.js'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Samples of a pixel by colour type. */
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const kept = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

interface Chunk {
  type: string
  data: Buffer
  whole: Buffer
}

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, signature.length).equals(signature)

/** Takes a PNG picture apart and puts together again only what draws it. */
export function cleanPng(bytes: Buffer): Buffer {
  const chunks = readChunks(bytes)
  const header = chunks[0]
  if (header?.type !== 'IHDR' || header.data.length !== 13) throw badPicture()
  checkPixels(header.data, Buffer.concat(dataOf(chunks, 'IDAT')))
  if (header.data[9] === 3 && dataOf(chunks, 'PLTE').length !== 1) throw badPicture()
  return Buffer.concat([signature, ...chunks.filter(({ type }) => kept.has(type)).map(({ whole }) => whole)])
}

function dataOf(chunks: readonly Chunk[], type: string): Buffer[] {
  return chunks.filter((chunk) => chunk.type === type).map(({ data }) => data)
}

function readChunks(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = signature.length; chunks.at(-1)?.type !== 'IEND';) {
    if (at + 12 > bytes.length) throw badPicture()
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) throw badPicture()
    const checked = bytes.subarray(at + 4, end - 4)
    if (crc32(checked) !== bytes.readUInt32BE(end - 4)) throw badPicture()
    const type = checked.toString('latin1', 0, 4)
    chunks.push({ type, data: checked.subarray(4), whole: bytes.subarray(at, end) })
    at = end
  }
  return chunks
}

function checkPixels(header: Buffer, packed: Buffer): void {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [bits = 0, colour = 0, compression, filter, interlace] = header.subarray(8)
  checkSize(width, height)
  const bitsOfPixel = (samples[colour] ?? 0) * bits
  if (![1, 2, 4, 8, 16].includes(bits) || bitsOfPixel === 0 || compression !== 0 || filter !== 0)
    throw badPicture()
  // Interlaced pictures have another length; nobody's camera or browser makes them.
  if (interlace !== 0) throw badPicture()
  const lineBytes = 1 + Math.ceil((width * bitsOfPixel) / 8)
  const pixels = unpack(packed, lineBytes * height)
  for (let line = 0; line < height; line++) if ((pixels[line * lineBytes] ?? 5) > 4) throw badPicture()
}

function unpack(packed: Buffer, length: number): Buffer {
  let pixels: Buffer
  try {
    pixels = inflateSync(packed, { maxOutputLength: length })
  } catch (cause) {
    throw Object.assign(badPicture(), { cause })
  }
  if (pixels.length !== length) throw badPicture()
  return pixels
}
