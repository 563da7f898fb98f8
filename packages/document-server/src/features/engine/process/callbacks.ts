import type { LokListener } from './engine-module.js'

/** LibreOfficeKit's callback numbers (those of its version 24.8; the npm package's own names differ from 22 on). */
export const lokCallback = {
  invalidateTiles: 0,
  cursor: 1,
  textSelection: 2,
  cursorVisible: 5,
  graphicSelection: 6,
  stateChanged: 8,
  searchNotFound: 12,
  documentSize: 13,
  setPart: 14,
  searchResult: 15,
  commandResult: 16,
  cellCursor: 17,
  pointer: 18,
  cellFormula: 19,
  password: 20,
  passwordToModify: 21,
  contextMenu: 23,
  viewCursor: 24,
  viewTextSelection: 25,
  viewCellCursor: 26,
  viewCursorVisible: 28,
  changeAdded: 30,
  changeModified: 31,
  comment: 32,
  cellAddress: 34,
  ruler: 35,
  window: 36,
  validityList: 37,
  context: 39,
  cellSelection: 42,
  dialog: 46,
  contentControl: 55,
} as const

export type CallbackHandler = (type: number, payload: string) => void

interface Listener {
  handle: CallbackHandler
  /** Number of the newest callback about each subject. */
  newest: Map<string, number>
}

const isOfOneSubject: ReadonlySet<number> = new Set([
  lokCallback.cursor,
  lokCallback.textSelection,
  lokCallback.cursorVisible,
  lokCallback.graphicSelection,
  lokCallback.documentSize,
  lokCallback.setPart,
  lokCallback.cellCursor,
  lokCallback.cellFormula,
  lokCallback.cellAddress,
  lokCallback.ruler,
  lokCallback.context,
  lokCallback.cellSelection,
  lokCallback.contentControl,
])

const isOfAnotherView: ReadonlySet<number> = new Set([
  lokCallback.viewCursor,
  lokCallback.viewTextSelection,
  lokCallback.viewCellCursor,
  lokCallback.viewCursorVisible,
])

/** Names that of which only the newest callback counts; undefined when each one counts. */
function subjectOf(type: number, payload: string): string | undefined {
  if (isOfOneSubject.has(type)) return String(type)
  if (type === lokCallback.stateChanged) return payload.slice(0, payload.indexOf('='))
  if (isOfAnotherView.has(type)) return `${String(type)} ${/"viewId": *"(\d+)"/.exec(payload)?.[1] ?? ''}`
  return undefined
}

/**
 * Hands each callback to the one that it was registered for, at once: people wait for what they lead to. What this
 * thread is called with comes before the messages of the other threads that happened before it, so that of a cursor,
 * a selection or a state the older one may come last: it is left out.
 */
export function createCallbackRouter() {
  const listeners = new Map<number, Listener>()
  let lastId = 0
  const onLok: LokListener = (type, payload, data, order) => {
    const listener = listeners.get(data)
    if (!listener) return
    const subject = subjectOf(type, payload)
    if (subject !== undefined) {
      const newest = listener.newest.get(subject) ?? order
      // The number starts again from the other end after two thousand millions.
      if (((order - newest) | 0) < 0) return
      listener.newest.set(subject, order)
    }
    listener.handle(type, payload)
  }
  return {
    onLok,
    /** Gives the number to register with LibreOfficeKit. */
    add(handle: CallbackHandler): number {
      lastId += 1
      listeners.set(lastId, { handle, newest: new Map() })
      return lastId
    },
    remove: (id: number) => listeners.delete(id),
  }
}
export type CallbackRouter = ReturnType<typeof createCallbackRouter>
