import type { TwipRect } from '@lectern/shared'
import type { Scene } from './scene'
import { columnName, linesBetween, type SizedLine } from './size-runs'
import { sheetHeader, toScreen, visibleRect, type View } from './view'

type Context = CanvasRenderingContext2D

/** Draws column letters and row numbers over the edges of a sheet. */
export function paintSheetHeaders(context: Context, view: View, scene: Scene) {
  const { theme } = scene
  const visible = visibleRect(view)
  const active = scene.cellSelection ?? scene.cell
  context.fillStyle = theme.header
  context.fillRect(0, 0, view.width, sheetHeader.height)
  context.fillRect(0, 0, sheetHeader.width, view.height)
  context.font = '12px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif'
  context.textAlign = 'center'
  context.textBaseline = 'middle'

  context.save()
  clip(context, sheetHeader.width, 0, view.width, sheetHeader.height)
  for (const line of linesBetween(scene.columns, visible.x, visible.x + visible.width)) {
    const box = toScreen(view, { x: line.start, y: 0, width: line.size, height: 0 })
    const isActive = touches(line, active, 'x', 'width')
    paintHeader(
      context,
      { ...box, y: 0, height: sheetHeader.height },
      columnName(line.index),
      isActive,
      scene,
      'bottom',
    )
  }
  context.restore()

  context.save()
  clip(context, 0, sheetHeader.height, sheetHeader.width, view.height)
  for (const line of linesBetween(scene.rows, visible.y, visible.y + visible.height)) {
    const box = toScreen(view, { x: 0, y: line.start, width: 0, height: line.size })
    const isActive = touches(line, active, 'y', 'height')
    paintHeader(
      context,
      { ...box, x: 0, width: sheetHeader.width },
      String(line.index + 1),
      isActive,
      scene,
      'right',
    )
  }
  context.restore()

  context.fillStyle = theme.header
  context.fillRect(0, 0, sheetHeader.width, sheetHeader.height)
  context.fillStyle = theme.headerLine
  context.fillRect(0, sheetHeader.height - 1, view.width, 1)
  context.fillRect(sheetHeader.width - 1, 0, 1, view.height)
}

function clip(context: Context, x: number, y: number, width: number, height: number) {
  context.beginPath()
  context.rect(x, y, width, height)
  context.clip()
}

function touches(line: SizedLine, rect: TwipRect | null, start: 'x' | 'y', size: 'width' | 'height') {
  if (!rect) return false
  const middle = line.start + line.size / 2
  return middle >= rect[start] && middle <= rect[start] + rect[size]
}

function paintHeader(
  context: Context,
  box: TwipRect,
  label: string,
  isActive: boolean,
  { theme }: Scene,
  activeEdge: 'bottom' | 'right',
) {
  if (isActive) {
    context.fillStyle = theme.headerActive
    context.fillRect(box.x, box.y, box.width, box.height)
  }
  context.fillStyle = theme.headerLine
  if (activeEdge === 'bottom') context.fillRect(box.x + box.width - 1, box.y, 1, box.height)
  else context.fillRect(box.x, box.y + box.height - 1, box.width, 1)
  context.fillStyle = isActive ? theme.accent : theme.headerText
  if (box.height > 10 && box.width > 14)
    context.fillText(label, box.x + box.width / 2, box.y + box.height / 2, box.width - 2)
}
