import type { FormField, PageRuler, TwipRect } from '@lectern/shared'
import type { ViewEvent } from '../engine.types.js'
import { lokCallback } from './callbacks.js'
import { cellAddress, numbersOf, parseFields, parseRect, parseRects, textOf } from './payloads.js'
import { isForwardedState, modifiedState, parseState } from './states.js'
import { contextMenuOf, contextOf, fieldOf, hyperlinkOf, rulerOf, searchResultOf } from './view-notes.js'

/** What a callback of a view leads to, besides the events that it tells. */
export interface ViewSignals {
  emit: (event: ViewEvent) => void
  /** `rect` null: everything; `part` undefined: every part. */
  invalidate: (part: number | undefined, rect: TwipRect | null) => void
  sizeChanged: () => void
  partsChanged: () => void
  modified: (value: boolean) => void
  /** A dialog tells of itself. */
  dialog: (payload: string) => void
  /** A window comes or goes; some dialogs are nothing more. */
  window: (payload: string) => void
  /** A command that wanted to be told of was done, with success or without. */
  commandDone: () => void
}

/** Turns the callbacks of one view into events and signals; remembers what only differences are told of. */
export function createViewEvents(signals: ViewSignals) {
  let cursor: { rect: TwipRect | null; visible: boolean } = { rect: null, visible: true }
  let link = { text: '', url: '' }
  let enteredAddress = ''
  let field: FormField | null = null
  let ruler: PageRuler | null = null
  const states = new Map<string, string>()
  const otherCursors = new Map<number, TwipRect | null>()

  function tellCursor(change: Partial<typeof cursor>) {
    const next = { ...cursor, ...change }
    if (JSON.stringify(next) === JSON.stringify(cursor)) return
    cursor = next
    signals.emit({ type: 'cursor', ...cursor })
  }

  function tellLink(payload: string) {
    const next = hyperlinkOf(payload)
    if (!next || (next.text === link.text && next.url === link.url)) return
    link = next
    signals.emit({ type: 'hyperlink', ...link })
  }

  function tellField(payload: string) {
    const next = fieldOf(payload)
    if (JSON.stringify(next) === JSON.stringify(field)) return
    field = next
    signals.emit({ type: 'field', field })
  }

  function tellRuler(payload: string) {
    const next = rulerOf(payload)
    if (!next || JSON.stringify(next) === JSON.stringify(ruler)) return
    ruler = next
    signals.emit({ type: 'ruler', ruler })
  }

  function tellState(payload: string) {
    const state = parseState(payload)
    if (!state) return
    if (state.name === modifiedState) signals.modified(state.value === 'true')
    if (!isForwardedState(state.name) || states.get(state.name) === state.value) return
    states.set(state.name, state.value)
    signals.emit({ type: 'state', ...state })
  }

  function tellOther(type: number, payload: string) {
    const fields = parseFields(payload)
    const viewId = Number(fields.viewId)
    const part = Number(textOf(fields.part) || 0)
    if (!Number.isInteger(viewId) || !Number.isInteger(part)) return
    if (type === lokCallback.viewTextSelection) {
      signals.emit({ type: 'otherSelection', viewId, part, rects: parseRects(textOf(fields.selection)) })
      return
    }
    if (type === lokCallback.viewCursorVisible) {
      const rect = textOf(fields.visible) === 'true' ? (otherCursors.get(viewId) ?? null) : null
      signals.emit({ type: 'otherCursor', viewId, part, rect, cell: false })
      return
    }
    const cell = type === lokCallback.viewCellCursor
    const rect = parseRect(textOf(fields.rectangle))
    if (!cell) otherCursors.set(viewId, rect)
    signals.emit({ type: 'otherCursor', viewId, part, rect, cell })
  }

  function tellInvalidation(payload: string) {
    const rect = parseRect(payload)
    const part = rect ? numbersOf(payload)[4] : numbersOf(payload.replace(/^EMPTY,?/, ''))[0]
    signals.invalidate(part === undefined || part < 0 ? undefined : part, rect)
  }

  /** While somebody writes in a cell its cursor is hidden; its address is told all the same, as `B2` or `B2:D2`. */
  function tellCellCursor(payload: string) {
    const [, , , , column = 0, row = 0] = numbersOf(payload)
    const rect = parseRect(payload)
    signals.emit({ type: 'cellCursor', rect, address: rect ? cellAddress(column, row) : enteredAddress })
  }

  return function handle(type: number, payload: string): void {
    switch (type) {
      case lokCallback.invalidateTiles:
        tellInvalidation(payload)
        return
      case lokCallback.cursor:
        tellCursor({ rect: parseRect(textOf(parseFields(payload).rectangle) || payload) })
        tellLink(payload)
        return
      case lokCallback.cursorVisible:
        tellCursor({ visible: payload === 'true' })
        return
      case lokCallback.textSelection:
        signals.emit({ type: 'selection', rects: parseRects(payload) })
        return
      case lokCallback.graphicSelection:
        signals.emit({ type: 'graphicSelection', rect: parseRect(payload) })
        return
      case lokCallback.cellSelection:
        signals.emit({ type: 'cellSelection', rect: parseRect(payload) })
        return
      case lokCallback.cellAddress:
        enteredAddress = payload.replace(/:.*$/, '')
        return
      case lokCallback.cellCursor:
        tellCellCursor(payload)
        return
      case lokCallback.cellFormula:
        signals.emit({ type: 'formula', text: payload })
        return
      case lokCallback.pointer:
        signals.emit({ type: 'pointer', style: payload })
        return
      case lokCallback.stateChanged:
        tellState(payload)
        return
      case lokCallback.documentSize:
        signals.sizeChanged()
        signals.partsChanged()
        return
      case lokCallback.setPart:
        signals.partsChanged()
        return
      case lokCallback.viewCursor:
      case lokCallback.viewTextSelection:
      case lokCallback.viewCellCursor:
      case lokCallback.viewCursorVisible:
        tellOther(type, payload)
        return
      case lokCallback.dialog:
        signals.dialog(payload)
        return
      case lokCallback.window:
        signals.window(payload)
        return
      case lokCallback.commandResult:
        signals.commandDone()
        return
      case lokCallback.validityList:
        // The button beside a cell that takes the values of a list only: column, row, shown.
        tellState(`.uno:DataSelect=${String(numbersOf(payload)[2] === 1)}`)
        return
      case lokCallback.context:
        signals.emit(contextOf(payload))
        return
      case lokCallback.ruler:
        tellRuler(payload)
        return
      case lokCallback.contextMenu:
        signals.emit(contextMenuOf(payload))
        return
      case lokCallback.contentControl:
        tellField(payload)
        return
      case lokCallback.searchResult:
        signals.emit(searchResultOf(payload))
        return
      case lokCallback.searchNotFound:
        signals.emit({ type: 'searchResult', text: payload, count: 0 })
        return
      case lokCallback.comment:
        signals.emit({ type: 'listChanged', list: 'comments' })
        return
      case lokCallback.changeAdded:
      case lokCallback.changeModified:
        signals.emit({ type: 'listChanged', list: 'changes' })
        return
      default:
        return
    }
  }
}
