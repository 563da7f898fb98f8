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
  window: 36,
  validityList: 37,
  context: 39,
  cellSelection: 42,
  dialog: 46,
  contentControl: 55,
} as const

export type CallbackHandler = (type: number, payload: string) => void

interface Callback {
  handle: CallbackHandler
  type: number
  payload: string
  order: number
}

/**
 * Hands each callback to the one that it was registered for. Those of views wait until they are delivered: what this
 * thread is called with comes before the messages of the other threads that happened before it.
 */
export function createCallbackRouter() {
  const handlers = new Map<number, CallbackHandler>()
  const wakers = new Map<number, () => void>()
  let waiting: Callback[] = []
  let lastId = 0
  const onLok: LokListener = (type, payload, data, order) => {
    const handle = handlers.get(data)
    if (!handle) return
    const wake = wakers.get(data)
    if (!wake) {
      handle(type, payload)
      return
    }
    waiting.push({ handle, type, payload, order })
    wake()
  }
  return {
    onLok,
    /** Gives the number to register with LibreOfficeKit; with `wake`, which hears that something waits, for a view. */
    add(handler: CallbackHandler, wake?: () => void): number {
      lastId += 1
      handlers.set(lastId, handler)
      if (wake) wakers.set(lastId, wake)
      return lastId
    },
    remove(id: number) {
      handlers.delete(id)
      wakers.delete(id)
    },
    /** Hands out what waits, in the order in which it happened. */
    deliver() {
      const callbacks = waiting
      waiting = []
      // The number starts again from the other end after two thousand millions.
      callbacks.sort((one, other) => (one.order - other.order) | 0)
      for (const { handle, type, payload } of callbacks) handle(type, payload)
    },
  }
}
export type CallbackRouter = ReturnType<typeof createCallbackRouter>
