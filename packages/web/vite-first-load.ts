import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Adds up the JavaScript, in gzipped bytes, that a page of the build names and so loads at once. */
export function weigh(page: string, codes: ReadonlyMap<string, string>): number {
  const named = [...codes].filter(([fileName]) => page.includes(`"/${fileName}"`))
  return named.reduce((sum, [, code]) => sum + gzipSync(code, { level: 9 }).length, 0)
}

/** Fails the build when the first look at the app takes more JavaScript, gzipped, than so many bytes. */
export function limitFirstLoad(maxBytes: number): Plugin {
  return {
    name: 'lectern:first-load',
    apply: 'build',
    // After all that changes code, and after the page was written.
    enforce: 'post',
    generateBundle(_, bundle) {
      const page = bundle['index.html']
      if (page?.type !== 'asset') this.error('The build has no index.html.')
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const codes = new Map(chunks.map(({ fileName, code }) => [fileName, code]))
      const bytes = weigh(String(page.source), codes)
      if (bytes === 0) this.error('index.html names no JavaScript of the build.')
      const kilobytes = `${(bytes / 1000).toFixed(1)} kB of JavaScript, gzipped`
      if (bytes > maxBytes)
        this.error(
          `The first look at the app takes ${kilobytes}; ${maxBytes / 1000} kB are the most. Load what is not seen at first when it is wanted: see use-lazy-component.ts.`,
        )
      this.info(`first look at the app: ${kilobytes}`)
    },
  }
}
