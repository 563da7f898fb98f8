import { inflateSync } from 'node:zlib'

/** Reads a PNG file as this server writes them: true colours, not filtered. */
export function readPng(bytes: Uint8Array) {
  const data = Buffer.from(bytes)
  const width = data.readUInt32BE(16)
  const height = data.readUInt32BE(20)
  const rows = inflateSync(data.subarray(41, 41 + data.readUInt32BE(33)))
  if (rows.length !== height * (width * 3 + 1))
    throw new Error('The picture has not the rows that it tells of.')
  const colors = new Set<number>()
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const row = Math.floor(pixel / width)
    colors.add(rows.readUIntBE(row * (width * 3 + 1) + 1 + (pixel % width) * 3, 3))
  }
  const colorAt = (x: number, y: number) => rows.readUIntBE(y * (width * 3 + 1) + 1 + x * 3, 3)
  return { width, height, colors: colors.size, colorAt }
}
