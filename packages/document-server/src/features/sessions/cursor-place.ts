import type { DocumentType, TwipRect } from '@lectern/shared'
import type { KeptParticipant } from '../documents/index.js'
import type { EngineView } from '../engine/index.js'
import type { Member } from './session-state.js'

/** Where a participant is in a document, as far as a new view can be put there. */
export type CursorPlace = Pick<KeptParticipant, 'part' | 'cursor' | 'selection' | 'cellText'>

const shift = 0x1000

/** Reads from a member's last events where it is. */
export function placeOf({ part, cursor, replay }: Member): CursorPlace {
  const selected = replay.get('selection')
  const rects = selected?.type === 'selection' ? selected.rects : []
  const [first] = rects
  const last = rects.at(-1)
  const context = replay.get('context')
  const formula = replay.get('formula')
  const isEditing = context?.type === 'context' && context.context === 'cellEdit'
  return {
    part,
    cursor,
    ...(first && last && { selection: [first, last] }),
    ...(isEditing && formula?.type === 'formula' && { cellText: formula.text }),
  }
}

/** Puts the cursor of a new view where its participant had it, by clicks, as a person would. */
export async function placeCursor(
  view: EngineView,
  documentType: DocumentType,
  { part, cursor, selection, cellText }: CursorPlace,
): Promise<void> {
  if (part > 0) await view.input({ type: 'setPart', part })
  if (!cursor) return
  // Into a text on a slide leads a double click, whose cursor the next click moves.
  if (documentType === 'slide') await click(view, middleOf(cursor), { count: 2 })
  if (selection && documentType !== 'cell') {
    const [first, last] = selection
    await click(view, { x: first.x, y: middleOf(first).y })
    await click(view, { x: last.x + last.width, y: middleOf(last).y }, { modifiers: shift })
  } else await click(view, middleOf(cursor))
  if (cellText !== undefined)
    await view.input({
      type: 'command',
      name: '.uno:EnterString',
      args: { StringName: cellText, DontCommit: true },
    })
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
