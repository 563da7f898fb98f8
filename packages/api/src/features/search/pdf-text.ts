import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
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
  const worker = new Worker(workerModule(), {
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

/** Tests run TypeScript, which a thread of Node 20 does not understand: they use what the build left. */
function workerModule(): string {
  const beside = fileURLToPath(new URL('./pdf-text-worker.js', import.meta.url))
  return existsSync(beside) ? beside : beside.replace('/src/', '/dist/')
}
