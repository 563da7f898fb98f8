import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Tells scripts and people which processes belong to this data directory; written anew after each start. */
export function createStatusFile(dataDir: string) {
  const path = join(dataDir, 'launcher.json')
  let last: Promise<void> = Promise.resolve()
  return {
    write(status: { port: number; processes: Record<string, number> }): Promise<void> {
      const text = `${JSON.stringify({ pid: process.pid, ...status }, undefined, 2)}\n`
      last = last.then(() => writeFile(path, text))
      return last
    },
    remove: () => last.then(() => rm(path, { force: true })),
  }
}
