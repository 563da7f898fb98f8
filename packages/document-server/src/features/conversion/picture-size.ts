import { ThumbnailAspect } from '@lectern/shared'
import type { ConversionRequest } from '@lectern/shared'

/** How large the pictures of pages are, and whether only the first is wanted. */
export type Thumbnail = NonNullable<ConversionRequest['thumbnail']>

interface Size {
  width: number
  height: number
}

const twipsPerPixel = 15
const maxSide = 4_096

/** Gives the size in pixels of the picture of a page, whose own size is in twips. */
export function pictureSize({ width, height }: Size, thumbnail: Thumbnail): Size {
  const pixels = (value: number) => Math.min(maxSide, Math.max(1, Math.round(value)))
  if (thumbnail.aspect === ThumbnailAspect.Stretch) return thumbnail
  const scale =
    thumbnail.aspect === ThumbnailAspect.Page
      ? 1 / twipsPerPixel
      : Math.min(thumbnail.width / width, thumbnail.height / height)
  return { width: pixels(width * scale), height: pixels(height * scale) }
}
