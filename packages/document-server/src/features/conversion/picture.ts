/** Pixels of a picture as RGBA, row by row. */
export interface Picture {
  width: number
  height: number
  rgba: Uint8Array
}

/** Lays a picture on white paper: RGBA without anything that shines through. */
export function onPaper({ rgba }: Picture): Uint8ClampedArray {
  const opaque = new Uint8ClampedArray(rgba.length)
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0
    for (let channel = at; channel < at + 3; channel += 1)
      opaque[channel] = Math.round(((rgba[channel] ?? 0) * alpha + 255 * (255 - alpha)) / 255)
    opaque[at + 3] = 255
  }
  return opaque
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
