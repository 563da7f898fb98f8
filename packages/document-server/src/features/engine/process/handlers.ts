import type { DocumentHost } from './document-host.js'
import type { PoolMessage, ProcessCall, ProcessCalls } from './messages.js'

interface Documents {
  open: (request: ProcessCalls['open']['request']) => DocumentHost
  getDocument: (id: number) => DocumentHost
  close: (id: number) => void
  settle: (id: number) => void
}

/** Gives the function that does what a call asks for. */
export function createHandlers({ open, getDocument, close, settle }: Documents) {
  return (message: Extract<PoolMessage, { type: 'call' }>): ProcessCalls[ProcessCall]['answer'] => {
    switch (message.call) {
      case 'open':
        return open(message.request).info()
      case 'createView': {
        const { document, authorName, readOnly } = message.request
        return { viewId: getDocument(document).createView(authorName, readOnly) }
      }
      case 'input':
        getDocument(message.request.document).input(message.request.view, message.request.input)
        return null
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
