import type { FormFields } from '@lectern/shared'
import { z } from 'zod'
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

const fieldsSchema = z
  .record(z.string(), z.array(z.looseObject({ type: z.string().optional(), value: z.unknown() })))
  .nullish()

/** A field of a PDF form. */
export interface PdfField {
  name: string
  /** PDF.js's word for its sort; an empty text for a group of fields. */
  type: string
  value: unknown
}

/** Reads the fields of a PDF form; of several places of one field, the first that holds something counts. */
export async function readPdfFields(bytes: Uint8Array): Promise<PdfField[]> {
  const task: FillTask = { bytes, fields: undefined }
  const [found] = await runInThread<unknown>(worker, task)
  return Object.entries(fieldsSchema.parse(found) ?? {}).map(([name, places]) => {
    const place = places.find(({ value }) => value !== '' && value !== 'Off') ?? places[0]
    return { name, type: place?.type ?? '', value: place?.value }
  })
}

function damaged(cause?: unknown): EngineError {
  return new EngineError('UNREADABLE', 'The form could not be filled in: its file is damaged.', { cause })
}
