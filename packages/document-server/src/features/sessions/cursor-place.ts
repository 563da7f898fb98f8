import type { CursorPlace, DocumentType, TwipRect } from '@lectern/shared'
import type { EngineDocument, EngineView, ViewEvent } from '../engine/index.js'
import type { Member } from './session-state.js'

const shift = 0x1000
/** Ctrl and Enter: a line end within a cell. */
const lineEnd = { charCode: 13, keyCode: 0x2000 + 1280 }

/** Knows whether a view shows a text cursor, from the events that it is given. */
export function watchCursor() {
  let isShown = false
  return {
    note: (event: ViewEvent): void => {
      if (event.type === 'cursor') isShown = event.rect !== null
    },
    isShown: () => isShown,
  }
}

interface NewView {
  view: EngineView
  document: EngineDocument
  documentType: DocumentType
  watch: ReturnType<typeof watchCursor>
}

/** Reads from a member's last events where it is. */
export function placeOf({ part, cursor, cell, replay }: Member): CursorPlace {
  const selected = replay.get('selection')
  const rects = selected?.type === 'selection' ? selected.rects : []
  const [first] = rects
  const last = rects.at(-1)
  const note = replay.get('context')
  const context = note?.type === 'context' ? note.context : undefined
  const formula = replay.get('formula')
  const isEditing = context === 'cellEdit'
  return {
    part,
    cursor,
    ...(first && last && { selection: [first, last] }),
    // Not when a text in a shape is being written.
    ...(cell && (isEditing || context === 'cell') && { cell }),
    ...(isEditing && formula?.type === 'formula' && { cellText: formula.text }),
  }
}

/** Puts the cursor of a new view where its participant had it, by clicks, as a person would. */
export async function placeCursor(newView: NewView, place: CursorPlace): Promise<void> {
  const { view, documentType } = newView
  const { part, cursor, selection, cell, cellText } = place
  if (part > 0) await view.input({ type: 'setPart', part })
  if (cell) await enterCell(newView, cell, cellText)
  else if (cursor) {
    if (documentType !== 'word') await enterText(newView, cursor)
    await moveCursor(view, cursor, selection)
  }
}

/** A cell's own cursor is hidden while somebody writes in it, so it is found by its address. */
async function enterCell({ view, document }: NewView, address: string, text: string | undefined) {
  await view.input({ type: 'command', name: '.uno:GoToCell', args: { ToPoint: address } })
  await document.settle()
  // Typed as a person does; a line end would be Enter, and a string that is set begins to be edited a moment later.
  const [line = '', ...more] = text?.split('\n') ?? []
  if (line) await view.input({ type: 'text', text: line })
  for (const next of more) {
    await view.input({ type: 'key', kind: 'press', ...lineEnd })
    await view.input({ type: 'text', text: next })
  }
}

async function moveCursor(view: EngineView, cursor: TwipRect, selection: CursorPlace['selection']) {
  if (!selection) {
    await click(view, middleOf(cursor))
    return
  }
  const [first, last] = selection
  await click(view, { x: first.x, y: middleOf(first).y })
  await click(view, { x: last.x + last.width, y: middleOf(last).y }, { modifiers: shift })
}

/**
 * Enters the text of a shape in which a cursor was, by a double click, whose cursor the next click moves. It has to hit
 * a letter: behind the last one of a line, and before the first, what is behind the shape is hit instead.
 */
async function enterText({ view, document, watch }: NewView, cursor: TwipRect): Promise<void> {
  const { x, y } = middleOf(cursor)
  const aside = Math.round(cursor.height / 4)
  for (const letterX of [x - aside, x + aside, x]) {
    await click(view, { x: letterX, y }, { count: 2 })
    await document.settle()
    if (watch.isShown()) return
  }
}

const middleOf = ({ x, y, width, height }: TwipRect) => ({
  x: x + Math.min(1, width),
  y: y + Math.floor(height / 2),
})

async function click(
  view: EngineView,
  point: { x: number; y: number },
  { count = 1, modifiers = 0 } = {},
): Promise<void> {
  const event = { type: 'mouse' as const, ...point, count, button: 1, modifiers }
  await view.input({ ...event, kind: 'down' })
  await view.input({ ...event, kind: 'up' })
}
