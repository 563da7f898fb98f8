import { describe, expect, it } from 'vitest'
import { selectionEnds } from './selection-ends'

const text = { documentType: 'word', cell: null, cellSelection: null, context: 'text' } as const
const line = (x: number, y: number, width: number) => ({ x, y, width, height: 300 })

describe('the ends of a selection', () => {
  it('are those of its first and its last line', () => {
    const selection = [line(500, 1000, 2000), line(100, 1300, 2400), line(100, 1600, 700)]
    expect(selectionEnds({ ...text, selection })).toEqual({
      start: { mark: { x: 500, y: 1300 }, inside: { x: 500, y: 1150 } },
      end: { mark: { x: 800, y: 1900 }, inside: { x: 800, y: 1750 } },
    })
  })

  it('are missing when nothing is selected', () => {
    expect(selectionEnds({ ...text, selection: [] })).toBeUndefined()
    expect(selectionEnds({ ...text, documentType: 'cell', selection: [] })).toBeUndefined()
  })

  it('are corners of the selected cells, or of the one with the cursor', () => {
    const sheet = { ...text, documentType: 'cell', context: 'cell' } as const
    const cell = line(0, 0, 1000)
    expect(selectionEnds({ ...sheet, selection: [], cell })?.end.mark).toEqual({ x: 1000, y: 300 })
    const cellSelection = { x: 0, y: 0, width: 3000, height: 900 }
    expect(selectionEnds({ ...sheet, selection: [], cell, cellSelection })?.end).toEqual({
      mark: { x: 3000, y: 900 },
      inside: { x: 2970, y: 870 },
    })
  })

  it('are those of the text while a cell is written in', () => {
    const selection = [line(10, 20, 400)]
    const state = {
      ...text,
      documentType: 'cell',
      context: 'cellEdit',
      selection,
      cell: line(0, 0, 900),
    } as const
    expect(selectionEnds(state)?.start.mark).toEqual({ x: 10, y: 320 })
  })
})
