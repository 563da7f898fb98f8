import type { FormFields } from '@lectern/shared'
import { runInThread } from '../../lib/worker-thread.js'
import { EngineError } from '../engine/index.js'
import type { FillTask } from './fill-worker.js'

const worker = new URL('./fill-worker.js', import.meta.url)

/** Writes values into the fields of a PDF form. Throws an EngineError when the file is damaged. */
export async function fillFields(bytes: Uint8Array, fields: FormFields): Promise<Uint8Array> {
  const task: FillTask = { bytes, fields }
  const [filled] = await runInThread<Uint8Array>(worker, task).catch((cause: unknown) => {
    throw damaged(cause)
  })
  if (!filled) throw damaged()
  return filled
}

function damaged(cause?: unknown): EngineError {
  return new EngineError('UNREADABLE', 'The form could not be filled in: its file is damaged.', { cause })
}
