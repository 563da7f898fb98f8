import { badPicture, checkSize } from './bad-picture.js'

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
/** Frames that browsers draw: baseline, extended and progressive. */
const frames = new Set([0xc0, 0xc1, 0xc2])
/** Tables, restart interval, and Adobe's note on how colours are stored: without these the picture looks wrong. */
const kept = new Set([0xc4, 0xdb, 0xdd, 0xee])
/** Application data (where cameras put the place) and comments. */
const isDropped = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe

export const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === startOfImage

/** Takes a JPEG picture apart and puts together again only what draws it. */
export function cleanJpeg(bytes: Buffer): Buffer {
  const parts = [bytes.subarray(0, 2)]
  let frameCount = 0
  let scanCount = 0
  for (let at = 2; ;) {
    const marker = readMarker(bytes, at)
    if (marker === endOfImage) break
    const end = at + 2 + lengthAt(bytes, at + 2)
    if (end > bytes.length) throw badPicture()
    const segment = bytes.subarray(at, end)
    at = end
    if (frames.has(marker)) {
      frameCount++
      checkFrame(segment)
    }
    if (marker === startOfScan) {
      scanCount++
      at = endOfScan(bytes, end)
      parts.push(segment, bytes.subarray(end, at))
    } else if (frames.has(marker) || kept.has(marker)) parts.push(segment)
    else if (!isDropped(marker)) throw badPicture()
  }
  if (frameCount !== 1 || scanCount === 0) throw badPicture()
  return Buffer.concat([...parts, Buffer.from([0xff, endOfImage])])
}

function readMarker(bytes: Buffer, at: number): number {
  const [prefix, marker] = bytes.subarray(at, at + 2)
  if (prefix !== 0xff || marker === undefined) throw badPicture()
  return marker
}

function lengthAt(bytes: Buffer, at: number): number {
  if (at + 2 > bytes.length) throw badPicture()
  const length = bytes.readUInt16BE(at)
  if (length < 2) throw badPicture()
  return length
}

function checkFrame(segment: Buffer): void {
  if (segment.length < 10) throw badPicture()
  checkSize(segment.readUInt16BE(7), segment.readUInt16BE(5))
}

/** Finds the marker after the pixels of a scan: `FF 00` and restart marks belong to them. */
function endOfScan(bytes: Buffer, start: number): number {
  for (let at = start; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  throw badPicture()
}
