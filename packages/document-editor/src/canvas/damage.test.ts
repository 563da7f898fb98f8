import type { TileFrame } from '@lectern/shared'
import { describe, expect, it } from 'vitest'
import { createDamage } from './damage'
import type { Scene } from './scene'
import { createView } from './view'

const view = (scrollY = 0) =>
  createView(
    { part: 0, tileTwips: 3_840, devicePixelRatio: 1, scrollX: 0, scrollY, width: 1_000, height: 600 },
    { documentType: 'cell', width: 20_000, height: 20_000, pages: [] },
  )
const scene = (selection: Scene['selection'] = []) => ({ documentType: 'cell', selection }) as Scene
const patch = (values: Partial<TileFrame> = {}): TileFrame => ({
  kind: 'tile',
  whole: false,
  part: 0,
  tileTwips: 3_840,
  column: 1,
  row: 0,
  x: 10,
  y: 20,
  width: 30,
  height: 40,
  payload: new Uint8Array(),
  ...values,
})

describe('the damaged part of the canvas', () => {
  it('is all of it at first', () => {
    expect(createDamage().take(view(), scene())).toBeUndefined()
  })

  it('is the patch when nothing else changed', () => {
    const damage = createDamage()
    damage.take(view(), scene())
    damage.add(patch())
    // A sheet begins 48 pixels right of and 24 below the corner.
    expect(damage.take(view(), scene())).toEqual({ left: 314, top: 44, right: 344, bottom: 84 })
  })

  it('is a whole tile when the tile is new', () => {
    const damage = createDamage()
    damage.take(view(), scene())
    damage.add(patch({ whole: true }))
    expect(damage.take(view(), scene())).toEqual({ left: 304, top: 24, right: 560, bottom: 280 })
  })

  it('is nothing for tiles that are not shown', () => {
    const damage = createDamage()
    damage.take(view(), scene())
    damage.add(patch({ part: 1 }))
    expect(damage.take(view(), scene())).toEqual({ left: 0, top: 0, right: 0, bottom: 0 })
  })

  it('is all of it after scrolling, and when a mark changed', () => {
    const damage = createDamage()
    damage.take(view(), scene())
    damage.add(patch())
    expect(damage.take(view(10), scene())).toBeUndefined()
    expect(damage.take(view(10), scene([{ x: 0, y: 0, width: 1, height: 1 }]))).toBeUndefined()
  })

  it('is all of it after it was told to forget', () => {
    const damage = createDamage()
    damage.take(view(), scene())
    damage.forget()
    expect(damage.take(view(), scene())).toBeUndefined()
  })
})
