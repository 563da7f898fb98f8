import type { Picture } from './picture.js'
import { onPaper } from './picture.js'

const fileHeaderBytes = 14
const infoHeaderBytes = 40
const bitsPerPixel = 24
/** 96 dots per inch. */
const pixelsPerMetre = 3_780

/** Writes a picture as BMP on white paper: rows from the bottom up, each a multiple of four bytes. */
export function encodeBmp(picture: Picture): Uint8Array {
  const { width, height } = picture
  const stride = Math.ceil((width * 3) / 4) * 4
  const start = fileHeaderBytes + infoHeaderBytes
  const bytes = Buffer.alloc(start + stride * height)
  bytes.write('BM', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length, 2)
  bytes.writeUInt32LE(start, 10)
  bytes.writeUInt32LE(infoHeaderBytes, 14)
  bytes.writeInt32LE(width, 18)
  bytes.writeInt32LE(height, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(bitsPerPixel, 28)
  bytes.writeUInt32LE(stride * height, 34)
  bytes.writeInt32LE(pixelsPerMetre, 38)
  bytes.writeInt32LE(pixelsPerMetre, 42)
  const pixels = onPaper(picture)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4
      const to = start + (height - 1 - y) * stride + x * 3
      bytes[to] = pixels[from + 2] ?? 0
      bytes[to + 1] = pixels[from + 1] ?? 0
      bytes[to + 2] = pixels[from] ?? 0
    }
  return bytes
}
