import { encodeBmp } from './bmp.js'
import { encodeGif } from './gif.js'
import { encodeJpeg } from './jpeg.js'
import type { Picture } from './picture.js'
import { encodePng } from './png.js'

export type PictureEncoder = (picture: Picture) => Uint8Array | Promise<Uint8Array>

const encoders: Record<string, PictureEncoder> = {
  png: encodePng,
  jpg: encodeJpeg,
  bmp: encodeBmp,
  gif: encodeGif,
}

/** File types of the pictures that are painted here, page by page. */
export const pictureTypes: readonly string[] = Object.keys(encoders)

/** Gives what writes a picture of a page in a file type; undefined when the type is none of pictures. */
export function findPictureEncoder(outputType: string): PictureEncoder | undefined {
  return encoders[outputType]
}
