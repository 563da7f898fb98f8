import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { EngineFileSystem, EngineModule } from './engine-module.js'

/*
 * fontconfig reads every font at each start, which is a fifth of the time that the engine needs for it. It would keep
 * what it found in files, but locks these by hard links, which the virtual file system does not know. So the build
 * takes the index out of an engine's memory, where it lies as it would in the file, and each start puts it there.
 */

/** The folder of the engine's fonts. */
export const fontDirectory = '/instdir/share/fonts/truetype'

const fontDirectories = [fontDirectory, '/instdir/program/resource/common/fonts']
const indexDirectory = '/instdir/share/fontconfig/cache'

/** fontconfig trusts an index as long as its folder has the time that is written in it. */
const folderTime = Date.UTC(2020, 0, 1)

/** The beginning of an index (`FcCache` in fontconfig's sources) in memory and in a file, and its version. */
const magic = { memory: 0xfc02fc05, file: 0xfc02fc04 }
const version = 9
const header = { sizeAt: 8, directoryAt: 12 }
const largestIndex = 16 * 1024 * 1024

const keptIndexes = fileURLToPath(new URL('../../../font-index/', import.meta.url))

/** Names the index of a folder as fontconfig does: this engine counts in 32 bits, its doubles lie at multiples of 8. */
const indexName = (directory: string) =>
  `${createHash('md5').update(directory).digest('hex')}-le32d8.cache-${String(version)}`

/** Names the set of fonts: with another one the index is of no use. */
function nameFonts(fileSystem: EngineFileSystem): string {
  const hash = createHash('sha256')
  for (const directory of fontDirectories)
    for (const name of fileSystem.readdir(directory).sort())
      hash.update(`${directory}/${name} ${String(fileSystem.stat(`${directory}/${name}`).size)}\n`)
  return hash.digest('hex').slice(0, 16)
}

/** Puts the index of the fonts in place, when one was kept of these fonts; to be called when all of them are there. */
export function placeFontIndex(fileSystem: EngineFileSystem, kept = keptIndexes): void {
  const folder = join(kept, nameFonts(fileSystem))
  for (const directory of fontDirectories) fileSystem.utime(directory, folderTime, folderTime)
  if (!existsSync(folder)) return
  fileSystem.mkdirTree(indexDirectory)
  for (const name of readdirSync(folder))
    fileSystem.writeFile(`${indexDirectory}/${name}`, readFileSync(join(folder, name)))
}

/** Keeps the index that an engine made at its start; gives how many folders of fonts are in it. */
export function keepFontIndex({ FS, HEAPU8, HEAPU32 }: EngineModule, kept = keptIndexes): number {
  const folder = join(kept, nameFonts(FS))
  rmSync(kept, { recursive: true, force: true })
  let count = 0
  for (let at = HEAPU32.indexOf(magic.memory); at >= 0; at = HEAPU32.indexOf(magic.memory, at + 1)) {
    const index = readIndex(HEAPU8, at * 4)
    if (!index || !fontDirectories.includes(index.directory)) continue
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, indexName(index.directory)), index.bytes)
    count += 1
  }
  return count
}

function readIndex(memory: Uint8Array, start: number): { directory: string; bytes: Buffer } | undefined {
  const fields = new DataView(memory.buffer, memory.byteOffset + start)
  const size = fields.getUint32(header.sizeAt, true)
  if (fields.getUint32(4, true) !== version || size > largestIndex || start + size > memory.length) return
  const bytes = Buffer.from(memory.slice(start, start + size))
  const directoryAt = bytes.readUInt32LE(header.directoryAt)
  const directory = bytes.toString('utf8', directoryAt, bytes.indexOf(0, directoryAt))
  bytes.writeUInt32LE(magic.file, 0)
  return { directory, bytes }
}
