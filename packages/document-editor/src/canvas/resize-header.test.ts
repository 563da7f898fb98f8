import { expect, it } from 'vitest'
import { headerEdge, resizeCommand } from './resize-header'
import { createView } from './view'

const sheet = {
  documentType: 'cell' as const,
  canEdit: true,
  columns: [{ size: 1_500, last: 9 }],
  rows: [{ size: 300, last: 99 }],
}
const view = createView(
  { part: 0, tileTwips: 3_840, devicePixelRatio: 1, scrollX: 0, scrollY: 0, width: 800, height: 600 },
  { documentType: 'cell', width: 15_000, height: 30_000, pages: [] },
)

it('finds the border between two columns, and between two rows', () => {
  // Headers are 48 and 24 pixels, and a pixel is 15 twips: column A ends at 148, row 2 at 64.
  expect(headerEdge(sheet, view, { x: 149, y: 10 })).toMatchObject({ kind: 'column', line: { index: 0 } })
  expect(headerEdge(sheet, view, { x: 20, y: 63 })).toMatchObject({ kind: 'row', line: { index: 1 } })
})

it('finds none in the middle of a header, in a cell, or for somebody who only looks', () => {
  expect(headerEdge(sheet, view, { x: 100, y: 10 })).toBeUndefined()
  expect(headerEdge(sheet, view, { x: 148, y: 200 })).toBeUndefined()
  expect(headerEdge({ ...sheet, canEdit: false }, view, { x: 149, y: 10 })).toBeUndefined()
})

it('asks for the size in hundredths of a millimetre', () => {
  const edge = { kind: 'column' as const, line: { index: 2, start: 0, size: 1_500 } }
  expect(resizeCommand(edge, 1_440)).toEqual({
    name: 'ColumnWidth',
    args: { ColumnWidth: 2_540, Column: 3 },
  })
})
