import type { EngineModule } from './engine-module.js'

/**
 * Address in the engine's memory of a word below the program's data, which nothing else uses.
 * 0: LibreOffice's main loop runs freely. 1: nobody calls the engine, the loop may rest.
 */
export const restWordAddress = 512

/** A word that counts how often the engine's threads asked for the date: the main loop does nothing else when idle. */
export const askedAddress = 516

const restWord = restWordAddress >>> 2
const askedWord = askedAddress >>> 2

/** An idle main loop asks as often within some milliseconds; one key or click leads to some dozens of questions. */
const idleQuestions = 2_000
const longestSettlingMs = 1_000

/**
 * Lets the main loop rest while nobody calls the engine. Never during a call: the loop may hold the engine's lock
 * while it sleeps, and the call that waits for the lock would starve.
 */
export function createRest(module: EngineModule) {
  let calls = 0

  const never = new Int32Array(new SharedArrayBuffer(4))

  return {
    /**
     * Waits until the main loop has done what was posted to it: keys and clicks are, while commands and saves act at
     * once and would overtake them.
     */
    settle() {
      if (Atomics.exchange(module.HEAP32, restWord, 0) !== 0) Atomics.notify(module.HEAP32, restWord)
      const since = Atomics.load(module.HEAP32, askedWord)
      const giveUpAt = performance.now() + longestSettlingMs
      while (
        ((Atomics.load(module.HEAP32, askedWord) - since) | 0) < idleQuestions &&
        performance.now() < giveUpAt
      )
        Atomics.wait(never, 0, 0, 1)
    },
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
