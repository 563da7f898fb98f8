import { badPicture } from './bad-picture.js'
import { cleanJpeg, isJpeg } from './jpeg.js'
import { cleanPng, isPng } from './png.js'
import { cleanWebp, isWebp } from './webp.js'

/** A picture that holds nothing but what draws it. */
export interface CleanPicture {
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp'
  bytes: Buffer
}

/**
 * Builds a picture anew from the parts that draw it, whatever its file is called: notes about place and camera, other
 * files hidden in it and what is behind its end are left out. Throws `PICTURE_INVALID` or `PICTURE_TOO_LARGE`.
 */
export function cleanPicture(bytes: Buffer): CleanPicture {
  if (isPng(bytes)) return { mediaType: 'image/png', bytes: cleanPng(bytes) }
  if (isJpeg(bytes)) return { mediaType: 'image/jpeg', bytes: cleanJpeg(bytes) }
  if (isWebp(bytes)) return { mediaType: 'image/webp', bytes: cleanWebp(bytes) }
  throw badPicture()
}
