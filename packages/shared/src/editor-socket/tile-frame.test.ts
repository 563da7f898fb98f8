import { describe, expect, it } from 'vitest'
import { decodeTileFrame, encodeTileFrame, tileFrameHeaderBytes, type TileFrame } from './tile-frame.js'

const frame: TileFrame = {
  kind: 'tile',
  whole: false,
  part: 3,
  tileTwips: 3840,
  column: 70_000,
  row: 12,
  x: 16,
  y: 255,
  width: 240,
  height: 1,
  payload: new Uint8Array([1, 2, 3]),
}

describe('tile frames', () => {
  it('come back as they were written', () => {
    expect(decodeTileFrame(encodeTileFrame(frame))).toEqual(frame)
  })

  it('are read from the middle of a larger buffer', () => {
    const bytes = encodeTileFrame({ ...frame, kind: 'thumbnail', whole: true })
    const padded = new Uint8Array(bytes.length + 7)
    padded.set(bytes, 7)
    expect(decodeTileFrame(padded.subarray(7))).toMatchObject({ kind: 'thumbnail', whole: true, part: 3 })
  })

  it('refuse bytes without a whole header', () => {
    expect(() => decodeTileFrame(new Uint8Array(tileFrameHeaderBytes - 1))).toThrow(RangeError)
  })
})
