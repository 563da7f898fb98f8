import { findPalette } from './palette.js'
import type { Picture } from './picture.js'
import { onPaper } from './picture.js'

const longestCode = 12
const lastCode = 4_095
const longestBlock = 255

/** Writes a picture as GIF on white paper: its own colours when they are few enough, else the 256 closest. */
export function encodeGif(picture: Picture): Uint8Array {
  const { width, height } = picture
  const { colors, indexes } = findPalette(onPaper(picture))
  const bits = Math.max(2, Math.ceil(Math.log2(colors.length / 3)))
  const screen = Buffer.alloc(13)
  screen.write('GIF89a', 0, 'latin1')
  screen.writeUInt16LE(width, 6)
  screen.writeUInt16LE(height, 8)
  // A table of colours for all of the picture follows.
  screen.writeUInt8(0x80 | ((bits - 1) << 4) | (bits - 1), 10)
  const table = Buffer.alloc(3 * 2 ** bits)
  table.set(colors)
  const image = Buffer.alloc(11)
  image.writeUInt8(0x2c, 0)
  image.writeUInt16LE(width, 5)
  image.writeUInt16LE(height, 7)
  image.writeUInt8(bits, 10)
  return Buffer.concat([screen, table, image, ...inBlocks(compress(indexes, bits)), Buffer.of(0, 0x3b)])
}

function inBlocks(bytes: Uint8Array): Uint8Array[] {
  const blocks: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += longestBlock) {
    const block = bytes.subarray(at, at + longestBlock)
    blocks.push(Uint8Array.of(block.length), block)
  }
  return blocks
}

/** Compresses by LZW, whose codes get longer as the table of known sequences grows. */
function compress(indexes: Uint8Array, bits: number): Uint8Array {
  const clear = 2 ** bits
  const end = clear + 1
  const known = new Map<number, number>()
  const writer = createBitWriter()
  let length = bits + 1
  let next = end + 1

  function write(code: number) {
    writer.write(code, length)
    if (next >= 2 ** length && length < longestCode) length += 1
  }

  function learn(sequence: number) {
    if (next < lastCode) {
      known.set(sequence, next)
      next += 1
      return
    }
    write(clear)
    known.clear()
    length = bits + 1
    next = end + 1
  }

  write(clear)
  let [current = 0] = indexes
  for (const index of indexes.subarray(1)) {
    const sequence = current * 256 + index
    const code = known.get(sequence)
    if (code === undefined) {
      write(current)
      learn(sequence)
    }
    current = code ?? index
  }
  write(current)
  write(end)
  return writer.finish()
}

/** Puts codes behind each other, their lowest bits first. */
function createBitWriter() {
  const bytes: number[] = []
  let held = 0
  let count = 0
  return {
    write(code: number, length: number) {
      held |= code << count
      count += length
      while (count >= 8) {
        bytes.push(held & 255)
        held >>>= 8
        count -= 8
      }
    },
    finish(): Uint8Array {
      if (count > 0) bytes.push(held & 255)
      return Uint8Array.from(bytes)
    },
  }
}
