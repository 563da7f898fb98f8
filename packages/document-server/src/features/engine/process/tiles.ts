import { deflateRawSync } from 'node:zlib'
import { tilePixels } from '@lectern/shared'
import type { TileFrame } from '@lectern/shared'
import type { PixelRect } from './pixel-rects.js'

export interface TileAddress {
  part: number
  tileTwips: number
  column: number
  row: number
}

/** Names a tile in maps and sets of one document. */
export function tileKey({ part, tileTwips, column, row }: TileAddress): string {
  return `${String(part)}:${String(tileTwips)}:${String(column)}:${String(row)}`
}

/** A picture in the engine's memory: its pixels, how many make a line, and where its corner is. */
export interface Picture {
  pixels: Uint32Array
  stride: number
  x: number
  y: number
}

/**
 * Copies the pixels of `rect`, in the tile's own coordinates like the picture's corner, into a tile; gives the smallest
 * rectangle in which they were different.
 */
export function mergeInto(tile: Uint32Array, picture: Picture, rect: PixelRect): PixelRect | undefined {
  const { pixels, stride } = picture
  let top = -1
  let bottom = -1
  let left = tilePixels
  let right = -1
  for (let row = rect.y; row < rect.y + rect.height; row += 1) {
    const to = row * tilePixels
    const from = (row - picture.y) * stride - picture.x
    const end = rect.x + rect.width
    let first = rect.x
    while (first < end && tile[to + first] === pixels[from + first]) first += 1
    if (first === end) continue
    let last = end - 1
    while (tile[to + last] === pixels[from + last]) last -= 1
    tile.set(pixels.subarray(from + first, from + last + 1), to + first)
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
