import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const folders = ['cmaps', 'standard_fonts', 'wasm', 'iccs']

/** Puts what PDF files may need (character maps, fonts, decoders) beside the page: nothing is loaded from elsewhere. */
export function pdfResources(): Plugin {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return {
    name: 'pdf-resources',
    apply: 'build',
    generateBundle() {
      for (const folder of folders)
        for (const name of readdirSync(join(root, folder)))
          this.emitFile({
            type: 'asset',
            fileName: `pdf-resources/${folder}/${name}`,
            source: readFileSync(join(root, folder, name)),
          })
    },
  }
}
