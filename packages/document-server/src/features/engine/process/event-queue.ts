import { readWord, type EngineModule } from './engine-module.js'
import { salInstance } from './sal-instance.js'

/*
 * LibreOffice keeps keys, clicks and most commands in a list (`SalUserEventList` in its sources) until its main loop
 * has time for them. No function of LibreOfficeKit tells how far it is, so the list is read where it lies in memory.
 * `assertIntact` checks the places.
 */

/** Lists of the standard library: first, last, length; an empty one points to itself. */
const listOffsets = { waiting: 48, inWork: 60 } as const
/** A byte: 1 when both lists are empty and the last event in them has been dealt with to its end. */
const allDoneOffset = 72

/** Reads how far LibreOffice's main loop is with what was posted to it. */
export function createEventQueue(module: EngineModule) {
  const word = (address: number) => readWord(module, address)
  const isIntact = (list: number) =>
    word(list + 8) === 0 ? word(list) === list && word(list + 4) === list : word(list + 8) < 1_000_000

  return {
    /** True when nothing waits and nothing is being done. */
    isEmpty: () => module.HEAPU8[salInstance(module) + allDoneOffset] === 1,
    /** Throws when the memory does not look as expected; to be called while nothing is posted. */
    assertIntact() {
      const address = salInstance(module)
      const flag = module.HEAPU8[address + allDoneOffset] ?? 2
      const lists = Object.values(listOffsets)
      if (address !== 0 && flag <= 1 && lists.every((offset) => isIntact(address + offset))) return
      throw new Error(
        'The engine keeps its events elsewhere than expected: another version of it is installed.',
      )
    },
  }
}
