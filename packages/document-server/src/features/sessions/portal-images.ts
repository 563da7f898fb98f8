import { maxImageBytes, portalImagesSchema } from '@lectern/shared'
import type { ClientMessage, GivenImage, ImageType } from '@lectern/shared'
import { DocumentServerError } from '../../lib/errors.js'
import type { SessionDependencies } from './session-state.js'

type Question = Extract<ClientMessage, { type: 'images' }>

const signatures: readonly [ImageType, readonly number[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
]

/** Fetches the pictures that a portal gives to be inserted; only those that its token names. */
export async function fetchImages(
  { token = '', data }: Question,
  { tokens, downloader }: Pick<SessionDependencies, 'tokens' | 'downloader'>,
): Promise<GivenImage[]> {
  const parsed = portalImagesSchema.safeParse(tokens.required ? await tokens.verify(token) : data)
  if (!parsed.success) throw new DocumentServerError('TOKEN_INVALID', 'The portal named no pictures.')
  const images: GivenImage[] = []
  for (const { url } of parsed.data.images) images.push(readImage(await downloader.download(url)))
  return images
}

function readImage(bytes: Uint8Array): GivenImage {
  if (bytes.length > maxImageBytes)
    throw new DocumentServerError('TOO_LARGE', `The picture is larger than ${maxImageBytes} bytes.`)
  const found = signatures.find(([, start]) => start.every((byte, index) => bytes[index] === byte))
  if (!found) throw new DocumentServerError('UNSUPPORTED', 'The file is no PNG, JPEG or GIF picture.')
  return { mimeType: found[0], data: Buffer.from(bytes).toString('base64') }
}
