import { describe, expect, it } from 'vitest'
import { createPinch } from './pinch'

function pinchAt(zoom: number) {
  const zoomed: { value: number; x: number; y: number }[] = []
  const pinch = createPinch({
    zoom: () => zoom,
    zoomTo: (value, anchor) => zoomed.push({ value, ...anchor }),
  })
  return { pinch, zoomed }
}

describe('two fingers', () => {
  it('zoom by how far they part, around the place between them', () => {
    const { pinch, zoomed } = pinchAt(0.5)
    pinch.begin([
      { x: 100, y: 100 },
      { x: 200, y: 100 },
    ])
    expect(
      pinch.move([
        { x: 50, y: 120 },
        { x: 250, y: 120 },
      ]),
    ).toBe(true)
    expect(zoomed).toEqual([{ value: 1, x: 150, y: 120 }])
  })
  it('are no pinch when one of them is lifted, a third one comes, or they are in one place', () => {
    const { pinch, zoomed } = pinchAt(1)
    const [a, b, c] = [
      { x: 0, y: 0 },
      { x: 9, y: 9 },
      { x: 5, y: 0 },
    ]
    for (const fingers of [[a], [a, b, c], [a, a]]) {
      pinch.begin(fingers)
      expect(pinch.move([a, b])).toBe(false)
    }
    expect(zoomed).toEqual([])
  })
})
