import { parentPort, workerData } from 'node:worker_threads'
import type { FormFields } from '@lectern/shared'

/** What the thread is started with. */
export interface FillTask {
  bytes: Uint8Array
  /** Without any, the fields are read. */
  fields: FormFields | undefined
}

// PDF.js asks for what browsers draw with when it is loaded; filling in draws nothing.
class NotDrawn {}
Object.assign(globalThis, { DOMMatrix: NotDrawn, ImageData: NotDrawn, Path2D: NotDrawn })

const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
const { bytes, fields } = workerData as FillTask
const errorsOnly = 0
const task = getDocument({ data: bytes, verbosity: errorsOnly, isEvalSupported: false, enableXfa: false })
const pdf = await task.promise
for (const [id, value] of Object.entries(fields ?? {})) pdf.annotationStorage.setValue(id, { value })
parentPort?.postMessage(fields ? await pdf.saveDocument() : await pdf.getFieldObjects())
await task.destroy()
