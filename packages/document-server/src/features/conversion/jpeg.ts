import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import encode, { init } from '@jsquash/jpeg/encode.js'
import type { Picture } from './picture.js'
import { onPaper } from './picture.js'

/** Pages are mostly text, around which stronger compression leaves clouds. */
const quality = 85
const encoder = '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'

let started: Promise<void> | undefined

/** The package looks for its program by the network, as browsers do; here it is handed over. */
async function start(): Promise<void> {
  const wasmBinary = await readFile(createRequire(import.meta.url).resolve(encoder))
  await init({ wasmBinary })
}

/** Writes a picture as JPEG on white paper. */
export async function encodeJpeg(picture: Picture): Promise<Uint8Array> {
  await (started ??= start())
  const { width, height } = picture
  const image = { data: onPaper(picture), width, height, colorSpace: 'srgb' } as const
  // What takes longest is left out: it saves some bytes in a hundred.
  const options = { quality, baseline: true, progressive: false, trellis_multipass: false }
  return new Uint8Array(await encode(image, options))
}
