import type { TwipRect } from '@lectern/shared'
import type { Viewport } from '../engine.types.js'

/** Tiles of a viewport: `right` and `bottom` are the last ones inside. */
export interface TileRange {
  part: number
  tileTwips: number
  left: number
  top: number
  right: number
  bottom: number
}

/** More tiles than any screen shows; a larger viewport is cut. */
const maxColumns = 40
const maxRows = 30

/** Gives the tiles that a viewport touches. */
export function tileRange(viewport: Viewport): TileRange {
  const { part, tileTwips } = viewport
  const left = Math.max(0, Math.floor(viewport.x / tileTwips))
  const top = Math.max(0, Math.floor(viewport.y / tileTwips))
  const right = Math.ceil((viewport.x + viewport.width) / tileTwips) - 1
  const bottom = Math.ceil((viewport.y + viewport.height) / tileTwips) - 1
  return {
    part,
    tileTwips,
    left,
    top,
    right: Math.min(right, left + maxColumns - 1),
    bottom: Math.min(bottom, top + maxRows - 1),
  }
}

/** Tells whether a tile is inside a range. */
export function includesTile(
  range: TileRange,
  tile: { part: number; tileTwips: number; column: number; row: number },
): boolean {
  return (
    tile.part === range.part &&
    tile.tileTwips === range.tileTwips &&
    tile.column >= range.left &&
    tile.column <= range.right &&
    tile.row >= range.top &&
    tile.row <= range.bottom
  )
}

/** Tells whether a tile touches a rectangle of its part; null is everything. */
export function touchesRect(
  { tileTwips, column, row }: { tileTwips: number; column: number; row: number },
  rect: TwipRect | null,
): boolean {
  if (!rect) return true
  return (
    column * tileTwips <= rect.x + rect.width &&
    (column + 1) * tileTwips >= rect.x &&
    row * tileTwips <= rect.y + rect.height &&
    (row + 1) * tileTwips >= rect.y
  )
}

/** Distance of a tile from a point, in tiles. */
export function tileDistance(
  { tileTwips, column, row }: { tileTwips: number; column: number; row: number },
  point: { x: number; y: number },
): number {
  return Math.hypot(column + 0.5 - point.x / tileTwips, row + 0.5 - point.y / tileTwips)
}
