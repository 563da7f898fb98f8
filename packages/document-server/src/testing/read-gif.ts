/** Reads a GIF file as this server writes them: one picture with one table of colours. */
export function readGif(bytes: Uint8Array) {
  const data = Buffer.from(bytes)
  const bits = (data.readUInt8(10) & 7) + 1
  const tableAt = 13
  const imageAt = tableAt + 3 * 2 ** bits
  const indexes = unpack(readBlocks(data, imageAt + 11), data.readUInt8(imageAt + 10))
  const [width, height] = [data.readUInt16LE(6), data.readUInt16LE(8)]
  if (indexes.length !== width * height) throw new Error('The picture has not the pixels that it tells of.')
  const colorAt = (x: number, y: number) => data.readUIntBE(tableAt + 3 * (indexes[y * width + x] ?? 0), 3)
  return { width, height, colorAt }
}

function readBlocks(data: Buffer, from: number): Buffer {
  const blocks: Buffer[] = []
  let at = from
  for (let length = data.readUInt8(at); length > 0; length = data.readUInt8(at)) {
    blocks.push(data.subarray(at + 1, at + 1 + length))
    at += 1 + length
  }
  if (data.readUInt8(at + 1) !== 0x3b) throw new Error('The picture has no end.')
  return Buffer.concat(blocks)
}

function unpack(packed: Buffer, bits: number): number[] {
  const [clear, end] = [2 ** bits, 2 ** bits + 1]
  const pixels: number[] = []
  let table: number[][] = []
  let length = bits + 1
  let last: number[] | undefined
  let bit = 0
  for (;;) {
    let code = 0
    for (let at = 0; at < length; at += 1, bit += 1)
      code |= (((packed[bit >> 3] ?? 0) >> (bit & 7)) & 1) << at
    if (code === end) return pixels
    if (code === clear) {
      table = Array.from({ length: end + 1 }, (_, index) => [index])
      length = bits + 1
      last = undefined
      continue
    }
    const known = table[code] ?? (last ? [...last, last[0] ?? 0] : undefined)
    if (!known) throw new Error(`The picture has an unknown code ${code}.`)
    for (const pixel of known) pixels.push(pixel)
    if (last && table.length < 4_096) table.push([...last, known[0] ?? 0])
    if (table.length === 2 ** length && length < 12) length += 1
    last = known
  }
}
