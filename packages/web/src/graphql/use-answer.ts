import { onScopeDispose, shallowReadonly, shallowRef } from 'vue'

/** Keeps what the portal answered last; a later answer replaces it, a failure leaves it as it is. */
export function useAnswer<Answer>(read: () => Promise<Answer>) {
  const answer = shallowRef<Answer>()
  const error = shallowRef<unknown>()
  // Answers to older questions, or that come when nobody looks any more, are dropped: `NaN` equals nothing.
  let question = 0
  onScopeDispose(() => (question = Number.NaN))

  async function load(): Promise<void> {
    const current = ++question
    try {
      const found = await read()
      if (current !== question) return
      answer.value = found
      error.value = undefined
    } catch (cause) {
      if (current === question) error.value = cause
    }
  }

  return { answer: shallowReadonly(answer), error: shallowReadonly(error), load }
}
