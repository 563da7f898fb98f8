import { strToU8, zipSync } from 'fflate'
import type { ChangeRun } from '../documents/index.js'

/** Packs who changed something, and when, into the archive behind `changesurl`: one file for each run of an author. */
export function packChanges(changes: ChangeRun[]): Uint8Array {
  const files = changes.map((run, index) => [
    `changes${index}.json`,
    strToU8(
      JSON.stringify({
        user: run.user,
        startedAt: new Date(run.startedAt).toISOString(),
        endedAt: new Date(run.endedAt).toISOString(),
        inputs: run.inputs,
      }),
    ),
  ])
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>)
}
