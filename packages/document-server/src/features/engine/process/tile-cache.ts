import { tilePixels } from '@lectern/shared'
import type { TileAddress } from './tiles.js'
import { tileKey } from './tiles.js'

export interface CachedTile {
  address: TileAddress
  /** As the engine painted it. */
  pixels: Uint32Array<ArrayBuffer>
  /** The document changed there since. */
  stale: boolean
}

const tileBytes = tilePixels * tilePixels * 4

/** Keeps the tiles painted last, up to a number of bytes. */
export function createTileCache({ maxBytes = 96 * 1024 * 1024 }: { maxBytes?: number } = {}) {
  // A Map keeps insertion order, so its first key is the one used longest ago.
  const tiles = new Map<string, CachedTile>()
  return {
    get(key: string): CachedTile | undefined {
      const tile = tiles.get(key)
      if (tile) {
        tiles.delete(key)
        tiles.set(key, tile)
      }
      return tile
    },
    set(tile: CachedTile) {
      const key = tileKey(tile.address)
      tiles.delete(key)
      tiles.set(key, tile)
      for (const oldest of tiles.keys()) {
        if (tiles.size * tileBytes <= maxBytes) break
        tiles.delete(oldest)
      }
    },
    all: () => tiles.values(),
  }
}
