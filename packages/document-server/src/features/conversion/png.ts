import { crc32, deflateSync } from 'node:zlib'

/** Pixels of a picture as RGBA, row by row. */
export interface Picture {
  width: number
  height: number
  rgba: Uint8Array
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const trueColor = 2

/** Writes a picture as PNG on white paper. */
export function encodePng({ width, height, rgba }: Picture): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, trueColor, 0, 0, 0], 8)
  const stride = width * 3 + 1
  const rows = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4
      const to = y * stride + 1 + x * 3
      const alpha = rgba[from + 3] ?? 0
      for (let channel = 0; channel < 3; channel += 1)
        rows[to + channel] = Math.round(((rgba[from + channel] ?? 0) * alpha + 255 * (255 - alpha)) / 255)
    }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(name: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(data.length + 12)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(name, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8)
  return bytes
}

/** Gives a picture in another size; each new pixel is the mean of those that it covers. */
export function resize(picture: Picture, width: number, height: number): Picture {
  if (picture.width === width && picture.height === height) return picture
  const rgba = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const area = {
        left: Math.floor((x * picture.width) / width),
        right: Math.max(1, Math.ceil(((x + 1) * picture.width) / width)),
        top: Math.floor((y * picture.height) / height),
        bottom: Math.max(1, Math.ceil(((y + 1) * picture.height) / height)),
      }
      rgba.set(meanOf(picture, area), (y * width + x) * 4)
    }
  return { width, height, rgba }
}

function meanOf(
  { width, rgba }: Picture,
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
): number[] {
  const sums = [0, 0, 0, 0]
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const from = (y * width + x) * 4
      const alpha = rgba[from + 3] ?? 0
      for (let channel = 0; channel < 3; channel += 1)
        sums[channel] = (sums[channel] ?? 0) + (rgba[from + channel] ?? 0) * alpha
      sums[3] = (sums[3] ?? 0) + alpha
    }
  const weight = sums[3] ?? 0
  const count = (right - left) * (bottom - top)
  return sums.map((sum, channel) =>
    channel === 3 ? Math.round(sum / count) : weight === 0 ? 255 : Math.round(sum / weight),
  )
}
