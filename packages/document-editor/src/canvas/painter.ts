import { tilePixels, type TwipRect } from '@lectern/shared'
import { originOnCanvas, type PixelBox } from './damage'
import { tileRange } from './geometry'
import type { Scene } from './scene'
import { paintSheetHeaders } from './sheet-headers'
import type { TileStore } from './tile-store'
import { sheetHeader, toScreen, visibleRect, type View } from './view'

type Context = CanvasRenderingContext2D

/** Draws one picture of the view, or the damaged part of it: desk, pages, tiles, selections, headers. */
export function paint(context: Context, view: View, tiles: TileStore, scene: Scene, damage?: PixelBox) {
  context.save()
  if (damage) {
    const { left, top, right, bottom } = damage
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.beginPath()
    context.rect(left, top, right - left, bottom - top)
    context.clip()
  }
  paintPicture(context, view, tiles, scene, damage)
  context.restore()
}

function paintPicture(context: Context, view: View, tiles: TileStore, scene: Scene, damage?: PixelBox) {
  const dpr = view.devicePixelRatio
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = scene.documentType === 'cell' ? scene.theme.page : scene.theme.desk
  context.fillRect(0, 0, context.canvas.width, context.canvas.height)

  context.save()
  clipToDocument(context, view, scene)
  paintTiles(context, view, tiles, damage)
  // Marks are drawn in CSS pixels from here on.
  context.setTransform(dpr, 0, 0, dpr, 0, 0)
  paintMarks(context, view, scene)
  context.restore()

  context.setTransform(dpr, 0, 0, dpr, 0, 0)
  if (scene.documentType === 'cell') paintSheetHeaders(context, view, scene)
}

function clipToDocument(context: Context, view: View, scene: Scene) {
  const dpr = view.devicePixelRatio
  context.setTransform(dpr, 0, 0, dpr, 0, 0)
  if (scene.documentType === 'cell') {
    context.beginPath()
    context.rect(sheetHeader.width, sheetHeader.height, view.width, view.height)
    context.clip()
    return
  }
  const boxes = scene.pages.map((page) => toScreen(view, page)).filter((box) => isOnScreen(box, view))
  for (const box of boxes) paintPage(context, box, scene)
  context.beginPath()
  for (const box of boxes) context.rect(box.x, box.y, box.width, box.height)
  context.clip()
}

function paintPage(context: Context, box: TwipRect, { theme }: Scene) {
  // Two soft bands look like a shadow, and cost nothing where shadowBlur costs a frame.
  context.fillStyle = theme.pageShadow
  context.fillRect(box.x - 2, box.y + 2, box.width + 4, box.height + 2)
  context.fillRect(box.x - 1, box.y + 1, box.width + 2, box.height + 1)
  context.fillStyle = theme.pageEdge
  context.fillRect(box.x - 1, box.y - 1, box.width + 2, box.height + 2)
  context.fillStyle = theme.page
  context.fillRect(box.x, box.y, box.width, box.height)
}

function paintTiles(context: Context, view: View, tiles: TileStore, damage?: PixelBox) {
  context.setTransform(1, 0, 0, 1, 0, 0)
  const { left, top } = originOnCanvas(view)
  const range = tileRange(visibleRect(view), view.tileTwips)
  if (!tiles.covers(view.part, view.tileTwips, range)) paintOtherZooms(context, view, tiles, left, top)
  tiles.touch(view.part, view.tileTwips, range)
  for (let row = range.firstRow; row <= range.lastRow; row += 1) {
    for (let column = range.firstColumn; column <= range.lastColumn; column += 1) {
      const [x, y] = [left + column * tilePixels, top + row * tilePixels]
      if (damage && !touches(damage, x, y)) continue
      const image = tiles.find(view.part, view.tileTwips, column, row)
      if (image) context.drawImage(image, x, y)
    }
  }
}

function touches(damage: PixelBox, x: number, y: number): boolean {
  return damage.left < x + tilePixels && damage.right > x && damage.top < y + tilePixels && damage.bottom > y
}

function paintOtherZooms(context: Context, view: View, tiles: TileStore, left: number, top: number) {
  const { width, height } = context.canvas
  for (const level of tiles.otherLevels(view.part, view.tileTwips)) {
    const side = (tilePixels * level.tileTwips) / view.tileTwips
    for (const tile of level.tiles) {
      const x = left + tile.column * side
      const y = top + tile.row * side
      if (x > width || y > height || x + side < 0 || y + side < 0) continue
      context.drawImage(tile.image, x, y, side, side)
    }
  }
}

function paintMarks(context: Context, view: View, scene: Scene) {
  for (const other of scene.others) {
    fillRects(context, view, other.rects, other.color, 0.22)
    if (other.cell) frame(context, toScreen(view, other.cell), other.color, 2)
  }
  fillRects(context, view, scene.selection, scene.theme.selection, 0.28)
  if (scene.cellSelection && !isSame(scene.cellSelection, scene.cell)) {
    fillRects(context, view, [scene.cellSelection], scene.theme.selection, 0.14)
    frame(context, toScreen(view, scene.cellSelection), scene.theme.accent, 1)
  }
  if (scene.cell) frame(context, toScreen(view, scene.cell), scene.theme.accent, 2)
  if (scene.graphic) frame(context, toScreen(view, scene.graphic), scene.theme.accent, 1.5)
}

function fillRects(context: Context, view: View, rects: TwipRect[], color: string, alpha: number) {
  context.globalAlpha = alpha
  context.fillStyle = color
  for (const rect of rects) {
    const box = toScreen(view, rect)
    if (isOnScreen(box, view)) context.fillRect(box.x, box.y, box.width, box.height)
  }
  context.globalAlpha = 1
}

function frame(context: Context, box: TwipRect, color: string, width: number) {
  context.strokeStyle = color
  context.lineWidth = width
  context.strokeRect(box.x, box.y, box.width, box.height)
}

function isSame(a: TwipRect, b: TwipRect | null): boolean {
  return b !== null && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

function isOnScreen(box: TwipRect, view: View): boolean {
  return box.x < view.width && box.y < view.height && box.x + box.width > 0 && box.y + box.height > 0
}
