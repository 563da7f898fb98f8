import type { DocumentType } from '@lectern/shared'
import type { EngineErrorCode } from '../engine.types.js'
import { EngineError } from '../engine.types.js'
import type { CallbackRouter } from './callbacks.js'
import type { DocumentHost } from './document-host.js'
import { createDocumentHost } from './document-host.js'
import { createDocumentLoader } from './document-loader.js'
import { createHandlers } from './handlers.js'
import { createInsertedFiles } from './inserted-files.js'
import type { Lok } from './lok.js'
import type { PoolMessage, ProcessCalls, ProcessMessage } from './messages.js'
import { removeFolder } from './virtual-files.js'

/** LibreOfficeKit's numbers of document types. */
const documentTypes: readonly DocumentType[] = ['word', 'cell', 'slide']

const folderOf = (document: number) => `/tmp/documents/${String(document)}`

type OpenRequest = ProcessCalls['open']['request']

interface EngineHostOptions {
  lok: Lok
  router: CallbackRouter
  tell: (message: ProcessMessage) => void
  onFatal: (error: unknown) => void
}

/** All documents of this process: applies messages at once, tells and paints when no message waits. */
export function createEngineHost({ lok, router, tell, onFatal }: EngineHostOptions) {
  const documents = new Map<number, DocumentHost>()
  const load = createDocumentLoader(lok, router)
  let scheduled = false

  // Messages that wait are read before a setImmediate runs, so input always goes before painting.
  function wake() {
    if (scheduled) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      try {
        work()
      } catch (error) {
        onFatal(error)
      }
    })
  }

  function work() {
    for (const [id, document] of documents) {
      document.hear()
      tellEvents(id, document)
      const painted = document.paintStep()
      // People wait for the picture: what painting led to is heard in the next turn.
      tellEvents(id, document)
      if (painted) wake()
    }
  }

  function tellEvents(id: number, document: DocumentHost) {
    for (const { view, events } of document.takeEvents()) tell({ type: 'events', document: id, view, events })
  }

  function open({ document: id, bytes, fileType, options, password, isForm }: OpenRequest): DocumentHost {
    const { FS } = lok.module
    const directory = folderOf(id)
    const path = `${directory}/document.${fileType}`
    FS.mkdirTree(directory)
    FS.writeFile(path, bytes)
    try {
      const { pointer, isProtected } = load({ path, options, password })
      const documentType = pointer === 0 ? undefined : documentTypes[lok.invoke(pointer, 'getDocumentType')]
      if (!documentType) throw cannotOpen(fileType, pointer === 0 ? lok.lastError() : undefined)
      lok.invoke(pointer, 'initializeForRendering', '{}')
      const parts = { lok, router, pointer, directory, documentType, isProtected, isForm, wake }
      const host = createDocumentHost(parts)
      documents.set(id, host)
      return host
    } catch (error) {
      removeFolder(lok, directory)
      throw error
    }
  }

  function getDocument(id: number): DocumentHost {
    const document = documents.get(id)
    if (!document) throw new EngineError('LOST', 'This document is closed.')
    return document
  }

  const handlers = createHandlers({
    open,
    getDocument,
    place: createInsertedFiles(lok, folderOf),
    close(id) {
      const document = documents.get(id)
      documents.delete(id)
      document?.close()
    },
    settle(id) {
      const document = getDocument(id)
      document.settle()
      document.hear()
      tellEvents(id, document)
    },
  })

  function answer(message: Extract<PoolMessage, { type: 'call' }>) {
    try {
      tell({ type: 'answer', id: message.id, value: handlers(message) })
    } catch (error) {
      const code: EngineErrorCode = error instanceof EngineError ? error.code : 'LOST'
      tell({
        type: 'failed',
        id: message.id,
        code,
        message: error instanceof Error ? error.message : 'Unknown',
      })
      // After a trap inside the engine nothing in it can be trusted.
      if (!(error instanceof EngineError)) onFatal(error)
    }
  }

  return {
    handle(message: PoolMessage) {
      switch (message.type) {
        case 'call':
          answer(message)
          return
        case 'viewport':
          documents.get(message.document)?.setViewport(message.view, message.viewport)
          return
        case 'refresh':
          documents.get(message.document)?.refresh(message.view)
          return
      }
    },
  }
}

function cannotOpen(fileType: string, lokError: string | undefined): EngineError {
  const reason = lokError === undefined ? 'it is a drawing' : `it is damaged or of another type (${lokError})`
  return new EngineError('UNREADABLE', `The ${fileType} file cannot be opened: ${reason}`)
}
