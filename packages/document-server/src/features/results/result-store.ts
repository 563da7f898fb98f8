import { randomInt } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../lib/clock.js'
import { isMissing, writeDurably } from '../../lib/durable-file.js'

/** Files made for somebody to fetch: saved documents, lists of changes, downloads in other types. */
export interface ResultStore {
  readonly root: string
  /** Keeps a file and gives its path below the server's address, `/cache/files/data/<key>_<number>/…`. */
  put: (files: { key: string; folder: string; fileName: string; bytes: Uint8Array }) => Promise<string>
  /** Tells whether the file of a path that `put` gave is still there. */
  has: (path: string) => Promise<boolean>
  /** A folder name that no other result of this key has. */
  newFolder: (key: string) => string
  /** Removes what nobody can fetch any more. */
  prune: () => Promise<void>
}

/** Longer than links live: a portal may be slow. */
const keptMs = 24 * 60 * 60 * 1_000

/** Creates the store below a folder. */
export function createResultStore(root: string, clock: Clock): ResultStore {
  return {
    root,
    newFolder: (key) => `${key}_${randomInt(1_000, 10_000_000)}`,
    put: async ({ folder, fileName, bytes }) => {
      const outputName = `output${fileName.includes('.') ? fileName.slice(fileName.lastIndexOf('.')) : ''}`
      const stored = fileName === 'changes.zip' ? 'changes.zip' : outputName
      await writeDurably(join(root, folder, stored), bytes)
      return `/cache/files/data/${folder}/${stored}/${fileName}`
    },
    has: async (path) => {
      const [folder = '', stored = ''] = path.replace('/cache/files/data/', '').split('/')
      try {
        return (await stat(join(root, folder, stored))).isFile()
      } catch (cause) {
        if (isMissing(cause)) return false
        throw cause
      }
    },
    prune: async () => {
      await mkdir(root, { recursive: true })
      for (const name of await readdir(root)) {
        const { mtimeMs } = await stat(join(root, name))
        if (mtimeMs < clock.now() - keptMs) await rm(join(root, name), { recursive: true, force: true })
      }
    },
  }
}
