import { tilePixels } from '@lectern/shared'
import type { TwipRect } from '@lectern/shared'
import type { TileAddress } from './tiles.js'

/** A rectangle in pixels. */
export interface PixelRect {
  x: number
  y: number
  width: number
  height: number
}

/** All of a tile. */
export const wholeTile: PixelRect = { x: 0, y: 0, width: tilePixels, height: tilePixels }

/** Smooth edges reach a little beyond what the engine says has changed. */
const edgePixels = 2

/** Tells whether a rectangle is all of a tile. */
export function isWhole({ width, height }: PixelRect): boolean {
  return width === tilePixels && height === tilePixels
}

/** The smallest rectangle around two others. */
export function unite(a: PixelRect, b: PixelRect): PixelRect {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

/** The common part of two rectangles, or undefined. */
export function intersect(a: PixelRect, b: PixelRect): PixelRect | undefined {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const width = Math.min(a.x + a.width, b.x + b.width) - x
  const height = Math.min(a.y + a.height, b.y + b.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : undefined
}

/**
 * Gives the pixels of a tile that a rectangle of the document touches; null is everything. The engine is told an area
 * in whole twips, and text would sit elsewhere by parts of a pixel if the area were not exactly these pixels: so both
 * ends are where pixels and twips meet.
 */
export function pixelsOf(tile: TileAddress, rect: TwipRect | null): PixelRect | undefined {
  if (!rect) return wholeTile
  const { tileTwips } = tile
  const step = tilePixels / greatestDivisor(tilePixels, tileTwips)
  const scale = tilePixels / tileTwips
  const range = (start: number, size: number, origin: number) => {
    const first = (start - origin * tileTwips) * scale - edgePixels
    const last = (start + size - origin * tileTwips) * scale + edgePixels
    const from = Math.max(0, Math.floor(first / step) * step)
    return { from, length: Math.min(tilePixels, Math.ceil(last / step) * step) - from }
  }
  const horizontal = range(rect.x, rect.width, tile.column)
  const vertical = range(rect.y, rect.height, tile.row)
  if (horizontal.length <= 0 || vertical.length <= 0) return undefined
  return { x: horizontal.from, y: vertical.from, width: horizontal.length, height: vertical.length }
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}
