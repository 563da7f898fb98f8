import { effectScope } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { createDocumentState } from '../session/document-state'
import { useTextDrag } from './use-text-drag'
import { createView } from './view'

// 15 twips are a pixel; the document begins in the corner.
const view = createView(
  { part: 0, tileTwips: 3840, devicePixelRatio: 1, scrollX: 0, scrollY: 0, width: 800, height: 600 },
  {
    documentType: 'word',
    width: 12_000,
    height: 9_000,
    pages: [{ x: 0, y: 0, width: 12_000, height: 9_000 }],
  },
)

function start(state: Partial<ReturnType<typeof createDocumentState>> = {}) {
  const session = {
    state: Object.assign(createDocumentState(), {
      ...{ documentType: 'word', canEdit: true, role: 'editor' },
      selection: [{ x: 1_500, y: 1_500, width: 1_500, height: 300 }],
      ...state,
    }),
    input: vi.fn(),
  }
  const onClick = vi.fn()
  const onStage = ({ clientX: x, clientY: y }: MouseEvent) => ({ x: view.originX + x, y: view.originY + y })
  const drag = effectScope().run(() => useTextDrag({ session, view: () => view, onStage, onClick }))
  if (!drag) throw new Error('There is no scope.')
  return { drag, session, onClick }
}

const at = (clientX: number, clientY: number, more: MouseEventInit = {}) =>
  new MouseEvent('mousemove', { clientX, clientY, button: 0, detail: 1, ...more })
const inside = at(150, 110)

describe('a press in selected text', () => {
  it('that goes elsewhere carries the text there', () => {
    const { drag, session, onClick } = start()
    expect(drag.down(inside)).toBe(true)
    drag.move(at(300, 200))
    expect(drag.target.value).toBeDefined()
    drag.up(at(300, 200))
    expect(session.input).toHaveBeenCalledExactlyOnceWith({
      ...{ type: 'moveSelection', x: 4_500, y: 3_000, copies: false },
    })
    expect(onClick).not.toHaveBeenCalled()
    expect(drag.target.value).toBeUndefined()
  })

  it('with Ctrl carries a copy', () => {
    const { drag, session } = start()
    drag.down(inside)
    drag.move(at(300, 200, { ctrlKey: true }))
    expect(drag.isCopy.value).toBe(true)
    drag.up(at(300, 200, { ctrlKey: true }))
    expect(session.input).toHaveBeenCalledWith(expect.objectContaining({ copies: true }))
  })

  it('that stays is a click', () => {
    const { drag, session, onClick } = start()
    drag.down(inside)
    drag.move(at(152, 111))
    drag.up(at(152, 111))
    expect(onClick).toHaveBeenCalledExactlyOnceWith(inside)
    expect(session.input).not.toHaveBeenCalled()
  })

  it('changes nothing when it ends in the selection, or with Escape', () => {
    const { drag, session } = start()
    drag.down(inside)
    drag.move(at(120, 105))
    drag.up(at(120, 105))
    drag.down(inside)
    drag.move(at(300, 200))
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    drag.up(at(300, 200))
    expect(session.input).not.toHaveBeenCalled()
  })
})

it.each([
  ['beside the selection', {}, at(300, 200)],
  ['with Shift', {}, at(150, 110, { shiftKey: true })],
  ['the second of a double click', {}, at(150, 110, { detail: 2 })],
  ['of somebody who only reads', { canEdit: false }, inside],
  ['of somebody who fills in a form', { role: 'formFiller' as const }, inside],
  ['on a slide', { documentType: 'slide' as const }, inside],
])('a press %s drags no text', (_, state, event) => {
  expect(start(state).drag.down(event)).toBe(false)
})
