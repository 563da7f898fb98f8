import { onScopeDispose } from 'vue'
import type { Point } from '../canvas/geometry'
import type { EditorContext } from '../editor-context'
import { contextEntries } from './context-entries'

/** So long the engine has to say what was clicked; then the menu opens with what is known. */
const patienceMs = 500
/** What a click changes reaches the page right after the engine's menu. */
const settleMs = 40

/** The document's own context menu. */
export function useContextMenu(editor: EditorContext) {
  const { session, ui } = editor
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked: Point | undefined

  function open(point: Point) {
    asked = undefined
    ui.menu.value = { point, entries: contextEntries(editor) }
  }
  function openIn(ms: number) {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (asked) open(asked)
    }, ms)
  }

  const stop = session.onMenuAsked(() => {
    if (asked) openIn(settleMs)
  })
  onScopeDispose(() => {
    clearTimeout(timer)
    stop()
  })

  return {
    open,
    /** Clicks with the right button at a place of the document (twips), and opens the menu there. */
    ask(point: Point, place: Point | undefined) {
      if (!session.state.canEdit || session.state.role === 'formFiller' || !place) {
        open(point)
        return
      }
      const click = { type: 'mouse', ...place, count: 1, button: 4, modifiers: 0 } as const
      session.input({ ...click, kind: 'down' })
      session.input({ ...click, kind: 'up' })
      asked = point
      openIn(patienceMs)
    },
  }
}
