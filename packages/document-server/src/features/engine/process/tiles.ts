import { deflateRawSync } from 'node:zlib'
import { tilePixels } from '@lectern/shared'
import type { TileFrame } from '@lectern/shared'

export interface TileAddress {
  part: number
  tileTwips: number
  column: number
  row: number
}

/** A rectangle in pixels. */
export interface PixelRect {
  x: number
  y: number
  width: number
  height: number
}

export const wholeTile: PixelRect = { x: 0, y: 0, width: tilePixels, height: tilePixels }

/** Names a tile in maps and sets of one document. */
export function tileKey({ part, tileTwips, column, row }: TileAddress): string {
  return `${String(part)}:${String(tileTwips)}:${String(column)}:${String(row)}`
}

/** Finds the smallest rectangle in which two tiles differ. */
export function findChange(before: Uint32Array, after: Uint32Array): PixelRect | undefined {
  let top = -1
  let bottom = -1
  let left = tilePixels
  let right = -1
  for (let row = 0; row < tilePixels; row += 1) {
    const start = row * tilePixels
    let first = 0
    while (first < tilePixels && before[start + first] === after[start + first]) first += 1
    if (first === tilePixels) continue
    let last = tilePixels - 1
    while (before[start + last] === after[start + last]) last -= 1
    if (top < 0) top = row
    bottom = row
    if (first < left) left = first
    if (last > right) right = last
  }
  if (top < 0) return undefined
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}

/**
 * Packs a rectangle of the engine's pixels (BGRA, colours multiplied with alpha) as RGBA and deflates it.
 * What the engine left untouched is transparent, or white in a spreadsheet, where there is nothing but paper.
 */
export function packPixels(
  pixels: Uint32Array,
  stride: number,
  rect: PixelRect,
  opaque: boolean,
): Uint8Array {
  const out = new Uint32Array(rect.width * rect.height)
  for (let row = 0; row < rect.height; row += 1) {
    let from = (rect.y + row) * stride + rect.x
    let to = row * rect.width
    for (let column = 0; column < rect.width; column += 1) {
      const pixel = pixels[from] ?? 0
      const alpha = pixel >>> 24
      out[to] =
        alpha === 255
          ? ((pixel & 0xff00ff00) | ((pixel & 0xff) << 16) | ((pixel >>> 16) & 0xff)) >>> 0
          : blend(pixel, alpha, opaque)
      from += 1
      to += 1
    }
  }
  return deflateRawSync(new Uint8Array(out.buffer), { level: 1 })
}

function blend(pixel: number, alpha: number, opaque: boolean): number {
  const channel = (shift: number) => {
    const value = (pixel >>> shift) & 0xff
    if (opaque) return Math.min(255, value + 255 - alpha)
    return alpha === 0 ? 0 : Math.min(255, Math.round((value * 255) / alpha))
  }
  return (((opaque ? 255 : alpha) << 24) | (channel(0) << 16) | (channel(8) << 8) | channel(16)) >>> 0
}

/** Builds a tile's frame from the packed pixels of `rect`. */
export function tileFrame(
  address: TileAddress,
  rect: PixelRect,
  whole: boolean,
  payload: Uint8Array,
): TileFrame {
  return { kind: 'tile', whole, ...address, ...rect, payload }
}
