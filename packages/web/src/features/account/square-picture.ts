import { ApiError } from '@/graphql/api-error'

const side = 256

/** Cuts the middle square out of a picture, makes it small, and gives it as base64 of a WebP or PNG file. */
export async function squarePicture(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file).catch((cause: unknown) => {
    throw new ApiError('PICTURE_INVALID', 'The browser cannot read the picture.', {}, { cause })
  })
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = side
  const cut = Math.min(picture.width, picture.height)
  const [left, top] = [(picture.width - cut) / 2, (picture.height - cut) / 2]
  const context = canvas.getContext('2d')
  if (context) context.imageSmoothingQuality = 'high'
  context?.drawImage(picture, left, top, cut, cut, 0, 0, side, side)
  picture.close()
  // Browsers that cannot write WebP give PNG instead.
  return canvas.toDataURL('image/webp', 0.9).replace(/^.*,/, '')
}
