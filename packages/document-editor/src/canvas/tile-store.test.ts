import type { TileFrame } from '@lectern/shared'
import { describe, expect, it } from 'vitest'
import { createTileStore, type TileImage } from './tile-store'

function frame(overrides: Partial<TileFrame> = {}): TileFrame {
  const size = { x: 0, y: 0, width: 2, height: 2 }
  return {
    ...{ kind: 'tile', whole: true, part: 0, tileTwips: 3_840, column: 0, row: 0, ...size },
    payload: new Uint8Array(16),
    ...overrides,
  }
}

/** A store whose tiles remember where they were drawn on instead of pixels. */
function createStore(maxTiles = 4) {
  const drawn: string[] = []
  const store = createTileStore({
    maxTiles,
    decode: (_, size) => new Uint8Array(size),
    createImage: () => {
      const context = {
        clearRect: () => drawn.push('clear'),
        putImageData: (image: ImageData, x: number, y: number) =>
          drawn.push(`${String(image.width)}x${String(image.height)} at ${String(x)},${String(y)}`),
      }
      return { getContext: () => context } as unknown as TileImage
    },
  })
  return { store, drawn }
}

const range = (lastColumn: number) => ({ firstColumn: 0, lastColumn, firstRow: 0, lastRow: 0 })

describe('the tile store', () => {
  it('draws a patch into the tile it belongs to', () => {
    const { store, drawn } = createStore()
    store.put(frame())
    expect(store.put(frame({ whole: false, x: 10, y: 20, width: 1, height: 1 }))).toBe(true)
    expect(drawn).toEqual(['clear', '2x2 at 0,0', '1x1 at 10,20'])
  })

  it('drops a patch of a tile that it does not have', () => {
    const { store } = createStore()
    expect(store.put(frame({ whole: false }))).toBe(false)
    expect(store.find(0, 3_840, 0, 0)).toBeUndefined()
  })

  it('tells apart parts, zooms and places', () => {
    const { store } = createStore()
    store.put(frame({ column: 3, row: 1 }))
    expect(store.find(0, 3_840, 3, 1)).toBeDefined()
    expect(store.find(0, 3_840, 1, 3)).toBeUndefined()
    expect(store.find(1, 3_840, 3, 1)).toBeUndefined()
    expect(store.find(0, 1_920, 3, 1)).toBeUndefined()
  })

  it('knows whether a range is complete', () => {
    const { store } = createStore()
    store.put(frame())
    expect(store.covers(0, 3_840, range(1))).toBe(false)
    store.put(frame({ column: 1 }))
    expect(store.covers(0, 3_840, range(1))).toBe(true)
  })

  it('forgets what was not looked at for longest, other zooms first', () => {
    const { store } = createStore(3)
    store.put(frame({ tileTwips: 1_920 }))
    for (const column of [0, 1]) store.put(frame({ column }))
    store.touch(0, 3_840, range(0))
    store.put(frame({ column: 2 }))
    expect(store.size).toBe(3)
    expect(store.find(0, 1_920, 0, 0)).toBeUndefined()
    store.put(frame({ column: 3 }))
    expect(store.find(0, 3_840, 1, 0)).toBeUndefined()
    expect(store.find(0, 3_840, 0, 0)).toBeDefined()
  })

  it('offers tiles of other zooms to be shown until sharp ones come', () => {
    const { store } = createStore()
    store.put(frame({ tileTwips: 1_920, column: 5 }))
    store.put(frame())
    const levels = store.otherLevels(0, 3_840)
    expect(levels.map((level) => level.tileTwips)).toEqual([1_920])
    expect([...(levels[0]?.tiles ?? [])][0]?.column).toBe(5)
  })
})
