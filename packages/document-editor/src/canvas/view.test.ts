import { describe, expect, it } from 'vitest'
import { createView, scrollToShow, sheetHeader, toDocument, toScreen } from './view'

const base = {
  part: 0,
  devicePixelRatio: 1,
  scrollX: 0,
  scrollY: 0,
  width: 1_200,
  height: 800,
  tileTwips: 3_840,
}
const page = { x: 300, y: 300, width: 12_000, height: 15_000 }
const text = { documentType: 'word' as const, width: 12_600, height: 15_600, pages: [page] }
const sheet = { documentType: 'cell' as const, width: 20_000, height: 30_000, pages: [] }

describe('a view', () => {
  it('puts a page in the middle of the desk', () => {
    const box = toScreen(createView(base, text), page)
    expect(box.width).toBe(800)
    expect(box.x).toBe(200)
    expect(box.y).toBe(24)
  })

  it('puts a slide in the middle of both directions', () => {
    const slide = { documentType: 'slide' as const, width: 9_000, height: 6_000, pages: [] }
    const box = toScreen(createView(base, slide), { x: 0, y: 0, width: 9_000, height: 6_000 })
    expect([box.x, box.y]).toEqual([300, 200])
  })

  it('starts a sheet behind its headers, and always leaves something to scroll to', () => {
    const view = createView({ ...base, scrollY: 50_000 }, sheet)
    expect([view.originX, view.originY]).toEqual([sheetHeader.width, sheetHeader.height])
    expect(view.contentHeight).toBeGreaterThan(50_000 + base.height)
  })

  it('finds the place in the document under a place on screen, at any zoom and scroll', () => {
    const view = createView(
      { ...base, tileTwips: 2_717, devicePixelRatio: 1.5, scrollX: 130, scrollY: 977 },
      text,
    )
    const point = { x: 4_321, y: 9_876 }
    const box = toScreen(view, { ...point, width: 0, height: 0 })
    expect(toDocument(view, box)).toEqual(point)
  })

  it('never points left of or above the document', () => {
    expect(toDocument(createView(base, text), { x: 0, y: 0 })).toEqual({ x: 0, y: 0 })
  })

  it('scrolls no further than needed to show a cursor', () => {
    const view = createView(base, text)
    const insets = { left: 0, top: 0 }
    const visible = { x: 1_000, y: 1_000, width: 0, height: 300 }
    expect(scrollToShow(view, visible, insets)).toEqual({ x: 0, y: 0 })
    const below = scrollToShow(view, { ...visible, y: 14_000 }, insets)
    const after = createView({ ...base, scrollY: below.y }, text)
    const box = toScreen(after, { ...visible, y: 14_000 })
    expect(box.y + box.height).toBeCloseTo(base.height - 32, 6)
  })
})
