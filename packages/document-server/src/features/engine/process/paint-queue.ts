import { tilePixels } from '@lectern/shared'
import type { TwipRect } from '@lectern/shared'
import type { PixelRect } from './pixel-rects.js'
import { pixelsOf, unite, wholeTile } from './pixel-rects.js'
import type { TileAddress } from './tiles.js'
import { tileKey } from './tiles.js'
import type { TileRange } from './viewport.js'
import { includesTile, tileDistance } from './viewport.js'

/** What the painter knows of a view: where it looks and which tiles its page has. */
export interface PaintView {
  viewId: number
  range: TileRange | undefined
  /** Tiles inside the viewport that the page has, as they are in the cache. */
  known: Set<string>
  /** Where the person works: tiles near it come first. */
  focus: { x: number; y: number } | undefined
  /** Counts up with each input of any view; the highest one types now. */
  activity: number
}

/** What is painted by one call: a rectangle of tiles, and the pixels of it that have changed. */
export interface PaintJob {
  view: PaintView
  part: number
  tileTwips: number
  column: number
  row: number
  columns: number
  rows: number
  /** Counted from the part's corner. */
  area: PixelRect
}

interface DirtyTile {
  address: TileAddress
  /** Pixels of the tile that are to be painted. */
  rect: PixelRect
}

/** A call of the engine costs much more than the pixels of it, but must stay short enough for the next key. */
const maxTilesPerJob = 12

/** How much further away, in tiles, work of people counts who do not type now. */
const idlePenalty = 8

/** Collects the tiles to paint, and gives them in the order in which people wait for them. */
export function createPaintQueue(views: ReadonlySet<PaintView>) {
  const dirty = new Map<string, DirtyTile>()

  const isVisible = (address: TileAddress) => {
    for (const view of views) if (view.range && includesTile(view.range, address)) return true
    return false
  }

  function score(view: PaintView, address: TileAddress, latest: number): number {
    const range = view.range
    const middle = range && {
      x: ((range.left + range.right + 1) / 2) * range.tileTwips,
      y: ((range.top + range.bottom + 1) / 2) * range.tileTwips,
    }
    const focus = view.focus ?? middle ?? { x: 0, y: 0 }
    return tileDistance(address, focus) + (view.activity === latest ? 0 : idlePenalty)
  }

  function nearest(): { view: PaintView; address: TileAddress } | undefined {
    let best: { view: PaintView; address: TileAddress; score: number } | undefined
    let latest = 0
    for (const view of views) latest = Math.max(latest, view.activity)
    for (const { address } of dirty.values())
      for (const view of views) {
        if (!view.range || !includesTile(view.range, address)) continue
        const candidate = score(view, address, latest)
        if (!best || candidate < best.score) best = { view, address, score: candidate }
      }
    return best
  }

  /** Grows a rectangle around a tile over neighbours that are dirty too. */
  function grow(view: PaintView, { part, tileTwips, column, row }: TileAddress): Omit<PaintJob, 'area'> {
    const job = { view, part, tileTwips, column, row, columns: 1, rows: 1 }
    const allDirty = (left: number, top: number, columns: number, rows: number) => {
      for (let r = top; r < top + rows; r += 1)
        for (let c = left; c < left + columns; c += 1)
          if (!dirty.has(tileKey({ part, tileTwips, column: c, row: r }))) return false
      return true
    }
    for (let grown = true; grown;) {
      grown = false
      if ((job.columns + 1) * job.rows <= maxTilesPerJob) {
        if (allDirty(job.column + job.columns, job.row, 1, job.rows)) {
          job.columns += 1
          grown = true
          continue
        }
        if (allDirty(job.column - 1, job.row, 1, job.rows)) {
          job.column -= 1
          job.columns += 1
          grown = true
          continue
        }
      }
      if (job.columns * (job.rows + 1) > maxTilesPerJob) continue
      if (allDirty(job.column, job.row + job.rows, job.columns, 1)) {
        job.rows += 1
        grown = true
      } else if (allDirty(job.column, job.row - 1, job.columns, 1)) {
        job.row -= 1
        job.rows += 1
        grown = true
      }
    }
    return job
  }

  function add(address: TileAddress, rect: PixelRect) {
    const key = tileKey(address)
    const before = dirty.get(key)
    dirty.set(key, { address, rect: before ? unite(before.rect, rect) : rect })
  }

  /** Takes the tiles of a job out of the queue and gives the pixels that they are dirty in. */
  function takeArea({ part, tileTwips, column, row, columns, rows }: Omit<PaintJob, 'area'>): PixelRect {
    let area: PixelRect | undefined
    for (let r = row; r < row + rows; r += 1)
      for (let c = column; c < column + columns; c += 1) {
        const key = tileKey({ part, tileTwips, column: c, row: r })
        const { x, y, width, height } = dirty.get(key)?.rect ?? wholeTile
        dirty.delete(key)
        const rect = { x: x + c * tilePixels, y: y + r * tilePixels, width, height }
        area = area ? unite(area, rect) : rect
      }
    return area ?? wholeTile
  }

  return {
    /** Adds all of a tile. */
    add(address: TileAddress) {
      add(address, wholeTile)
    },
    has: (key: string) => dirty.has(key),
    /** Adds what views see of a changed rectangle. */
    invalidate(part: number | undefined, rect: TwipRect | null) {
      for (const { range } of views) {
        if (!range || (part !== undefined && range.part !== part)) continue
        const { tileTwips } = range
        for (let row = range.top; row <= range.bottom; row += 1)
          for (let column = range.left; column <= range.right; column += 1) {
            const address = { part: range.part, tileTwips, column, row }
            const pixels = pixelsOf(address, rect)
            if (pixels) add(address, pixels)
          }
      }
    },
    /** Takes the most wanted rectangle out of the queue. */
    take(): PaintJob | undefined {
      for (const [key, { address }] of dirty) if (!isVisible(address)) dirty.delete(key)
      const best = nearest()
      if (!best) return undefined
      const job = grow(best.view, best.address)
      return { ...job, area: takeArea(job) }
    },
    isEmpty: () => dirty.size === 0,
  }
}
