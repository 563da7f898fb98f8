/** The colours of a picture, as few as a file format holds. */
export interface Palette {
  /** Red, green and blue of each. */
  colors: Uint8Array
  /** Which one each pixel has. */
  indexes: Uint8Array
}

const maxColors = 256
/** Colours that agree in their upper five bits of each channel are told apart only while there are few. */
const buckets = 32_768

interface Bucket {
  bucket: number
  count: number
  /** Of red, green and blue. */
  sums: [number, number, number]
}

/** Finds at most 256 colours for a picture (opaque RGBA): its own when it has no more, else those that come closest. */
export function findPalette(rgba: Uint8ClampedArray): Palette {
  return ownColors(rgba) ?? closestColors(rgba)
}

const colorAt = (rgba: Uint8ClampedArray, at: number): [number, number, number] => [
  rgba[at] ?? 0,
  rgba[at + 1] ?? 0,
  rgba[at + 2] ?? 0,
]

function ownColors(rgba: Uint8ClampedArray): Palette | undefined {
  const known = new Map<number, number>()
  const indexes = new Uint8Array(rgba.length / 4)
  const colors: number[] = []
  for (let pixel = 0; pixel < indexes.length; pixel += 1) {
    const [red, green, blue] = colorAt(rgba, pixel * 4)
    const color = red * 65_536 + green * 256 + blue
    let index = known.get(color)
    if (index === undefined) {
      index = known.size
      if (index === maxColors) return undefined
      known.set(color, index)
      colors.push(red, green, blue)
    }
    indexes[pixel] = index
  }
  return { colors: Uint8Array.from(colors), indexes }
}

const bucketOf = ([red, green, blue]: [number, number, number]) =>
  (red >> 3) * 1_024 + (green >> 3) * 32 + (blue >> 3)

function closestColors(rgba: Uint8ClampedArray): Palette {
  const boxes = divide(countColors(rgba))
  const colors = new Uint8Array(boxes.length * 3)
  const indexOf = new Uint8Array(buckets)
  boxes.forEach((box, index) => {
    const count = countOf(box)
    for (const channel of [0, 1, 2])
      colors[index * 3 + channel] = Math.round(
        box.reduce((sum, { sums }) => sum + (sums[channel] ?? 0), 0) / count,
      )
    for (const { bucket } of box) indexOf[bucket] = index
  })
  const indexes = new Uint8Array(rgba.length / 4)
  for (let pixel = 0; pixel < indexes.length; pixel += 1)
    indexes[pixel] = indexOf[bucketOf(colorAt(rgba, pixel * 4))] ?? 0
  return { colors, indexes }
}

function countColors(rgba: Uint8ClampedArray): Bucket[] {
  const found = new Map<number, Bucket>()
  for (let at = 0; at < rgba.length; at += 4) {
    const color = colorAt(rgba, at)
    const bucket = bucketOf(color)
    let entry = found.get(bucket)
    if (!entry) found.set(bucket, (entry = { bucket, count: 0, sums: [0, 0, 0] }))
    entry.count += 1
    for (const channel of [0, 1, 2] as const) entry.sums[channel] += color[channel]
  }
  return [...found.values()]
}

const countOf = (box: Bucket[]) => box.reduce((sum, { count }) => sum + count, 0)
const valueOf = ({ bucket }: Bucket, channel: number) => (bucket >> (10 - 5 * channel)) & 31

interface Box {
  box: Bucket[]
  /** The channel in which its colours differ most, and how much that is seen. */
  channel: number
  weight: number
}

function measure(box: Bucket[]): Box {
  const ranges = [0, 1, 2].map((channel) => {
    const values = box.map((bucket) => valueOf(bucket, channel))
    return Math.max(...values) - Math.min(...values)
  })
  const range = Math.max(...ranges)
  // The root, because else a page of paper with some text would spend its colours on shades of paper.
  return { box, channel: ranges.indexOf(range), weight: range * Math.sqrt(countOf(box)) }
}

/** Divides the box whose colours differ most, in the middle of its pixels, as long as there is one and room. */
function divide(all: Bucket[]): Bucket[][] {
  const boxes = [measure(all)]
  while (boxes.length < maxColors) {
    const widest = boxes.reduce((found, box) => (box.weight > found.weight ? box : found))
    if (widest.weight === 0) break
    const [low, high] = cut(widest)
    boxes.splice(boxes.indexOf(widest), 1, measure(low), measure(high))
  }
  return boxes.map(({ box }) => box)
}

function cut({ box, channel }: Box): [Bucket[], Bucket[]] {
  const sorted = [...box].sort((left, right) => valueOf(left, channel) - valueOf(right, channel))
  const half = countOf(box) / 2
  let before = 0
  let at = 0
  while (at < sorted.length - 1 && before < half) before += sorted[at++]?.count ?? 0
  const middle = Math.max(1, at)
  return [sorted.slice(0, middle), sorted.slice(middle)]
}
