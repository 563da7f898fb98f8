import { tilePixels } from '@lectern/shared'
import type { DocumentType, TileFrame, TwipRect } from '@lectern/shared'
import type { Viewport } from '../engine.types.js'
import type { Lok } from './lok.js'
import type { PaintJob, PaintView } from './paint-queue.js'
import { createPaintQueue } from './paint-queue.js'
import type { TileCache } from './tile-cache.js'
import type { TileAddress } from './tiles.js'
import { findChange, packPixels, tileFrame, tileKey, wholeTile } from './tiles.js'
import { includesTile, tileRange, touchesRect } from './viewport.js'

interface PainterOptions {
  lok: Lok
  /** Pointer of the document. */
  document: number
  documentType: DocumentType
  cache: TileCache
  send: (view: PaintView, frame: TileFrame) => void
}

/** Paints what the views of one document look at: once for all who look at the same scale. */
export function createPainter({ lok, document, documentType, cache, send }: PainterOptions) {
  const views = new Set<PaintView>()
  const queue = createPaintQueue(views)
  const opaque = documentType === 'cell'
  let activity = 0

  /** Paints into memory of the engine, and calls back with the pixels before it is released. */
  function paint<T>(
    width: number,
    height: number,
    call: (buffer: number) => void,
    use: (pixels: Uint32Array) => T,
  ): T {
    const bytes = width * height * 4
    const buffer = lok.module._malloc(bytes)
    if (buffer === 0) throw new Error('The engine has no memory left.')
    try {
      // The engine leaves pixels outside the page as they were: other documents' memory would show.
      lok.module.HEAPU8.fill(0, buffer, buffer + bytes)
      call(buffer)
      return use(lok.module.HEAPU32.subarray(buffer >>> 2, (buffer + bytes) >>> 2))
    } finally {
      lok.module._free(buffer)
    }
  }

  function paintJob(job: PaintJob) {
    const { part, tileTwips } = job
    const width = job.columns * tilePixels
    const height = job.rows * tilePixels
    const area = [job.column, job.row, job.columns, job.rows].map((tiles) => tiles * tileTwips)
    lok.invoke(document, 'setView', job.view.viewId)
    paint(
      width,
      height,
      (buffer) => {
        if (documentType === 'word') lok.invoke(document, 'paintTile', buffer, width, height, ...area)
        else lok.invoke(document, 'paintPartTile', buffer, part, 0, width, height, ...area)
      },
      (pixels) => {
        for (let row = 0; row < job.rows; row += 1)
          for (let column = 0; column < job.columns; column += 1)
            publish(
              { part, tileTwips, column: job.column + column, row: job.row + row },
              cut(pixels, width, column * tilePixels, row * tilePixels),
            )
      },
    )
  }

  /** Sends what is new of a painted tile to everybody who looks at it. */
  function publish(address: TileAddress, pixels: Uint32Array<ArrayBuffer>) {
    const key = tileKey(address)
    const before = cache.get(key)
    const change = before && findChange(before.pixels, pixels)
    cache.set({ address, pixels, stale: false })
    let patch: TileFrame | undefined
    let whole: TileFrame | undefined
    for (const view of views) {
      if (!view.range || !includesTile(view.range, address)) continue
      if (before && view.known.has(key)) {
        if (!change) continue
        patch ??= tileFrame(address, change, false, packPixels(pixels, tilePixels, change, opaque))
        send(view, patch)
      } else {
        whole ??= wholeFrame(address, pixels)
        view.known.add(key)
        send(view, whole)
      }
    }
  }

  const wholeFrame = (address: TileAddress, pixels: Uint32Array) =>
    tileFrame(address, wholeTile, true, packPixels(pixels, tilePixels, wholeTile, opaque))

  /** Queues, or sends from the cache, the tiles of a view's range that its page does not have. */
  function want(view: PaintView) {
    const range = view.range
    if (!range) return
    for (let row = range.top; row <= range.bottom; row += 1)
      for (let column = range.left; column <= range.right; column += 1) {
        const address = { part: range.part, tileTwips: range.tileTwips, column, row }
        const key = tileKey(address)
        if (view.known.has(key)) continue
        const cached = cache.get(key)
        if (cached && !cached.stale && !queue.has(key)) {
          view.known.add(key)
          send(view, wholeFrame(address, cached.pixels))
        } else queue.add(address)
      }
  }

  return {
    addView(viewId: number): PaintView {
      const view: PaintView = { viewId, range: undefined, known: new Set(), focus: undefined, activity: 0 }
      views.add(view)
      return view
    },
    removeView: (view: PaintView) => views.delete(view),
    touch(view: PaintView) {
      activity += 1
      view.activity = activity
    },
    setViewport(view: PaintView, viewport: Viewport) {
      const range = tileRange(viewport)
      for (const key of view.known) {
        const [part = 0, tileTwips = 0, column = 0, row = 0] = key.split(':').map(Number)
        if (!includesTile(range, { part, tileTwips, column, row })) view.known.delete(key)
      }
      view.range = range
      want(view)
    },
    /** Sends a view everything again: its page has forgotten it. */
    refresh(view: PaintView) {
      view.known.clear()
      want(view)
    },
    invalidate(part: number | undefined, rect: TwipRect | null) {
      for (const tile of cache.all())
        if ((part === undefined || tile.address.part === part) && touchesRect(tile.address, rect))
          tile.stale = true
      queue.invalidate(part, rect)
    },
    /** Paints one rectangle of tiles; tells whether there is more to paint. */
    step(): boolean {
      const job = queue.take()
      if (job) paintJob(job)
      return !queue.isEmpty()
    },
    thumbnail(viewId: number, part: number, width: number, height: number): TileFrame {
      lok.invoke(document, 'setView', viewId)
      const size = lok.documentSize(document)
      const paintThumbnail = (buffer: number) =>
        lok.invoke(document, 'paintPartTile', buffer, part, 0, width, height, 0, 0, size.width, size.height)
      const area = { x: 0, y: 0, width, height }
      const payload = paint(width, height, paintThumbnail, (pixels) => packPixels(pixels, width, area, true))
      return { kind: 'thumbnail', whole: true, part, tileTwips: 0, column: 0, row: 0, ...area, payload }
    },
  }
}

/** Copies one tile out of a larger picture. */
function cut(pixels: Uint32Array, stride: number, x: number, y: number): Uint32Array<ArrayBuffer> {
  const tile = new Uint32Array(tilePixels * tilePixels)
  for (let row = 0; row < tilePixels; row += 1) {
    const start = (y + row) * stride + x
    tile.set(pixels.subarray(start, start + tilePixels), row * tilePixels)
  }
  return tile
}
