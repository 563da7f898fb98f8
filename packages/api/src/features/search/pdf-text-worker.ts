import { createRequire } from 'node:module'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

/** What the thread is started with. */
export interface PdfTextTask {
  bytes: Uint8Array
  maxPages: number
  maxCharacters: number
}

// PDF.js asks for what browsers draw with when it is loaded; reading draws nothing.
class NotDrawn {}
Object.assign(globalThis, { DOMMatrix: NotDrawn, ImageData: NotDrawn, Path2D: NotDrawn })
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')

const { bytes, maxPages, maxCharacters } = workerData as PdfTextTask
const library = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const errorsOnly = 0
const task = getDocument({
  data: bytes,
  // The tables by which older Chinese, Japanese and Korean files name their letters.
  ...{ cMapUrl: `${library}/cmaps/`, cMapPacked: true },
  ...{ verbosity: errorsOnly, isEvalSupported: false, enableXfa: false },
})
const pdf = await task.promise
let left = maxCharacters
for (let number = 1; number <= Math.min(pdf.numPages, maxPages) && left > 0; number++) {
  const { items } = await (await pdf.getPage(number)).getTextContent()
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  left -= text.length
  // Each page by itself, so that those before a broken one are known.
  parentPort?.postMessage(text)
}
await task.destroy()
