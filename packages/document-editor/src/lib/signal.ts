type Listener<Value> = (value: Value) => void

/** A list of listeners of one thing that happens. */
export function createSignal<Value>() {
  const listeners = new Set<Listener<Value>>()
  return {
    emit(value: Value) {
      for (const listener of listeners) listener(value)
    },
    /** Adds a listener; the answer takes it away again. */
    on(listener: Listener<Value>) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
