import type { EngineModule } from './engine-module.js'

/**
 * Address in the engine's memory of a word below the program's data, which nothing else uses.
 * 0: LibreOffice's main loop runs freely. 1: nobody calls the engine, the loop may rest.
 */
export const restWordAddress = 512

const restWord = restWordAddress >>> 2

/**
 * Lets the main loop rest while nobody calls the engine. Never during a call: the loop may hold the engine's lock
 * while it sleeps, and the call that waits for the lock would starve.
 */
export function createRest(module: EngineModule) {
  let calls = 0

  return {
    /** Makes a call into the engine, for which the main loop is woken. */
    during<T>(call: () => T): T {
      if (calls === 0 && Atomics.exchange(module.HEAP32, restWord, 0) !== 0)
        Atomics.notify(module.HEAP32, restWord)
      calls += 1
      try {
        return call()
      } finally {
        calls -= 1
        if (calls === 0) Atomics.store(module.HEAP32, restWord, 1)
      }
    },
  }
}
