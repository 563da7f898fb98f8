import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** As much of a chunk as its weight depends on. */
interface Chunk {
  code: string
  imports: readonly string[]
}

export interface FirstLoadOptions {
  /** Page that people see first, as a part of its file's name. */
  page: string
  /** Most that the browser may load for it, gzipped, in bytes of 1000 to the kB. */
  maxBytes: number
}

/** Adds up what the browser loads for some chunks and all that they import at once, in gzipped bytes. */
export function weigh(chunks: ReadonlyMap<string, Chunk>, names: Iterable<string>): number {
  const loaded = new Set<string>()
  const waiting = [...names]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const chunk = chunks.get(name)
    if (!chunk || loaded.has(name)) continue
    loaded.add(name)
    waiting.push(...chunk.imports)
  }
  return [...loaded].reduce(
    (sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '', { level: 9 }).length,
    0,
  )
}

/** Fails the build when the first look at the app takes more JavaScript than it may. */
export function limitFirstLoad({ page, maxBytes }: FirstLoadOptions): Plugin {
  return {
    name: 'lectern:first-load',
    apply: 'build',
    // After all that changes code.
    enforce: 'post',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const first = chunks.filter(({ isEntry, facadeModuleId }) => isEntry || facadeModuleId?.includes(page))
      if (first.length < 2) this.error(`No page of the build is called "${page}".`)
      const bytes = weigh(
        new Map(chunks.map((chunk) => [chunk.fileName, chunk])),
        first.map(({ fileName }) => fileName),
      )
      const kilobytes = `${(bytes / 1000).toFixed(1)} kB of JavaScript, gzipped`
      if (bytes > maxBytes)
        this.error(
          `The first look at "${page}" takes ${kilobytes}; ${maxBytes / 1000} kB are the most. Load what is not seen at first when it is wanted: see use-lazy-component.ts.`,
        )
      this.info(`first look at "${page}": ${kilobytes}`)
    },
  }
}
