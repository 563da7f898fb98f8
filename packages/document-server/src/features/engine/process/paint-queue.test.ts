import { describe, expect, it } from 'vitest'
import { createPaintQueue } from './paint-queue.js'
import type { PaintView } from './paint-queue.js'
import { pixelsOf, wholeTile } from './pixel-rects.js'

const tileTwips = 3_840
const tile = (column: number, row: number) => ({ part: 0, tileTwips, column, row })

function createQueue() {
  const view: PaintView = {
    viewId: 1,
    range: { part: 0, tileTwips, left: 0, top: 0, right: 3, bottom: 2 },
    known: new Set(),
    focus: undefined,
    activity: 0,
  }
  return { view, queue: createPaintQueue(new Set([view])) }
}

describe('the paint queue', () => {
  it('paints no more than the line that has changed', () => {
    const { queue } = createQueue()
    queue.invalidate(0, { x: 1_500, y: 3_000, width: 4_500, height: 300 })
    expect(queue.take()).toMatchObject({
      column: 0,
      row: 0,
      columns: 2,
      rows: 1,
      // 100 pixels from the left and 200 from the top, with two more on each side for smooth edges.
      area: { x: 98, y: 198, width: 304, height: 24 },
    })
    expect(queue.isEmpty()).toBe(true)
  })

  it('joins what changed in one tile', () => {
    const { queue } = createQueue()
    queue.invalidate(0, { x: 150, y: 150, width: 150, height: 150 })
    queue.invalidate(0, { x: 1_500, y: 1_500, width: 150, height: 150 })
    expect(queue.take()?.area).toEqual({ x: 8, y: 8, width: 104, height: 104 })
    expect(queue.isEmpty()).toBe(true)
  })

  it('paints whole tiles that are wanted, also when a part of them has changed', () => {
    const { queue } = createQueue()
    queue.invalidate(0, { x: 150, y: 150, width: 150, height: 150 })
    queue.add(tile(0, 0))
    expect(queue.take()?.area).toEqual(wholeTile)
  })

  it('paints everything in sight when everything has changed', () => {
    const { queue } = createQueue()
    queue.invalidate(undefined, null)
    expect(queue.take()?.area).toEqual({ x: 0, y: 0, width: 1_024, height: 768 })
  })

  it('forgets what nobody sees', () => {
    const { queue, view } = createQueue()
    queue.invalidate(0, { x: 150, y: 150, width: 150, height: 150 })
    view.range = undefined
    expect(queue.take()).toBeUndefined()
  })
})

describe('the pixels of a change', () => {
  it('end where pixels and twips meet, because the engine counts in whole twips', () => {
    // 256 pixels are 3,488 twips: 8 pixels are 109 twips.
    expect(pixelsOf({ ...tile(0, 0), tileTwips: 3_488 }, { x: 200, y: 200, width: 10, height: 10 })).toEqual({
      x: 8,
      y: 8,
      width: 16,
      height: 16,
    })
  })

  it('are the whole tile when the two never meet', () => {
    expect(pixelsOf({ ...tile(1, 0), tileTwips: 3_491 }, { x: 4_000, y: 0, width: 10, height: 10 })).toEqual(
      wholeTile,
    )
  })

  it('are none in a tile that the change does not reach', () => {
    expect(pixelsOf(tile(2, 2), { x: 0, y: 0, width: 100, height: 100 })).toBeUndefined()
  })
})
