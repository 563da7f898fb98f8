import { Worker } from 'node:worker_threads'
import { builtModule } from '../../lib/built-module.js'
import type { PdfTextTask } from './pdf-text-worker.js'

const timeoutMs = 60_000
const maxHeapMegabytes = 384
const maxPages = 1_000

/**
 * Takes the text out of a PDF file, in a thread of its own: strangers' files may be damaged, or bombs. Gives what was
 * read when the thread fails, needs too much memory or more than a minute; nothing for files with a password.
 */
export function readPdfText(bytes: Uint8Array, maxCharacters: number): Promise<string> {
  const workerData: PdfTextTask = { bytes, maxPages, maxCharacters }
  const worker = new Worker(builtModule(new URL('./pdf-text-worker.js', import.meta.url)), {
    ...{ workerData, env: {}, stdout: true, stderr: true },
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
  })
  const pages: string[] = []
  return new Promise<string>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      resolve(pages.join('\n'))
    }
    const timer = setTimeout(end, timeoutMs)
    worker.on('message', (page: string) => pages.push(page))
    worker.once('error', end)
    worker.once('exit', end)
  }).finally(() => worker.terminate())
}
