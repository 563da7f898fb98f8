import { tilePixels, type TwipRect } from '@lectern/shared'

export interface Point {
  x: number
  y: number
}

/** Gives how far two places are from each other. */
export function distanceBetween(first: Point, second: Point): number {
  return Math.hypot(first.x - second.x, first.y - second.y)
}

/** A pointer that is pressed shakes a little; a drag goes farther, in CSS pixels. */
export const dragSlack = 5

/** Twips of one CSS pixel at 100 %. */
export const twipsPerPixel = 15

export const minZoom = 0.1
export const maxZoom = 4

/** Keeps a zoom between 10 % and 400 %. */
export function clampZoom(zoom: number): number {
  return Math.min(maxZoom, Math.max(minZoom, zoom))
}

/** With sides that are multiples of it the server can paint every 32nd pixel's edge exactly, so parts of tiles. */
const tileTwipsStep = 8

/** Side of a tile in twips for which its 256 pixels are device pixels at this zoom. */
export function tileTwipsFor(zoom: number, devicePixelRatio: number): number {
  const exact = (tilePixels * twipsPerPixel) / (zoom * devicePixelRatio)
  return Math.round(exact / tileTwipsStep) * tileTwipsStep
}

/** CSS pixels of one twip, exactly as the tiles show it (the tile's side is a whole number of twips). */
export function scaleFor(tileTwips: number, devicePixelRatio: number): number {
  return tilePixels / (tileTwips * devicePixelRatio)
}

/** Columns and rows of tiles, both ends included. */
export interface TileRange {
  firstColumn: number
  lastColumn: number
  firstRow: number
  lastRow: number
}

/** Tiles that a rectangle touches; nothing left of or above the document. */
export function tileRange(rect: TwipRect, tileTwips: number): TileRange {
  const last = (end: number) => Math.max(0, Math.ceil(end / tileTwips) - 1)
  const first = (start: number) => Math.max(0, Math.floor(start / tileTwips))
  return {
    firstColumn: first(rect.x),
    lastColumn: last(rect.x + rect.width),
    firstRow: first(rect.y),
    lastRow: last(rect.y + rect.height),
  }
}

/** The rectangle that a range of tiles covers. */
export function rangeRect(range: TileRange, tileTwips: number): TwipRect {
  return {
    x: range.firstColumn * tileTwips,
    y: range.firstRow * tileTwips,
    width: (range.lastColumn - range.firstColumn + 1) * tileTwips,
    height: (range.lastRow - range.firstRow + 1) * tileTwips,
  }
}

/** The common part of two rectangles, or undefined. */
export function intersect(a: TwipRect, b: TwipRect): TwipRect | undefined {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const width = Math.min(a.x + a.width, b.x + b.width) - x
  const height = Math.min(a.y + a.height, b.y + b.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : undefined
}

/** A rectangle grown by a margin on each side, never beyond the document's left and top. */
export function withMargin(rect: TwipRect, marginX: number, marginY: number): TwipRect {
  const x = Math.max(0, rect.x - marginX)
  const y = Math.max(0, rect.y - marginY)
  return {
    x,
    y,
    width: rect.x + rect.width + marginX - x,
    height: rect.y + rect.height + marginY - y,
  }
}
