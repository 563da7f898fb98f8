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
  window: 36,
  validityList: 37,
  context: 39,
  cellSelection: 42,
  dialog: 46,
  contentControl: 55,
} as const

export type CallbackHandler = (type: number, payload: string) => void

/** Hands each callback to the view that it was registered for. */
export function createCallbackRouter() {
  const handlers = new Map<number, CallbackHandler>()
  let lastId = 0
  const onLok: LokListener = (type, payload, data) => handlers.get(data)?.(type, payload)
  return {
    onLok,
    /** Gives the number to register with LibreOfficeKit. */
    add(handler: CallbackHandler): number {
      lastId += 1
      handlers.set(lastId, handler)
      return lastId
    },
    remove: (id: number) => handlers.delete(id),
  }
}
export type CallbackRouter = ReturnType<typeof createCallbackRouter>
