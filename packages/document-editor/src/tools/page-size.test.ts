import { expect, it } from 'vitest'
import { mayLayOut, paperNameOf, sizeOfPage, turned } from './page-size'

it('knows A4 by its size in twips, whichever way it is turned', () => {
  const size = sizeOfPage({ width: 11_906, height: 16_838 })
  expect(paperNameOf(size)).toBe('a4')
  expect(paperNameOf(turned(size, true))).toBe('a4')
  expect(turned(size, true).width).toBe(size.height)
})

it('has no name for a size of its own', () => {
  expect(paperNameOf({ width: 10_000, height: 10_000 })).toBeUndefined()
})

it('is left alone while the cursor is where the engine takes neither size nor margins', () => {
  const field = { rects: [], entries: [], title: '' }
  const inText = { ...field, kind: 'text' as const }
  expect([null, inText].map((one) => mayLayOut({ field: one }))).toEqual([true, true])
  expect(mayLayOut({ field: { ...field, kind: 'list' } })).toBe(false)
  expect(mayLayOut({ field: { ...field, kind: 'date' } })).toBe(false)
})
