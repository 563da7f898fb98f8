import type { DocumentState } from '../session/document-state'
import type { Point } from './geometry'
import { linesBetween, type SizedLine } from './size-runs'
import { sheetHeader, toDocument, type View } from './view'

/** A border between two headers of a sheet that can be dragged. */
export interface HeaderEdge {
  kind: 'column' | 'row'
  line: SizedLine
}

/** So near a border, in CSS pixels, a person means the border. */
const reach = 4

/** The border of a column or row header under the pointer. */
export function headerEdge(
  state: Pick<DocumentState, 'documentType' | 'columns' | 'rows' | 'canEdit'>,
  view: View,
  point: Point,
): HeaderEdge | undefined {
  if (state.documentType !== 'cell' || !state.canEdit) return undefined
  const onTop = point.y < sheetHeader.height && point.x > sheetHeader.width - reach
  const onLeft = point.x < sheetHeader.width && point.y > sheetHeader.height - reach
  if (onTop === onLeft) return undefined
  const at = toDocument(view, point)
  const place = onTop ? at.x : at.y
  const near = reach / view.scale
  const lines = linesBetween(onTop ? state.columns : state.rows, place - near, place + near)
  const line = lines.find(({ start, size }) => Math.abs(start + size - place) <= near)
  return line && { kind: onTop ? 'column' : 'row', line }
}

/** The command that gives a column or row another size, in twips. */
export function resizeCommand(
  { kind, line }: HeaderEdge,
  sizeTwips: number,
): { name: string; args: Record<string, number> } {
  // Hundredths of a millimetre, in the engine's 16 bits; lines are counted from 1.
  const size = Math.min(65_535, Math.max(100, Math.round((sizeTwips * 2540) / 1440)))
  const number = line.index + 1
  return kind === 'column'
    ? { name: 'ColumnWidth', args: { ColumnWidth: size, Column: number } }
    : { name: 'RowHeight', args: { RowHeight: size, Row: number } }
}
