import type { TwipRect } from '@lectern/shared'
import type { EditorView } from './use-view'
import { scrollToShow } from './view'

/** Scrolls a place of the document into sight. */
export function showRect(editorView: EditorView, rect: TwipRect) {
  const view = editorView.view.value
  if (view) editorView.scrollTo(scrollToShow(view, rect, { left: 0, top: view.height * 0.2 }))
}
