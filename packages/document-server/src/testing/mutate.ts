import { unzipSync, zipSync } from 'fflate'

type Random = () => number
type Mutation = (bytes: Buffer, random: Random, other: Uint8Array) => Uint8Array

const below = (random: Random, limit: number) => Math.floor(random() * limit)

const flipBytes: Mutation = (bytes, random) => {
  for (let count = below(random, 64) + 1; count > 0; count -= 1)
    bytes[below(random, bytes.length)] = below(random, 256)
  return bytes
}
const cutOff: Mutation = (bytes, random) => bytes.subarray(0, below(random, bytes.length))
const zeroRange: Mutation = (bytes, random) => {
  const start = below(random, bytes.length)
  return bytes.fill(0, start, Math.min(bytes.length, start + below(random, 2_000)))
}
const repeatRange: Mutation = (bytes, random) => {
  const start = below(random, bytes.length)
  const piece = bytes.subarray(start, start + below(random, 5_000))
  return Buffer.concat([
    bytes.subarray(0, start),
    ...Array.from({ length: 20 }, () => piece),
    bytes.subarray(start),
  ])
}
const splice: Mutation = (bytes, random, other) => {
  const at = below(random, bytes.length)
  return Buffer.concat([bytes.subarray(0, at), other.subarray(below(random, other.length))])
}
const noise: Mutation = (bytes, random) => {
  const start = random() < 0.5 ? 0 : 8
  for (let at = start; at < bytes.length; at += 1) bytes[at] = below(random, 256)
  return bytes
}
const mutations = [flipBytes, flipBytes, cutOff, zeroRange, repeatRange, splice, noise]

/** Damages a copy of a file as `random` decides; of a ZIP file mostly a part of it, which the ZIP then holds whole. */
export function mutate(original: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const bytes = Buffer.from(original)
  if (bytes.readUInt16BE(0) === 0x504b && random() < 0.7) return mutatePart(bytes, random, other)
  return change(bytes, random, other)
}

function change(bytes: Buffer, random: Random, other: Uint8Array): Uint8Array {
  return bytes.length === 0 ? bytes : mutations[below(random, mutations.length)]!(bytes, random, other)
}

function mutatePart(bytes: Buffer, random: Random, other: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => /\.(xml|rels|bin|png|xhtml|opf)$/.test(name))
  const name = names[below(random, names.length)]
  if (name === undefined) return change(bytes, random, other)
  parts[name] = Uint8Array.from(change(Buffer.from(parts[name]!), random, other))
  return zipSync(parts)
}
