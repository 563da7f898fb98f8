/**
 * Binary frames of the editor socket: one changed rectangle of one tile, one thumbnail, or one slide of a show.
 *
 * ```
 * byte  0      kind: 0 tile, 1 thumbnail, 2 slide
 * byte  1      flags: 1 = pixels replace the whole tile (it was unknown or is new), 0 = patch of a known tile
 * byte  2-3    part            uint16 LE
 * byte  4-7    tileTwips       uint32 LE   (others than tiles: 0)
 * byte  8-11   column          uint32 LE   (others than tiles: 0)
 * byte 12-15   row             uint32 LE   (others than tiles: 0)
 * byte 16-17   x               uint16 LE   pixels inside the tile
 * byte 18-19   y               uint16 LE
 * byte 20-21   width           uint16 LE
 * byte 22-23   height          uint16 LE
 * byte 24-     raw deflate of RGBA bytes, width * height * 4
 * ```
 */
export interface TileFrame {
  kind: (typeof kinds)[number]
  whole: boolean
  part: number
  tileTwips: number
  column: number
  row: number
  x: number
  y: number
  width: number
  height: number
  /** Raw deflate (RFC 1951) of RGBA pixels. */
  payload: Uint8Array
}

const kinds = ['tile', 'thumbnail', 'slide'] as const

/** Side of a tile in pixels. */
export const tilePixels = 256

/** Length of a frame's header in bytes. */
export const tileFrameHeaderBytes = 24

/** Writes a frame; the payload is copied behind the header. */
export function encodeTileFrame(frame: TileFrame): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(tileFrameHeaderBytes + frame.payload.length)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, kinds.indexOf(frame.kind))
  view.setUint8(1, frame.whole ? 1 : 0)
  view.setUint16(2, frame.part, true)
  view.setUint32(4, frame.tileTwips, true)
  view.setUint32(8, frame.column, true)
  view.setUint32(12, frame.row, true)
  view.setUint16(16, frame.x, true)
  view.setUint16(18, frame.y, true)
  view.setUint16(20, frame.width, true)
  view.setUint16(22, frame.height, true)
  bytes.set(frame.payload, tileFrameHeaderBytes)
  return bytes
}

/** Reads a frame; throws a RangeError when the bytes are too short to hold a header. */
export function decodeTileFrame(bytes: Uint8Array): TileFrame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    kind: kinds[view.getUint8(0)] ?? 'tile',
    whole: view.getUint8(1) === 1,
    part: view.getUint16(2, true),
    tileTwips: view.getUint32(4, true),
    column: view.getUint32(8, true),
    row: view.getUint32(12, true),
    x: view.getUint16(16, true),
    y: view.getUint16(18, true),
    width: view.getUint16(20, true),
    height: view.getUint16(22, true),
    payload: bytes.subarray(tileFrameHeaderBytes),
  }
}
