import { lokCallback, type CallbackHandler } from './callbacks.js'
import { parseFields } from './payloads.js'

/** What the engine told a view. */
export type Callback = [type: number, payload: string]

const isOfAView: ReadonlySet<number> = new Set([
  lokCallback.cursor,
  lokCallback.viewCursor,
  lokCallback.viewTextSelection,
  lokCallback.viewCursorVisible,
])

/** Keeps to itself what the engine tells of pages of notes, which nobody sees. */
export function createNotesDetour(handle: CallbackHandler) {
  let told: Callback[] | undefined

  return {
    handle(type: number, payload: string) {
      told?.push([type, payload])
      if (!isOfNotes(type, payload, told !== undefined)) handle(type, payload)
    },
    /** Calls back with what the engine tells while `use` takes the view elsewhere. */
    listen(use: (told: Callback[]) => void) {
      try {
        use((told = []))
      } finally {
        told = undefined
        handle(lokCallback.graphicSelection, 'EMPTY')
        handle(lokCallback.textSelection, '')
        handle(lokCallback.cursorVisible, 'false')
      }
    },
  }
}

/** Tells whether a callback is about a page of notes; `isThere`: the view is on one now. */
export function isOfNotes(type: number, payload: string, isThere: boolean): boolean {
  if (type === lokCallback.stateChanged) return false
  if (type === lokCallback.invalidateTiles) return payload.split(',').length > 5 && /, *2$/.test(payload)
  return isThere || (isOfAView.has(type) && parseFields(payload).mode === '2')
}
