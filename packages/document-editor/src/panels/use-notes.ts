import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { EditorSession } from '../session/editor-session'
import { useList } from './use-list'

/** The engine turns to another page for each writing: it is told once people pause. */
const restMs = 900

/** What is to be said to the slide on screen. */
export function useNotes(session: EditorSession) {
  const { state } = session
  const { answer, reload } = useList(session, 'notes')
  /** Written here since the list was fetched, by slide. */
  const own = shallowRef<ReadonlyMap<number, string>>(new Map())
  let waiting: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function commit() {
    clearTimeout(timer)
    const part = waiting
    waiting = undefined
    if (part !== undefined) session.input({ type: 'notes', part, text: own.value.get(part) ?? '' })
  }

  function write(text: string) {
    if (waiting !== state.part) commit()
    waiting = state.part
    own.value = new Map(own.value).set(state.part, text)
    clearTimeout(timer)
    timer = setTimeout(commit, restMs)
  }

  const stops = [
    watch(answer, () => {
      own.value = new Map([...own.value].filter(([part]) => part === waiting))
    }),
    watch(() => state.part, commit),
    watch(
      () => state.parts.length,
      () => {
        reload()
      },
    ),
  ]
  onScopeDispose(() => {
    commit()
    for (const stop of stops) stop()
  })
  return {
    isLoaded: computed(() => answer.value !== undefined),
    text: computed(() => own.value.get(state.part) ?? answer.value?.notes[state.part] ?? ''),
    write,
    commit,
  }
}
