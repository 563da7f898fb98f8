import { parentPort, workerData } from 'node:worker_threads'
import { deflateRawSync } from 'node:zlib'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { packedPixels } from './packed-pixels.js'
import { readPageRange } from './page-range.js'
import { findPictureEncoder } from './picture-encoders.js'
import type { Picture } from './picture.js'
import { pictureSize } from './picture-size.js'
import type { PagesWanted } from './page-pictures.js'

/** What the thread is started with. */
export interface PaintTask extends PagesWanted {
  bytes: Uint8Array
  outputType: string
  password: string | undefined
}

/** The thread tells of each page's picture, or why there is none. */
export type PaintMessage = { picture: Uint8Array } | { refused: 'password' }

const pack = ({ rgba }: Picture) => deflateRawSync(rgba, { level: 1 })
const twipsPerPoint = 20
const maxPages = 500

async function paint({ bytes, outputType, password, thumbnail, pageRange }: PaintTask): Promise<void> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes, password)
  // Without this the values of form fields are not drawn.
  document.initializeFormFields()
  const isWanted = pageRange === undefined ? () => true : readPageRange(pageRange)
  const encode = outputType === packedPixels ? pack : findPictureEncoder(outputType)
  let left = thumbnail.first ? 1 : maxPages
  for (let index = 0; encode && index < document.getPageCount() && left > 0; index += 1) {
    if (!isWanted(index + 1)) continue
    left -= 1
    const page = document.getPage(index)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const rect = { width: originalWidth * twipsPerPoint, height: originalHeight * twipsPerPoint }
    const { width, height } = pictureSize(rect, thumbnail)
    const { data } = await page.render({ width, height, render: 'bitmap', renderFormFields: true })
    tell({ picture: await encode({ width, height, rgba: data }) })
  }
}

function tell(message: PaintMessage) {
  parentPort?.postMessage(message)
}

try {
  await paint(workerData as PaintTask)
} catch (cause) {
  // The library has no other sign of it.
  if (!(cause instanceof Error && /password/i.test(cause.message))) throw cause
  tell({ refused: 'password' })
}
