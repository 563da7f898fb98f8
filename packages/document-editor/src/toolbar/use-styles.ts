import { onScopeDispose, shallowReadonly, shallowRef } from 'vue'
import type { EditorSession } from '../session/editor-session'
import { paragraphStyles, type Choice } from './choices'

/** The document's paragraph styles beside the usual ones, in order of their names. */
export function useStyles(session: EditorSession) {
  const styles = shallowRef<Choice[]>([])

  async function load() {
    const answer = await session.list('styles')
    const usual = new Set(paragraphStyles.map((style) => style.value))
    const others = answer?.styles.filter((name) => !usual.has(name)) ?? []
    styles.value = others.sort((a, b) => a.localeCompare(b)).map((value) => ({ value }))
  }

  onScopeDispose(session.onOpened(() => void load()))
  void load()
  return shallowReadonly(styles)
}
