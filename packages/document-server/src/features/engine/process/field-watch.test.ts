import { expect, it } from 'vitest'
import { createFieldWatch } from './field-watch.js'

const rect = { x: 10, y: 20, width: 300, height: 40 }

it('knows when the cursor is in a field, and when all of it is selected', () => {
  const watch = createFieldWatch()
  expect([watch.isInside(), watch.isWhole()]).toEqual([false, false])
  watch.hear({ type: 'field', field: { rects: [rect], kind: 'text', entries: [], title: '' } })
  watch.hear({ type: 'selection', rects: [{ ...rect, width: 100 }] })
  expect([watch.isInside(), watch.isWhole()]).toEqual([true, false])
  watch.hear({ type: 'selection', rects: [rect] })
  expect(watch.isWhole()).toBe(true)
  watch.hear({ type: 'field', field: null })
  expect([watch.isInside(), watch.isWhole()]).toEqual([false, false])
})
