import type { DocumentList, DocumentListAnswer } from '@lectern/shared'
import { onScopeDispose, shallowReadonly, shallowRef } from 'vue'
import type { EditorSession } from '../session/editor-session'

/** Typing changes a list with every letter: it is asked for once people pause. */
const restMs = 350

/** One list of the document, kept current while somebody looks at it. */
export function useList<Name extends DocumentList>(session: EditorSession, list: Name) {
  const answer = shallowRef<Extract<DocumentListAnswer, { list: Name }>>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let question = 0

  async function load() {
    const current = (question += 1)
    const found = await session.list(list)
    if (found && current === question) answer.value = found
  }

  function reload(delayMs = restMs) {
    clearTimeout(timer)
    timer = setTimeout(() => void load(), delayMs)
  }

  const stops = [
    session.onListChanged((changed) => {
      if (changed === list) reload()
    }),
    session.onOpened(() => {
      reload(0)
    }),
  ]
  reload(0)
  onScopeDispose(() => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  })
  return { answer: shallowReadonly(answer), reload }
}
