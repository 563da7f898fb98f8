import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { FormFields } from '@lectern/shared'
import { EngineError } from '../engine/index.js'
import type { FillTask } from './fill-worker.js'

const timeoutMs = 60_000
const maxHeapMegabytes = 512

/** Writes values into the fields of a PDF form, in a thread of its own: strangers' files may be damaged, or bombs. */
export function fillFields(bytes: Uint8Array, fields: FormFields): Promise<Uint8Array> {
  const workerData: FillTask = { bytes, fields }
  const worker = new Worker(workerModule(), {
    ...{ workerData, env: {}, stdout: true, stderr: true },
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
  })
  return new Promise<Uint8Array>((resolve, reject) => {
    const fail = (cause?: unknown) => {
      reject(
        new EngineError('UNREADABLE', 'The form could not be filled in: its file is damaged.', { cause }),
      )
    }
    const timer = setTimeout(fail, timeoutMs)
    worker.once('message', resolve)
    worker.once('error', fail)
    worker.once('exit', () => {
      clearTimeout(timer)
      fail()
    })
  }).finally(() => worker.terminate())
}

/** Tests run TypeScript, which a thread of Node 20 does not understand: they use what the build left. */
function workerModule(): string {
  const beside = fileURLToPath(new URL('./fill-worker.js', import.meta.url))
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL('../../../dist/features/pdf/fill-worker.js', import.meta.url))
}
