import { runInThread } from '../../lib/worker-thread.js'
import { EngineError } from '../engine/index.js'
import type { PaintMessage, PaintTask } from './pdf-pictures-worker.js'

const worker = new URL('./pdf-pictures-worker.js', import.meta.url)

/** Paints pages of a PDF file, which the engine does not open, and gives them as files of pictures. */
export async function paintPdf(task: PaintTask): Promise<Uint8Array[]> {
  const messages = await runInThread<PaintMessage>(worker, task).catch((cause: unknown) => {
    throw new EngineError('UNREADABLE', 'The PDF file is damaged.', { cause })
  })
  const pictures = messages.map((message) => {
    if ('picture' in message) return message.picture
    throw new EngineError('PASSWORD', 'The PDF file needs its password.')
  })
  if (pictures.length === 0) throw new EngineError('UNSUPPORTED', 'The document has none of these pages.')
  return pictures
}
