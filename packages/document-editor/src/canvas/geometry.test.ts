import { describe, expect, it } from 'vitest'
import { clampZoom, intersect, rangeRect, scaleFor, tileRange, tileTwipsFor, withMargin } from './geometry'

describe('tiles', () => {
  it.each([
    [1, 1, 3_840],
    [2, 1, 1_920],
    [1, 2, 1_920],
    [0.1, 1, 38_400],
    [4, 3, 320],
  ])('at zoom %d and pixel ratio %d have a side of %d twips', (zoom, ratio, side) => {
    expect(tileTwipsFor(zoom, ratio)).toBe(side)
  })

  it('are exactly 256 device pixels wide at the scale that is drawn', () => {
    const side = tileTwipsFor(1.37, 1.5)
    expect(side * scaleFor(side, 1.5) * 1.5).toBeCloseTo(256, 9)
  })

  it('cover a rectangle, without the tile that only its edge touches', () => {
    expect(tileRange({ x: 0, y: 3_840, width: 7_680, height: 1 }, 3_840)).toEqual({
      firstColumn: 0,
      lastColumn: 1,
      firstRow: 1,
      lastRow: 1,
    })
  })

  it('give their rectangle back', () => {
    const range = { firstColumn: 1, lastColumn: 2, firstRow: 0, lastRow: 3 }
    expect(rangeRect(range, 100)).toEqual({ x: 100, y: 0, width: 200, height: 400 })
  })
})

it('keeps the zoom between 10 % and 400 %', () => {
  expect([clampZoom(0.01), clampZoom(1.5), clampZoom(9)]).toEqual([0.1, 1.5, 4])
})

it('grows a rectangle, but not beyond the start of the document', () => {
  expect(withMargin({ x: 50, y: 500, width: 100, height: 100 }, 100, 100)).toEqual({
    x: 0,
    y: 400,
    width: 250,
    height: 300,
  })
})

it('finds the common part of rectangles, or none', () => {
  const a = { x: 0, y: 0, width: 10, height: 10 }
  expect(intersect(a, { x: 5, y: 6, width: 10, height: 10 })).toEqual({ x: 5, y: 6, width: 5, height: 4 })
  expect(intersect(a, { x: 10, y: 0, width: 5, height: 5 })).toBeUndefined()
})
