import { shallowReadonly, shallowRef } from 'vue'

/** Runs what a form or a button is for, and keeps whether it runs and why it failed. */
export function useAction<Arguments extends unknown[]>(action: (...values: Arguments) => Promise<void>) {
  const running = shallowRef(false)
  const error = shallowRef<unknown>()

  /** Starts the action, unless it runs already; failures are kept for the page to show. */
  async function run(...values: Arguments): Promise<void> {
    if (running.value) return
    running.value = true
    error.value = undefined
    try {
      await action(...values)
    } catch (cause) {
      error.value = cause
    } finally {
      running.value = false
    }
  }

  return {
    running: shallowReadonly(running),
    error: shallowReadonly(error),
    run,
    /** Forgets the last failure. */
    clear: () => {
      error.value = undefined
    },
  }
}
