import type { TwipRect } from '@lectern/shared'
import type { DocumentState } from '../session/document-state'
import type { Point } from './geometry'
import { columnName, linesBetween, type SizedLine } from './size-runs'
import { toDocument, toScreen, type View } from './view'

/** So near the corner, in CSS pixels, a person means the handle. */
const reach = 5

type SheetState = Pick<
  DocumentState,
  'documentType' | 'canEdit' | 'cell' | 'cellSelection' | 'context' | 'columns' | 'rows'
>

/** The cells that would be continued: the selected ones, else the one under the cursor; none while a cell is edited. */
export function fillSource(state: SheetState): TwipRect | null {
  if (state.documentType !== 'cell' || !state.canEdit || state.context === 'cellEdit') return null
  return state.cellSelection ?? state.cell
}

/** Tells whether the pointer is on the handle at the corner of the selected cells. */
export function isOnFillHandle(state: SheetState, view: View, point: Point): boolean {
  const source = fillSource(state)
  if (!source) return false
  const { x, y, width, height } = toScreen(view, source)
  return Math.abs(point.x - x - width) <= reach && Math.abs(point.y - y - height) <= reach
}

/**
 * Where a drag from the handle to a point leads: down or to the right, whichever is farther from the selection.
 * Undefined when that is nowhere, for the engine fills in these two directions only.
 */
export function fillTarget(
  state: SheetState,
  view: View,
  point: Point,
): { endCell: string; area: TwipRect } | undefined {
  const source = fillSource(state)
  if (!source) return undefined
  const at = toDocument(view, point)
  const right = source.x + source.width
  const bottom = source.y + source.height
  const isDown = at.y - bottom >= at.x - right
  const column = lineAt(state.columns, isDown ? right - 1 : at.x)
  const row = lineAt(state.rows, isDown ? at.y : bottom - 1)
  if (!column || !row || (at.y <= bottom && at.x <= right)) return undefined
  const area = {
    x: source.x,
    y: source.y,
    width: column.start + column.size - source.x,
    height: row.start + row.size - source.y,
  }
  return { endCell: `${columnName(column.index)}${String(row.index + 1)}`, area }
}

function lineAt(runs: DocumentState['columns'], place: number): SizedLine | undefined {
  return linesBetween(runs, place, place + 1)[0]
}
