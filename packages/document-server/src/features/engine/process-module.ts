import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the tests' set-up builds the engine process: they run TypeScript, which a forked Node cannot. */
const builtForTests = new URL('../../../node_modules/.cache/engine-process/main.js', import.meta.url)

/** Finds the program of an engine process. */
export function engineProcessModule(): string {
  const compiled = new URL('./process/main.js', import.meta.url)
  const path = fileURLToPath(existsSync(compiled) ? compiled : builtForTests)
  if (!existsSync(path)) throw new Error('The engine process is not built: run the build of document-server.')
  return path
}
