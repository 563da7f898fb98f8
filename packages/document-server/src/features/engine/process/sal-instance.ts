import { readWord, type EngineModule } from './engine-module.js'

/** `ImplSVData`, whose second word points to the `SalInstance` that holds LibreOffice's events and its lock. */
const windowDataAddress = 52_041_544

/** Finds LibreOffice's `SalInstance`; the place belongs to version 2.7.2 of the package, which `glue.ts` makes sure of. */
export function salInstance(module: EngineModule): number {
  return readWord(module, windowDataAddress + 4)
}
