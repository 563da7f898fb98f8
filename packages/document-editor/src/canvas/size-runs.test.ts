import { describe, expect, it } from 'vitest'
import { headerCommand } from './header-command'
import { columnName, linesBetween } from './size-runs'
import { createView } from './view'

describe('columns and rows of a sheet', () => {
  const runs = [
    { size: 100, last: 1 },
    { size: 0, last: 3 },
    { size: 50, last: 9 },
  ]

  it('are found where they are seen, without the hidden ones', () => {
    expect(linesBetween(runs, 150, 260)).toEqual([
      { index: 1, start: 100, size: 100 },
      { index: 4, start: 200, size: 50 },
      { index: 5, start: 250, size: 50 },
    ])
  })

  it('are found far down at once', () => {
    const [line] = linesBetween([{ size: 256, last: 1_048_575 }], 256 * 1_000_000, 256 * 1_000_000 + 1)
    expect(line?.index).toBe(1_000_000)
  })

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('number %d is called %s', (index, name) => {
    expect(columnName(index)).toBe(name)
  })

  it('are selected whole by a click on their header', () => {
    const document = { documentType: 'cell' as const, width: 10_000, height: 10_000, pages: [] }
    const view = createView(
      { part: 0, devicePixelRatio: 1, scrollX: 0, scrollY: 0, width: 800, height: 600, tileTwips: 3_840 },
      document,
    )
    const state = { ...document, columns: [{ size: 1_500, last: 99 }], rows: [{ size: 300, last: 99 }] }
    expect(headerCommand(state, view, { x: 48 + 150, y: 5 })).toEqual({ range: 'B:B' })
    expect(headerCommand(state, view, { x: 5, y: 24 + 50 })).toEqual({ range: '3:3' })
    expect(headerCommand(state, view, { x: 5, y: 5 })).toBe('nothing')
    expect(headerCommand(state, view, { x: 100, y: 100 })).toBeUndefined()
  })
})
