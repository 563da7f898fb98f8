import type {
  DocumentInfo,
  EngineDocument,
  EngineView,
  ViewEvent,
  ViewInput,
  ViewOptions,
} from './engine.types.js'
import { EngineError } from './engine.types.js'
import { toUnoCommand } from './commands.js'
import type { EngineProcess } from './engine-process.js'
import type { Completion } from './macros.js'
import type { ProcessInput } from './process/messages.js'
import { canProtect, createProtection } from './protection/index.js'
import { saveFormatOf } from './save-formats.js'

interface DocumentHandleOptions {
  id: number
  process: EngineProcess
  info: DocumentInfo
  fileType: string
  /** Puts back, in saves of the same type, what the engine does not keep. */
  complete?: Completion
  /** Somebody types or clicks. */
  onInput: () => void
  onClosed: () => void
}

/** The pool's side of a document that is open in an engine process. */
export function createDocumentHandle(options: DocumentHandleOptions) {
  const { id, process, info, fileType, complete, onInput, onClosed } = options
  const listeners = new Map<number, (event: ViewEvent) => void>()
  // A view's first events may come before the answer that names it has been seen.
  const early = new Map<number, ViewEvent[]>()
  const lostListeners: ((error: EngineError) => void)[] = []
  const protect = createProtection()
  let opening = 0
  let lost: EngineError | undefined

  async function createView(options: ViewOptions): Promise<EngineView> {
    const { authorName, readOnly, onEvent } = options
    opening += 1
    try {
      const { viewId } = await process.call('createView', { document: id, authorName, readOnly })
      listeners.set(viewId, onEvent)
      for (const event of early.get(viewId) ?? []) onEvent(event)
      return viewHandle(viewId)
    } finally {
      opening -= 1
      if (opening === 0) early.clear()
    }
  }

  function viewHandle(view: number): EngineView {
    const address = { document: id, view }
    return {
      viewId: view,
      async input(input) {
        onInput()
        await process.call('input', { ...address, input: toProcessInput(input) })
      },
      setViewport(viewport) {
        process.post({ type: 'viewport', ...address, viewport })
      },
      refresh() {
        process.post({ type: 'refresh', ...address })
      },
      copySelection: () => process.call('copySelection', address),
      thumbnail: (part, width, height) => process.call('thumbnail', { ...address, part, width, height }),
      sheetGeometry: (part) => process.call('sheetGeometry', { ...address, part }),
      list: (list) => process.call('list', { ...address, list }),
      async close() {
        listeners.delete(view)
        await process.call('closeView', address)
      },
    }
  }

  const document: EngineDocument = {
    info,
    createView,
    async settle() {
      await process.call('settle', { document: id })
    },
    async save(outputType, wanted = {}) {
      const { format, options, finish } = saveFormatOf(info.documentType, outputType)
      const { password } = wanted
      if (password !== undefined && !canProtect(outputType))
        throw new EngineError('UNSUPPORTED', `Files of type "${outputType}" cannot be saved with a password.`)
      const resetModified = outputType === fileType
      const filterOptions = options?.(wanted) ?? ''
      const bytes = await process.call('save', {
        document: id,
        format,
        options: filterOptions,
        resetModified,
      })
      const finished = finish ? finish(bytes, wanted) : bytes
      const completed = complete && outputType === fileType ? complete(finished) : finished
      return password === undefined ? completed : protect(completed, password)
    },
    async close() {
      listeners.clear()
      try {
        await process.call('closeDocument', { document: id })
      } finally {
        onClosed()
      }
    },
    onLost(listener) {
      if (lost) listener(lost)
      else lostListeners.push(listener)
    },
  }

  return {
    document,
    tell(view: number, events: ViewEvent[]) {
      const listener = listeners.get(view)
      if (listener) for (const event of events) listener(event)
      else if (opening > 0) early.set(view, [...(early.get(view) ?? []), ...events])
    },
    lose(error: EngineError) {
      lost = error
      listeners.clear()
      for (const listener of lostListeners.splice(0)) listener(error)
    },
  }
}
export type DocumentHandle = ReturnType<typeof createDocumentHandle>

function toProcessInput(input: ViewInput): ProcessInput {
  if (input.type === 'fields') throw new EngineError('UNSUPPORTED', 'Only PDF forms have fields.')
  if (input.type !== 'command') return input
  return { type: 'command', ...toUnoCommand(input.name, input.args), unlock: input.unlock }
}
