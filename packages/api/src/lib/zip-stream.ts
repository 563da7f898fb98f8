import { crc32 } from 'node:zlib'

/** A file of an archive; its size is known before its bytes are read. */
export interface ZipFileEntry {
  /** With slashes between folders. A folder of its own ends with one and has no bytes. */
  path: string
  size: number
  modifiedAt: Date
  open: () => Promise<AsyncIterable<Uint8Array>>
}

const localBytes = 30
const descriptorBytes = 16
const centralBytes = 46
const endBytes = 22
/** The format without its extensions counts in 32 bits. */
export const maxZipBytes = 0xff_ff_ff_ff - 1

/** Tells how many bytes an archive will have, before any of its files is read. */
export function zipSize(entries: readonly ZipFileEntry[]): number {
  const sizes = entries.map(({ path, size }) => {
    const name = Buffer.byteLength(path)
    return localBytes + name + size + descriptorBytes + centralBytes + name
  })
  return sizes.reduce((sum, size) => sum + size, endBytes)
}

/** Writes an archive piece by piece, without compression: office files are compressed already. */
export async function* writeZip(entries: readonly ZipFileEntry[]): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const header = headerOf(entry)
    yield Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), header, name(entry)])
    let sum = 0
    let size = 0
    for await (const chunk of await entry.open()) {
      sum = crc32(chunk, sum)
      size += chunk.byteLength
      yield chunk
    }
    if (size !== entry.size) throw new Error('A stored file is not as long as the database says')
    const counts = numbers([sum, 4], [size, 4], [size, 4])
    yield Buffer.concat([Buffer.from([0x50, 0x4b, 0x07, 0x08]), counts])
    directory.push(centralEntry(entry, header, counts, offset))
    offset += localBytes + name(entry).length + size + descriptorBytes
  }
  const central = Buffer.concat(directory)
  const count = entries.length
  yield central
  yield Buffer.concat([
    Buffer.from([0x50, 0x4b, 0x05, 0x06]),
    numbers([0, 2], [0, 2], [count, 2], [count, 2], [central.length, 4], [offset, 4], [0, 2]),
  ])
}

const name = ({ path }: ZipFileEntry) => Buffer.from(path)

function headerOf(entry: ZipFileEntry): Buffer {
  const { date, time } = dosTime(entry.modifiedAt)
  // Bit 3: sums and sizes follow the bytes; bit 11: names are UTF-8.
  const flags = 0x08_08
  return numbers(
    [20, 2],
    [flags, 2],
    [0, 2],
    [time, 2],
    [date, 2],
    [0, 4],
    [0, 4],
    [0, 4],
    [name(entry).length, 2],
    [0, 2],
  )
}

function centralEntry(entry: ZipFileEntry, header: Buffer, counts: Buffer, offset: number): Buffer {
  return Buffer.concat([
    Buffer.from([0x50, 0x4b, 0x01, 0x02]),
    numbers([20, 2]),
    header.subarray(0, 10),
    counts,
    numbers([name(entry).length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
    name(entry),
  ])
}

/** Writes numbers of so many bytes each, the lowest byte first. */
function numbers(...values: [value: number, bytes: 2 | 4][]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [, bytes]) => sum + bytes, 0))
  let at = 0
  for (const [value, bytes] of values) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}

function dosTime(at: Date): { date: number; time: number } {
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  return { date, time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1) }
}
