import { inflateRawSync } from 'node:zlib'
import { tilePixels } from '@lectern/shared'
import type { TileFrame, TwipRect } from '@lectern/shared'
import { EngineError } from '../engine/index.js'
import type { DocumentInfo, EngineDocument, EngineView } from '../engine/index.js'
import { readPageRange } from './page-range.js'
import type { Picture } from './picture.js'
import { pictureSize } from './picture-size.js'
import type { Thumbnail } from './picture-size.js'
import { resize } from './picture.js'

interface Page {
  part: number
  rect: TwipRect
}

const a4: TwipRect = { x: 0, y: 0, width: 11_906, height: 16_838 }
const maxPages = 500

/** Which pages, and how large. */
export interface PagesWanted {
  thumbnail: Thumbnail
  /** Such as `1-3,5`; without one, all. */
  pageRange?: string
}

/**
 * Paints the first page of a text or a sheet or of a range, or all of them, as the engine shows them on a screen. Each is
 * handed to `encode` before the next one is painted, because many pictures of pages are more than memory holds.
 */
export async function paintPages<Encoded>(
  document: EngineDocument,
  wanted: PagesWanted,
  encode: (picture: Picture) => Encoded | Promise<Encoded>,
): Promise<Encoded[]> {
  const { thumbnail } = wanted
  const pages = choosePages(document.info, wanted)
  const collector = createTileCollector()
  const view = await document.createView({
    authorName: '',
    readOnly: true,
    onEvent: (event) => {
      if (event.type === 'tile') collector.take(event.frame)
    },
  })
  try {
    const encoded: Encoded[] = []
    for (const page of pages) encoded.push(await encode(await paintPage(view, collector, page, thumbnail)))
    return encoded
  } finally {
    await view.close()
  }
}

function choosePages(info: DocumentInfo, { thumbnail, pageRange }: PagesWanted): Page[] {
  const isWanted = pageRange === undefined ? () => true : readPageRange(pageRange)
  const pages = pagesOf(info).filter((_, index) => isWanted(index + 1))
  if (pages.length === 0) throw new EngineError('UNSUPPORTED', 'The document has none of these pages.')
  return pages.slice(0, thumbnail.first ? 1 : maxPages)
}

function pagesOf({ documentType, pages, parts }: DocumentInfo): Page[] {
  if (documentType === 'word') return pages.map((rect) => ({ part: 0, rect }))
  // A sheet has no pages on the screen: its beginning is shown, as much as a sheet of paper holds.
  return parts.flatMap(({ hidden }, part) => (hidden ? [] : [{ part, rect: a4 }]))
}

async function paintPage(
  view: EngineView,
  collector: ReturnType<typeof createTileCollector>,
  { part, rect }: Page,
  thumbnail: Thumbnail,
): Promise<Picture> {
  const size = pictureSize(rect, thumbnail)
  // Never smaller than wanted: what is made smaller afterwards stays sharp.
  const scale = Math.min(rect.width / size.width, rect.height / size.height)
  const tileTwips = Math.max(200, Math.floor(scale * tilePixels))
  const painted = collector.wait(part, tileTwips, rect)
  view.setViewport({ part, tileTwips, ...rect })
  const tiles = await painted
  return resize(cut(tiles, rect, tileTwips / tilePixels), size.width, size.height)
}

type Tiles = Map<string, { frame: TileFrame; rgba: Uint8Array }>
const nameOf = ({ part, tileTwips, column, row }: Pick<TileFrame, 'part' | 'tileTwips' | 'column' | 'row'>) =>
  [part, tileTwips, column, row].join(':')

/** Keeps the tiles that come, and tells when all of a page are there. */
function createTileCollector() {
  const tiles: Tiles = new Map()
  let check: () => void = () => undefined

  return {
    take(frame: TileFrame) {
      const name = nameOf(frame)
      const pixels = inflateRawSync(frame.payload)
      const known = tiles.get(name)
      if (frame.whole) tiles.set(name, { frame, rgba: pixels })
      else if (known) patch(known.rgba, frame, pixels)
      check()
    },
    /** The engine does not send again what two pages share, so tiles of earlier pages count. */
    wait(part: number, tileTwips: number, { x, y, width, height }: TwipRect): Promise<Tiles> {
      const names = new Set<string>()
      for (let row = Math.floor(y / tileTwips); row * tileTwips < y + height; row += 1)
        for (let column = Math.floor(x / tileTwips); column * tileTwips < x + width; column += 1)
          names.add(nameOf({ part, tileTwips, column, row }))
      for (const name of tiles.keys()) if (!names.has(name)) tiles.delete(name)
      return new Promise((resolve) => {
        check = () => {
          if ([...names].every((name) => tiles.has(name))) resolve(tiles)
        }
        check()
      })
    },
  }
}

function patch(rgba: Uint8Array, { x, y, width, height }: TileFrame, pixels: Uint8Array): void {
  for (let row = 0; row < height; row += 1)
    rgba.set(pixels.subarray(row * width * 4, (row + 1) * width * 4), ((y + row) * tilePixels + x) * 4)
}

/** Puts the tiles together and takes the page out of them. */
function cut(tiles: Tiles, rect: TwipRect, pixelTwips: number): Picture {
  const left = Math.round(rect.x / pixelTwips)
  const top = Math.round(rect.y / pixelTwips)
  const width = Math.max(1, Math.round(rect.width / pixelTwips))
  const height = Math.max(1, Math.round(rect.height / pixelTwips))
  const rgba = new Uint8Array(width * height * 4)
  for (const { frame, rgba: source } of tiles.values())
    for (let row = 0; row < tilePixels; row += 1) {
      const y = frame.row * tilePixels + row - top
      const from = Math.max(0, left - frame.column * tilePixels)
      const to = Math.min(tilePixels, left + width - frame.column * tilePixels)
      if (y < 0 || y >= height || from >= to) continue
      const start = y * width + frame.column * tilePixels + from - left
      rgba.set(source.subarray((row * tilePixels + from) * 4, (row * tilePixels + to) * 4), start * 4)
    }
  return { width, height, rgba }
}
