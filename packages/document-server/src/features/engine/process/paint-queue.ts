import type { TwipRect } from '@lectern/shared'
import type { TileAddress } from './tiles.js'
import { tileKey } from './tiles.js'
import type { TileRange } from './viewport.js'
import { includesTile, tileDistance, touchesRect } from './viewport.js'

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

/** A rectangle of tiles that is painted by one call. */
export interface PaintJob {
  view: PaintView
  part: number
  tileTwips: number
  column: number
  row: number
  columns: number
  rows: number
}

/** A call of the engine costs much more than the pixels of it, but must stay short enough for the next key. */
const maxTilesPerJob = 12

/** How much further away, in tiles, work of people counts who do not type now. */
const idlePenalty = 8

/** Collects the tiles to paint, and gives them in the order in which people wait for them. */
export function createPaintQueue(views: ReadonlySet<PaintView>) {
  const dirty = new Map<string, TileAddress>()

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
    for (const address of dirty.values())
      for (const view of views) {
        if (!view.range || !includesTile(view.range, address)) continue
        const candidate = score(view, address, latest)
        if (!best || candidate < best.score) best = { view, address, score: candidate }
      }
    return best
  }

  /** Grows a rectangle around a tile over neighbours that are dirty too. */
  function grow(view: PaintView, { part, tileTwips, column, row }: TileAddress): PaintJob {
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

  return {
    add(address: TileAddress) {
      dirty.set(tileKey(address), address)
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
            if (touchesRect(address, rect)) dirty.set(tileKey(address), address)
          }
      }
    },
    /** Takes the most wanted rectangle out of the queue. */
    take(): PaintJob | undefined {
      for (const [key, address] of dirty) if (!isVisible(address)) dirty.delete(key)
      const best = nearest()
      if (!best) return undefined
      const job = grow(best.view, best.address)
      for (let row = job.row; row < job.row + job.rows; row += 1)
        for (let column = job.column; column < job.column + job.columns; column += 1)
          dirty.delete(tileKey({ part: job.part, tileTwips: job.tileTwips, column, row }))
      return job
    },
    isEmpty: () => dirty.size === 0,
  }
}
