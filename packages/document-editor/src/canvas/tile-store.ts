import { tilePixels, type TileFrame } from '@lectern/shared'
import type { TileRange } from './geometry'

export type TileImage = OffscreenCanvas | HTMLCanvasElement

export interface Tile {
  image: TileImage
  column: number
  row: number
}

/** All tiles of one part at one zoom. */
interface Level {
  part: number
  tileTwips: number
  tiles: Map<number, Tile>
  usedAt: number
}

export interface TileStoreOptions {
  /** 512 tiles are 134 MB of pixels, several screens of a large display. */
  maxTiles?: number
  createImage?: () => TileImage
  decode: (payload: Uint8Array, size: number) => Uint8Array
}

// Rows of the largest sheet at the smallest tile stay below this factor.
const rowFactor = 2 ** 26

/** Keeps the pixels that the server sent, newest zoom first, and forgets what was not looked at for longest. */
export function createTileStore({ maxTiles = 512, createImage = createTileImage, decode }: TileStoreOptions) {
  const levels = new Map<string, Level>()
  let clock = 0
  let count = 0

  const levelKey = (part: number, tileTwips: number) => `${String(part)}/${String(tileTwips)}`
  const tileKey = (column: number, row: number) => column * rowFactor + row

  function levelOf(part: number, tileTwips: number): Level {
    const key = levelKey(part, tileTwips)
    const level = levels.get(key) ?? { part, tileTwips, tiles: new Map<number, Tile>(), usedAt: 0 }
    level.usedAt = ++clock
    levels.set(key, level)
    return level
  }

  function evict(current: Level) {
    for (const [key, level] of [...levels].sort(([, a], [, b]) => a.usedAt - b.usedAt)) {
      for (const tile of level.tiles.keys()) {
        if (count <= maxTiles) return
        level.tiles.delete(tile)
        count -= 1
      }
      if (level.tiles.size === 0 && level !== current) levels.delete(key)
    }
  }

  return {
    get size() {
      return count
    },
    /** Draws a frame into its tile; false when it is a patch of a tile that is not here. */
    put(frame: TileFrame): boolean {
      const level = levelOf(frame.part, frame.tileTwips)
      const key = tileKey(frame.column, frame.row)
      let tile = level.tiles.get(key)
      if (!tile && !frame.whole) return false
      if (frame.width === 0 || frame.height === 0) return true
      if (tile) level.tiles.delete(key)
      else {
        tile = { image: createImage(), column: frame.column, row: frame.row }
        count += 1
      }
      level.tiles.set(key, tile)
      drawFrame(tile.image, frame, decode)
      if (count > maxTiles) evict(level)
      return true
    },
    find(part: number, tileTwips: number, column: number, row: number): TileImage | undefined {
      return levels.get(levelKey(part, tileTwips))?.tiles.get(tileKey(column, row))?.image
    },
    /** Marks the tiles of a range as looked at, so that they are forgotten last. */
    touch(part: number, tileTwips: number, range: TileRange) {
      const level = levels.get(levelKey(part, tileTwips))
      if (!level) return
      level.usedAt = ++clock
      for (let row = range.firstRow; row <= range.lastRow; row += 1) {
        for (let column = range.firstColumn; column <= range.lastColumn; column += 1) {
          const key = tileKey(column, row)
          const tile = level.tiles.get(key)
          if (!tile) continue
          level.tiles.delete(key)
          level.tiles.set(key, tile)
        }
      }
    },
    /** True when each tile of a range is here. */
    covers(part: number, tileTwips: number, range: TileRange): boolean {
      const level = levels.get(levelKey(part, tileTwips))
      if (!level) return false
      for (let row = range.firstRow; row <= range.lastRow; row += 1) {
        for (let column = range.firstColumn; column <= range.lastColumn; column += 1) {
          if (!level.tiles.has(tileKey(column, row))) return false
        }
      }
      return true
    },
    /** Tiles of the same part at other zooms, oldest first: something to show until the sharp ones arrive. */
    otherLevels(part: number, tileTwips: number): { tileTwips: number; tiles: Iterable<Tile> }[] {
      return [...levels.values()]
        .filter((level) => level.part === part && level.tileTwips !== tileTwips)
        .sort((a, b) => a.usedAt - b.usedAt)
        .map((level) => ({ tileTwips: level.tileTwips, tiles: level.tiles.values() }))
    },
    clear() {
      levels.clear()
      count = 0
    },
  }
}

export type TileStore = ReturnType<typeof createTileStore>

function createTileImage(): TileImage {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(tilePixels, tilePixels)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = tilePixels
  return canvas
}

function drawFrame(image: TileImage, frame: TileFrame, decode: TileStoreOptions['decode']) {
  const context = image.getContext('2d') as
    CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null
  if (!context) return
  if (frame.whole) context.clearRect(0, 0, tilePixels, tilePixels)
  context.putImageData(toImageData(frame, decode), frame.x, frame.y)
}

/** Pixels of a frame. */
export function toImageData(frame: TileFrame, decode: TileStoreOptions['decode']): ImageData {
  const size = frame.width * frame.height * 4
  const bytes = decode(frame.payload, size)
  const pixels = new Uint8ClampedArray(bytes.buffer as ArrayBuffer, bytes.byteOffset, size)
  return new ImageData(pixels, frame.width, frame.height)
}
