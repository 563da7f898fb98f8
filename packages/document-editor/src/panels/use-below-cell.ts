import { computed } from 'vue'
import { toScreen } from '../canvas/view'
import { useEditor } from '../editor-context'

/** CSS place right below the current cell, or the cursor in it. */
export function useBelowCell(below: 'cell' | 'cursor') {
  const { session, view } = useEditor()
  return computed(() => {
    const rect = (below === 'cursor' ? session.state.cursor : null) ?? session.state.cell
    if (!view.view.value || !rect) return {}
    const box = toScreen(view.view.value, rect)
    return { left: `${String(Math.round(box.x))}px`, top: `${String(Math.round(box.y + box.height + 6))}px` }
  })
}
