import { tilePixels } from '@lectern/shared'
import type { DocumentType, TileFrame, TwipRect } from '@lectern/shared'
import type { Viewport } from '../engine.types.js'
import type { Lok } from './lok.js'
import type { PaintJob, PaintView } from './paint-queue.js'
import { createPaintQueue } from './paint-queue.js'
import { createTileCache } from './tile-cache.js'
import type { PixelRect } from './pixel-rects.js'
import { intersect, isWhole, wholeTile } from './pixel-rects.js'
import type { Picture, TileAddress } from './tiles.js'
import { mergeInto, packPixels, tileFrame, tileKey } from './tiles.js'
import { includesTile, tileRange, touchesRect } from './viewport.js'

interface PainterOptions {
  lok: Lok
  /** Pointer of the document. */
  document: number
  documentType: DocumentType
  /** A view in which nobody works. */
  freeView: number
  send: (view: PaintView, frame: TileFrame) => void
}

/** Paints what the views of one document look at: once for all who look at the same scale. */
export function createPainter({ lok, document, documentType, freeView, send }: PainterOptions) {
  const cache = createTileCache()
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

  /**
   * Chooses a view to paint a part in. A view that shows another slide would go there and back, and lose what is
   * selected or written in it: the view of nobody goes there instead.
   */
  function useViewAt(viewId: number, part: number) {
    lok.useView(document, viewId)
    if (documentType !== 'slide' || lok.invoke(document, 'getPart') === part) return
    lok.useView(document, freeView)
    if (lok.invoke(document, 'getPart') !== part) lok.invoke(document, 'setPart', part)
  }

  function paintJob(job: PaintJob) {
    const { part, tileTwips, area } = job
    const { width, height } = area
    const twips = [area.x, area.y, width, height].map((pixels) => (pixels * tileTwips) / tilePixels)
    useViewAt(job.view.viewId, part)
    paint(
      width,
      height,
      (buffer) => {
        if (documentType === 'word') lok.invoke(document, 'paintTile', buffer, width, height, ...twips)
        else lok.invoke(document, 'paintPartTile', buffer, part, 0, width, height, ...twips)
      },
      (pixels) => {
        for (let row = job.row; row < job.row + job.rows; row += 1)
          for (let column = job.column; column < job.column + job.columns; column += 1) {
            const [x, y] = [area.x - column * tilePixels, area.y - row * tilePixels]
            const rect = intersect({ x, y, width, height }, wholeTile)
            const picture = { pixels, stride: width, x, y }
            if (rect) publish({ part, tileTwips, column, row }, picture, rect)
          }
      },
    )
  }

  /** Sends what is new of a tile, of which `rect` was painted, to everybody who looks at it. */
  function publish(address: TileAddress, picture: Picture, rect: PixelRect) {
    const key = tileKey(address)
    const before = cache.get(key)
    if (!before && !isWhole(rect)) {
      // The rest of it was forgotten meanwhile.
      queue.add(address)
      return
    }
    const pixels = before?.pixels ?? new Uint32Array(tilePixels * tilePixels)
    const change = mergeInto(pixels, picture, rect)
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
    /** Paints one rectangle of tiles; tells whether there was one. */
    step(): boolean {
      const job = queue.take()
      if (job) paintJob(job)
      return job !== undefined
    },
    thumbnail(viewId: number, part: number, width: number, height: number): TileFrame {
      useViewAt(viewId, part)
      const size = lok.documentSize(document)
      const paintThumbnail = (buffer: number) =>
        lok.invoke(document, 'paintPartTile', buffer, part, 0, width, height, 0, 0, size.width, size.height)
      const area = { x: 0, y: 0, width, height }
      const payload = paint(width, height, paintThumbnail, (pixels) => packPixels(pixels, width, area, true))
      return { kind: 'thumbnail', whole: true, part, tileTwips: 0, column: 0, row: 0, ...area, payload }
    },
  }
}
