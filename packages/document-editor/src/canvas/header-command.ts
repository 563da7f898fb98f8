import type { DocumentState } from '../session/document-state'
import type { Point } from './geometry'
import { columnName, linesBetween } from './size-runs'
import { sheetHeader, toDocument, type View } from './view'

/** What a click on a sheet's headers selects: a column, a row, or nothing; undefined when it is beside them. */
export function headerCommand(
  state: Pick<DocumentState, 'documentType' | 'columns' | 'rows'>,
  view: View,
  point: Point,
): { range: string } | 'nothing' | undefined {
  if (state.documentType !== 'cell') return undefined
  const onTop = point.y < sheetHeader.height
  const onLeft = point.x < sheetHeader.width
  if (!onTop && !onLeft) return undefined
  if (onTop && onLeft) return 'nothing'
  const at = toDocument(view, point)
  const [line] = onTop
    ? linesBetween(state.columns, at.x, at.x + 1)
    : linesBetween(state.rows, at.y, at.y + 1)
  if (!line) return 'nothing'
  const name = onTop ? columnName(line.index) : String(line.index + 1)
  return { range: `${name}:${name}` }
}
