import { describe, expect, it } from 'vitest'
import { createRandom } from '../../testing/random.js'
import { readGif } from '../../testing/read-gif.js'
import { encodeGif } from './gif.js'

function picture(width: number, height: number, color: (x: number, y: number) => number[]) {
  const pixels = Array.from({ length: width * height }, (_, at) => color(at % width, Math.floor(at / width)))
  return { width, height, rgba: Uint8Array.from(pixels.flat()) }
}

describe('a GIF picture', () => {
  it('of few colours has each of them, on white paper', () => {
    const colors = [
      [0, 0, 0, 255],
      [200, 30, 31, 255],
      [9, 9, 9, 0],
    ]
    const gif = readGif(encodeGif(picture(40, 30, (x, y) => colors[(x * y) % 3]!)))
    expect([gif.width, gif.height]).toEqual([40, 30])
    expect([gif.colorAt(0, 5), gif.colorAt(1, 1), gif.colorAt(2, 1)]).toEqual([0, 0xc81e1f, 0xffffff])
  })

  it('of one pixel is whole', () => {
    expect(readGif(encodeGif(picture(1, 1, () => [1, 2, 3, 255]))).colorAt(0, 0)).toBe(0x010203)
  })

  it('of very many colours comes close to them, and keeps white what is mostly white', () => {
    const next = createRandom(7)
    const noise = (x: number) =>
      x < 100 ? [255, 255, 255, 255] : [1, 2, 3].map(() => Math.floor(next() * 256))
    const source = picture(300, 200, (x) => [...noise(x).slice(0, 3), 255])
    const gif = readGif(encodeGif(source))
    expect(gif.colorAt(50, 50)).toBe(0xffffff)
    let distance = 0
    for (let x = 100; x < 300; x += 1)
      for (let y = 0; y < 200; y += 1) {
        const color = gif.colorAt(x, y)
        for (const channel of [0, 1, 2])
          distance += Math.abs(
            source.rgba[(y * 300 + x) * 4 + channel]! - ((color >> (16 - 8 * channel)) & 255),
          )
      }
    expect(distance / (200 * 200 * 3)).toBeLessThan(24)
  })
})
