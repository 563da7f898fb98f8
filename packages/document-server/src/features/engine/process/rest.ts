import type { EngineModule } from './engine-module.js'
import { createEngineLock } from './engine-lock.js'
import { createEventQueue } from './event-queue.js'

/**
 * Address in the engine's memory of a word below the program's data, which nothing else uses.
 * 0: LibreOffice's main loop runs freely. 1: nobody calls the engine, the loop may rest.
 */
export const restWordAddress = 512

/** Address of the next such word: the number of the last callback, which all threads count together. */
export const callbackCountAddress = 516

const restWord = restWordAddress >>> 2

/** Nothing that people type or choose takes so long; a main loop that does may hang. */
const longestSettlingMs = 20_000

/**
 * Lets the main loop rest while nobody calls the engine. Never during a call: the loop may hold the engine's lock
 * while it sleeps, and the call that waits for the lock would starve.
 */
export function createRest(module: EngineModule) {
  const queue = createEventQueue(module)
  const lock = createEngineLock(module)
  const never = new Int32Array(new SharedArrayBuffer(4))
  let calls = 0

  function wake() {
    if (Atomics.exchange(module.HEAP32, restWord, 0) !== 0) Atomics.notify(module.HEAP32, restWord)
  }

  function settle() {
    if (queue.isEmpty()) return
    wake()
    const giveUpAt = performance.now() + longestSettlingMs
    while (!queue.isEmpty() && performance.now() < giveUpAt) {
      // The main loop may read a file for what it does, and file calls are served by this thread.
      module.serveThreads()
      Atomics.wait(never, 0, 0, 1)
    }
  }

  function during<T>(call: () => T): T {
    if (calls === 0) wake()
    calls += 1
    try {
      return call()
    } finally {
      calls -= 1
      if (calls === 0) Atomics.store(module.HEAP32, restWord, 1)
    }
  }

  return {
    /**
     * Waits until the main loop has done what was posted to it: keys, clicks and most commands are, while saves and
     * some commands act at once and would overtake them.
     */
    settle,
    /** Throws when the memory of this engine does not look as expected; to be called while nothing is posted. */
    assertIntact() {
      queue.assertIntact()
      during(lock.assertIntact)
    },
    /** Makes a call into the engine, for which the main loop is woken. */
    during,
    /** Makes calls between which the main loop does nothing. */
    alone: <T>(calls: () => T): T => during(() => lock.hold(calls)),
  }
}
