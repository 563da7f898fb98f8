import type { EngineModule } from './engine-module.js'

/**
 * Address in the engine's memory of a word below the program's data, which nothing else uses.
 * 0: LibreOffice's main loop runs freely. 1: nobody calls the engine, the loop may rest.
 */
export const restWordAddress = 512

const restWord = restWordAddress >>> 2
const restAfterMs = 3_000
const checkEveryMs = 500

/**
 * Lets the main loop rest when the engine was not called for some seconds. It may rest then only: the loop may
 * hold the engine's lock while it sleeps, and a call that has to wait for the lock would starve.
 */
export function createRest(module: EngineModule) {
  let lastCallMs = performance.now()

  /** Must be called before every call into the engine. */
  function wake(): void {
    lastCallMs = performance.now()
    if (Atomics.exchange(module.HEAP32, restWord, 0) !== 0) Atomics.notify(module.HEAP32, restWord)
  }

  const timer = setInterval(() => {
    if (performance.now() - lastCallMs > restAfterMs) Atomics.store(module.HEAP32, restWord, 1)
  }, checkEveryMs)
  timer.unref()

  return { wake }
}
