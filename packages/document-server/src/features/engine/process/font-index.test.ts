import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { EngineFileSystem, EngineModule } from './engine-module.js'
import { fontDirectory, keepFontIndex, placeFontIndex } from './font-index.js'

let kept: string
beforeEach(() => {
  kept = mkdtempSync(join(tmpdir(), 'lectern-fonts-'))
})
afterEach(() => {
  rmSync(kept, { recursive: true, force: true })
})

/** A file system with one font, and the index of its folder somewhere in the memory. */
function createEngine(fontBytes = 100) {
  const written = new Map<string, Uint8Array | string>()
  const FS = {
    readdir: (path: string) => (path === fontDirectory ? ['Any.ttf'] : []),
    stat: () => ({ size: fontBytes }),
    utime: () => undefined,
    mkdirTree: () => undefined,
    writeFile: (path: string, bytes: Uint8Array) => written.set(path, bytes),
  } as unknown as EngineFileSystem
  const memory = Buffer.alloc(4096)
  const index = Buffer.alloc(128)
  index.writeUInt32LE(0xfc02fc05, 0)
  index.writeUInt32LE(9, 4)
  index.writeUInt32LE(128, 8)
  index.writeUInt32LE(64, 12)
  index.write(`${fontDirectory}\0`, 64)
  index.copy(memory, 1024)
  const HEAPU8 = new Uint8Array(memory)
  return { module: { FS, HEAPU8, HEAPU32: new Uint32Array(HEAPU8.buffer) } as EngineModule, FS, written }
}

it('keeps the index that lies in the memory, and puts it where the same fonts are', () => {
  const { module } = createEngine()
  expect(keepFontIndex(module, kept)).toBe(1)

  const { FS, written } = createEngine()
  placeFontIndex(FS, kept)
  const [[path, bytes] = []] = [...written]
  expect(path).toBe('/instdir/share/fontconfig/cache/e65f04da2b8603a708a0cb31c8488b7c-le32d8.cache-9')
  expect(Buffer.from(bytes as Uint8Array).readUInt32LE(0)).toBe(0xfc02fc04)
})

it('leaves other fonts to the engine', () => {
  keepFontIndex(createEngine().module, kept)
  const { FS, written } = createEngine(101)
  placeFontIndex(FS, kept)
  expect(written.size).toBe(0)
})

it('was made for the fonts of this build', () => {
  const built = new URL('../../../../dist/font-index/', import.meta.url)
  expect(existsSync(built) && readdirSync(built)).toHaveLength(1)
})
