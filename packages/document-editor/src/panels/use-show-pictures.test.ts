import type { TileFrame } from '@lectern/shared'
import { effectScope } from 'vue'
import { describe, expect, it } from 'vitest'
import { createSignal } from '../lib/signal'
import { useShowPictures } from './use-show-pictures'

function start() {
  const arrived = createSignal<TileFrame>()
  const asked: number[] = []
  const drawn: TileFrame[] = []
  const pictures = effectScope().run(() =>
    useShowPictures({
      session: { onSlide: arrived.on, requestSlide: (part) => void asked.push(part) },
      pictureSize: () => ({ width: 32, height: 18 }),
      draw: (frame) => drawn.push(frame),
      // The third slide is the last one.
      nextOf: (part) => (part < 2 ? part + 1 : undefined),
    }),
  )
  if (!pictures) throw new Error('There is no scope.')
  function arrive(part: number): TileFrame {
    const place = { part, tileTwips: 0, column: 0, row: 0, x: 0, y: 0, width: 32, height: 18 }
    const frame: TileFrame = { kind: 'slide', whole: true, ...place, payload: new Uint8Array() }
    arrived.emit(frame)
    return frame
  }
  return { pictures, asked, drawn, arrive }
}

describe('the pictures of a slide show', () => {
  it('are drawn when they come, and the next one is fetched before it is wanted', () => {
    const { pictures, asked, drawn, arrive } = start()
    pictures.show(0)
    const first = arrive(0)
    const second = arrive(1)
    expect(drawn).toEqual([first])
    expect(asked).toEqual([0, 1])
    pictures.show(1)
    expect(drawn).toEqual([first, second])
  })

  it('are fetched anew when a slide is shown again, and nothing comes after the last one', () => {
    const { pictures, asked, drawn, arrive } = start()
    pictures.show(2)
    arrive(2)
    expect(asked).toEqual([2])
    pictures.show(undefined)
    pictures.show(2)
    const changed = arrive(2)
    expect(asked).toEqual([2, 2])
    expect(drawn.at(-1)).toBe(changed)
  })

  it('are fetched in the new size when the screen has another one', () => {
    const { pictures, asked, arrive, drawn } = start()
    pictures.show(0)
    arrive(0)
    arrive(1)
    pictures.resize()
    expect(asked).toEqual([0, 1, 0])
    arrive(0)
    expect(asked).toEqual([0, 1, 0, 1])
    expect(drawn).toHaveLength(2)
  })
})
