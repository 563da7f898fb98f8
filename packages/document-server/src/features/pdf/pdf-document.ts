import { EngineError } from '../engine/index.js'
import type { EngineDocument, EnginePool, EngineView } from '../engine/index.js'
import { isPrintFile, printFileToPdf } from './print-files.js'

const magic = Buffer.from('%PDF-')
/** Some programs write a few bytes of their own first; readers look as far as this. */
const headBytes = 1_024

/** Opens files of finished pages without an engine, because browsers draw them themselves, and all others with one. */
export function openPdfWithoutEngine(pool: EnginePool, programPath: string): EnginePool {
  return {
    ...pool,
    open: async (bytes, fileType, options, how) => {
      if (how?.purpose === 'convert') return pool.open(bytes, fileType, options, how)
      if (isPrintFile(fileType)) return createPdfDocument(await printFileToPdf(bytes, fileType, programPath))
      if (fileType !== 'pdf') return pool.open(bytes, fileType, options, how)
      if (!Buffer.from(bytes.subarray(0, headBytes)).includes(magic))
        throw new EngineError('UNREADABLE', 'The file is not a PDF file.')
      return createPdfDocument(bytes)
    },
  }
}

/** A document that is only looked at: it takes no input, and is saved as it came. */
function createPdfDocument(bytes: Uint8Array): EngineDocument {
  let lastView = 0
  return {
    info: { documentType: 'pdf', parts: [{ name: '', hidden: false }], width: 0, height: 0, pages: [] },
    createView: async () => createPdfView((lastView += 1)),
    settle: async () => undefined,
    save: async (fileType) => {
      if (fileType !== 'pdf') throw new EngineError('UNSUPPORTED', 'PDF files are given as they are only.')
      return bytes
    },
    close: async () => undefined,
    // There is no process that could end.
    onLost: () => undefined,
  }
}

function createPdfView(viewId: number): EngineView {
  const refuse = () => Promise.reject(new EngineError('UNSUPPORTED', 'PDF files are drawn by the browser.'))
  return {
    viewId,
    ...{ input: refuse, copySelection: refuse, thumbnail: refuse, sheetGeometry: refuse, list: refuse },
    setViewport: () => undefined,
    refresh: () => undefined,
    close: async () => undefined,
  }
}
