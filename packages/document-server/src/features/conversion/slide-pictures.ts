import { ThumbnailAspect } from '@lectern/shared'
import type { TileFrame } from '@lectern/shared'
import { EngineError } from '../engine/index.js'
import type { EngineDocument } from '../engine/index.js'
import { packedPixels } from './packed-pixels.js'
import type { PagesWanted } from './page-pictures.js'
import { paintPdf } from './pdf-pictures.js'

/** A picture of a slide: which one, from 0 on, and how many pixels. */
export interface SlideWanted {
  part: number
  width: number
  height: number
}

/**
 * Paints a slide as an audience sees it. The engine paints its screen only, with the frames of empty places; a PDF file of
 * the slide has none of that.
 */
export async function paintSlide(
  document: EngineDocument,
  { part, width, height }: SlideWanted,
): Promise<TileFrame> {
  const bytes = await document.save('pdf', { pageRange: String(part + 1), withHidden: true })
  const thumbnail = { first: true, aspect: ThumbnailAspect.Stretch, width, height }
  const [payload] = await paintPdf({ bytes, outputType: packedPixels, password: undefined, thumbnail })
  if (!payload) throw new EngineError('UNSUPPORTED', 'There is no such slide.')
  const place = { part, tileTwips: 0, column: 0, row: 0, x: 0, y: 0 }
  return { kind: 'slide', whole: true, ...place, width, height, payload }
}

/** Paints the slides that are not hidden, or the first of them, as files of pictures. */
export async function paintSlides(
  document: EngineDocument,
  wanted: PagesWanted,
  outputType: string,
): Promise<Uint8Array[]> {
  const isFirst = wanted.thumbnail.first && wanted.pageRange === undefined
  const first = document.info.parts.findIndex(({ hidden }) => !hidden)
  const bytes = await document.save('pdf', isFirst ? { pageRange: String(first + 1) } : {})
  return paintPdf({ bytes, outputType, password: undefined, ...wanted })
}
