import { describe, expect, it } from 'vitest'
import { fillTarget, isOnFillHandle } from './fill-handle'
import { createView } from './view'

const state = {
  documentType: 'cell',
  canEdit: true,
  context: 'cell',
  cell: { x: 0, y: 0, width: 1000, height: 300 },
  cellSelection: { x: 0, y: 0, width: 1000, height: 600 },
  columns: [{ size: 1000, last: 99 }],
  rows: [{ size: 300, last: 99 }],
} as const
const sheet = { ...state, columns: [...state.columns], rows: [...state.rows] }
// 15 twips are a pixel; headers take 48 and 24 pixels.
const view = createView(
  { part: 0, tileTwips: 3840, devicePixelRatio: 1, scrollX: 0, scrollY: 0, width: 800, height: 600 },
  { documentType: 'cell', width: 10_000, height: 10_000, pages: [] },
)
const corner = { x: 48 + 1000 / 15, y: 24 + 40 }

describe('the fill handle', () => {
  it('is at the corner of the selected cells, for those who may edit', () => {
    expect(isOnFillHandle(sheet, view, corner)).toBe(true)
    expect(isOnFillHandle(sheet, view, { x: corner.x + 20, y: corner.y })).toBe(false)
    expect(isOnFillHandle({ ...sheet, canEdit: false }, view, corner)).toBe(false)
    expect(isOnFillHandle({ ...sheet, context: 'cellEdit' }, view, corner)).toBe(false)
  })

  it('continues downwards or to the right, whichever is farther', () => {
    expect(fillTarget(sheet, view, { x: corner.x + 5, y: corner.y + 70 })?.endCell).toBe('A6')
    expect(fillTarget(sheet, view, { x: corner.x + 100, y: corner.y + 5 })?.endCell).toBe('C2')
  })

  it('does nothing inside the selection', () => {
    expect(fillTarget(sheet, view, { x: corner.x - 10, y: corner.y - 10 })).toBeUndefined()
  })
})
