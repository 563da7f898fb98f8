import type { DocumentHost } from './document-host.js'
import type { PoolMessage, ProcessCall, ProcessCalls, ProcessInput } from './messages.js'

interface Documents {
  open: (request: ProcessCalls['open']['request']) => DocumentHost
  getDocument: (id: number) => DocumentHost
  /** Writes the file that a command inserts. */
  place: (document: number, input: ProcessInput) => ProcessInput
  close: (id: number) => void
  settle: (id: number) => void
}

/** Gives the function that does what a call asks for. */
export function createHandlers({ open, getDocument, place, close, settle }: Documents) {
  return (message: Extract<PoolMessage, { type: 'call' }>): ProcessCalls[ProcessCall]['answer'] => {
    switch (message.call) {
      case 'open':
        return open(message.request).info()
      case 'createView': {
        const { document, authorName, readOnly } = message.request
        return { viewId: getDocument(document).createView(authorName, readOnly) }
      }
      case 'input': {
        const { document, view, input } = message.request
        const placed = place(document, input)
        getDocument(document).input(view, placed)
        // A file is inserted a moment later: keys that follow at once would come before it.
        if (placed !== input) settle(document)
        return null
      }
      case 'copySelection':
        return getDocument(message.request.document).copySelection(message.request.view)
      case 'thumbnail': {
        const { document, view, part, width, height } = message.request
        return getDocument(document).thumbnail(view, part, width, height)
      }
      case 'sheetGeometry':
        return getDocument(message.request.document).sheetGeometry(message.request.view)
      case 'list':
        return getDocument(message.request.document).list(message.request.view, message.request.list)
      case 'closeView':
        getDocument(message.request.document).closeView(message.request.view)
        return null
      case 'settle':
        settle(message.request.document)
        return null
      case 'save': {
        const { document, format, options, resetModified } = message.request
        return getDocument(document).save(format, options, resetModified)
      }
      case 'closeDocument':
        close(message.request.document)
        return null
      case 'ping':
        return null
    }
  }
}
