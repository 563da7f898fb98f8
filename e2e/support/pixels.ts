import { PNG } from 'pngjs'

/** How many pixels of two pictures of the same size differ visibly. */
export function countDifferentPixels(first: Buffer, second: Buffer): number {
  const a = PNG.sync.read(first)
  const b = PNG.sync.read(second)
  if (a.width !== b.width || a.height !== b.height) return a.width * a.height
  let different = 0
  for (let offset = 0; offset < a.data.length; offset += 4)
    if (distance(a.data, b.data, offset) > VISIBLE) different += 1
  return different
}

const VISIBLE = 48

function distance(a: Buffer, b: Buffer, offset: number): number {
  return [0, 1, 2].reduce(
    (sum, channel) => sum + Math.abs((a[offset + channel] ?? 0) - (b[offset + channel] ?? 0)),
    0,
  )
}
