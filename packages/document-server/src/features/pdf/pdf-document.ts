import type { FormFields } from '@lectern/shared'
import { EngineError } from '../engine/index.js'
import type { EngineDocument, EnginePool, EngineView, ViewOptions } from '../engine/index.js'
import { fillFields } from './fill-fields.js'
import { isPrintFile, printFileToPdf } from './print-files.js'

const magic = Buffer.from('%PDF-')
/** Some programs write a few bytes of their own first; readers look as far as this. */
const headBytes = 1_024

/** Opens files of finished pages without an engine, because browsers draw them themselves, and all others with one. */
export function openPdfWithoutEngine(pool: EnginePool, programPath: string): EnginePool {
  return {
    ...pool,
    open: async (bytes, fileType, options, how) => {
      if (how?.purpose === 'convert' || how?.purpose === 'preview')
        return pool.open(bytes, fileType, options, how)
      if (isPrintFile(fileType)) return createPdfDocument(await printFileToPdf(bytes, fileType, programPath))
      if (fileType !== 'pdf') return pool.open(bytes, fileType, options, how)
      if (!Buffer.from(bytes.subarray(0, headBytes)).includes(magic))
        throw new EngineError('UNREADABLE', 'The file is not a PDF file.')
      return createPdfDocument(bytes)
    },
  }
}

/** A document of which only the fields of its form can be filled in; it is saved with them. */
function createPdfDocument(bytes: Uint8Array): EngineDocument {
  const listeners = new Map<number, ViewOptions['onEvent']>()
  let fields: FormFields = {}
  let filled: { fields: FormFields; bytes: Promise<Uint8Array> } | undefined
  let lastView = 0

  function fill(from: number, more: FormFields) {
    fields = { ...fields, ...more }
    for (const [viewId, tell] of listeners) if (viewId !== from) tell({ type: 'fields', fields })
  }

  function currentBytes(): Promise<Uint8Array> {
    if (Object.keys(fields).length === 0) return Promise.resolve(bytes)
    if (filled?.fields !== fields) filled = { fields, bytes: fillFields(bytes, fields) }
    return filled.bytes
  }

  return {
    info: { documentType: 'pdf', parts: [{ name: '', hidden: false }], width: 0, height: 0, pages: [] },
    createView: async ({ onEvent }) => {
      const viewId = (lastView += 1)
      listeners.set(viewId, onEvent)
      // The browser shows the file as it was opened.
      if (Object.keys(fields).length > 0) onEvent({ type: 'fields', fields })
      return createPdfView(viewId, { fill, close: () => listeners.delete(viewId) })
    },
    settle: async () => undefined,
    save: async (fileType) => {
      if (fileType !== 'pdf') throw new EngineError('UNSUPPORTED', 'PDF files are saved as PDF only.')
      return currentBytes()
    },
    close: async () => undefined,
    // There is no process that could end.
    onLost: () => undefined,
  }
}

interface PdfViewActions {
  fill: (from: number, fields: FormFields) => void
  close: () => void
}

function createPdfView(viewId: number, { fill, close }: PdfViewActions): EngineView {
  const refuse = () => Promise.reject(new EngineError('UNSUPPORTED', 'PDF files are drawn by the browser.'))
  return {
    viewId,
    input: async (input) => {
      if (input.type !== 'fields') return refuse()
      fill(viewId, input.fields)
    },
    ...{ copySelection: refuse, thumbnail: refuse, sheetGeometry: refuse, list: refuse },
    setViewport: () => undefined,
    refresh: () => undefined,
    close: async () => close(),
  }
}
