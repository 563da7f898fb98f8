import { onScopeDispose, shallowReadonly, shallowRef } from 'vue'
import type { EditorSession } from '../session/editor-session'
import { distanceBetween, dragSlack, type Point } from './geometry'
import { toDocument, type View } from './view'

interface TextDragOptions {
  session: Pick<EditorSession, 'state' | 'input'>
  view: () => View | undefined
  /** Place of an event in the visible area. */
  onStage: (event: MouseEvent) => Point
  /** A press in the selection was no drag: it is a click after all. */
  onClick: (event: MouseEvent) => void
}

/** Dragging selected text elsewhere; with Ctrl, a copy of it. */
export function useTextDrag({ session, view, onStage, onClick }: TextDragOptions) {
  const { state } = session
  let pressed: { event: MouseEvent; at: Point } | undefined
  /** Where the text would go, in the visible area, while it is dragged. */
  const target = shallowRef<Point>()
  const isCopy = shallowRef(false)

  function place(event: MouseEvent): Point | undefined {
    const current = view()
    return current && toDocument(current, onStage(event))
  }

  function isSelected(point: Point | undefined): boolean {
    if (!point) return false
    return state.selection.some(
      ({ x, y, width, height }) => point.x > x && point.x < x + width && point.y > y && point.y < y + height,
    )
  }

  function stop() {
    pressed = undefined
    target.value = undefined
  }

  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !target.value) return
    event.preventDefault()
    event.stopPropagation()
    stop()
  }
  window.addEventListener('keydown', onKey, true)
  onScopeDispose(() => {
    window.removeEventListener('keydown', onKey, true)
  })

  return {
    target: shallowReadonly(target),
    isCopy: shallowReadonly(isCopy),
    /** Takes a press of the button in selected text. */
    down(event: MouseEvent): boolean {
      const isPlain = event.button === 0 && event.detail <= 1 && !event.shiftKey && !event.altKey
      if (state.documentType !== 'word' || !state.canEdit || state.role === 'formFiller') return false
      if (!isPlain || !isSelected(place(event))) return false
      pressed = { event, at: onStage(event) }
      return true
    },
    move(event: MouseEvent) {
      if (!pressed) return
      const at = onStage(event)
      if (!target.value && distanceBetween(at, pressed.at) < dragSlack) return
      target.value = at
      isCopy.value = event.ctrlKey || event.metaKey
    },
    up(event: MouseEvent) {
      if (!pressed) return
      const { event: press } = pressed
      const wasDrag = target.value !== undefined
      stop()
      const to = place(event)
      if (!wasDrag) onClick(press)
      else if (to && !isSelected(to))
        session.input({ type: 'moveSelection', ...to, copies: event.ctrlKey || event.metaKey })
    },
  }
}
