import { describe, expect, it } from 'vitest'
import { edgeOf, moveMargin, rulerMarks } from './ruler-marks'

const page = { pageWidth: 21_000, left: 2_500, right: 2_000 }

describe('a ruler', () => {
  it('counts centimetres from the left margin, both ways', () => {
    const numbered = rulerMarks(page, 38).filter(({ number }) => number !== undefined)
    expect(numbered[0]).toEqual({ at: 500, number: 2 })
    expect(numbered.find(({ at }) => at === 2_500)).toEqual({ at: 2_500, number: 0 })
    expect(numbered.at(-1)).toEqual({ at: 20_500, number: 18 })
  })

  it('has a line between two numbers, and none outside of the page', () => {
    const places = rulerMarks(page, 38).map(({ at }) => at)
    expect(places[0]).toBe(0)
    expect(places.at(-1)).toBe(21_000)
    expect(places[1]).toBe(500)
  })

  it('leaves numbers out when they would touch each other', () => {
    const numbers = rulerMarks(page, 7).flatMap(({ number }) => number ?? [])
    expect(numbers).toEqual([0, 5, 10, 15])
  })

  it('moves a margin by whole millimetres, and leaves room for text', () => {
    expect(moveMargin(page, 'left', 3_049)).toEqual({ ...page, left: 3_000 })
    expect(moveMargin(page, 'right', 17_951)).toEqual({ ...page, right: 3_000 })
    expect(moveMargin(page, 'left', -300).left).toBe(0)
    expect(moveMargin(page, 'left', 25_000).left).toBe(18_000)
    expect(edgeOf(page, 'right')).toBe(19_000)
  })
})
