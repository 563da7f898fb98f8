import { readWord, type EngineModule } from './engine-module.js'
import { salInstance } from './sal-instance.js'

/*
 * LibreOffice's main loop makes another view the current one whenever it does what was posted to that view. A call that
 * acts on the current view must therefore choose its view and act without letting go of the engine's lock, the
 * `SolarMutex`. LibreOfficeKit has no function for that, so the lock's own ones are called; it counts, so the calls in
 * between may take it again.
 */

/** Where `SalInstance` keeps the pointer to the lock. */
const lockOffset = 8
/** Indexes in the lock's class of functions. */
const lockFunctions = { isOurs: 3, release: 4, acquire: 5 } as const

/** Gives calls the engine to themselves. */
export function createEngineLock(module: EngineModule) {
  const word = (address: number) => readWord(module, address)

  function call(name: keyof typeof lockFunctions, ...args: number[]): number {
    const lock = word(salInstance(module) + lockOffset)
    return module.wasmTable.get(word(word(lock) + 4 * lockFunctions[name]))(lock, ...args)
  }

  function hold<T>(use: () => T): T {
    call('acquire', 1)
    try {
      return use()
    } finally {
      call('release', 0)
    }
  }

  return {
    /** Lets no other thread of LibreOffice work meanwhile. */
    hold,
    /** Throws when the lock does not act as one. */
    assertIntact() {
      const isOurs = () => call('isOurs') === 1
      if (!isOurs() && hold(isOurs) && !isOurs()) return
      throw new Error(
        'The engine keeps its lock elsewhere than expected: another version of it is installed.',
      )
    },
  }
}
