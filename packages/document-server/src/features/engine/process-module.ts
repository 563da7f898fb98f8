import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Tests run TypeScript, which a forked Node 20 does not understand: they use what the build left. */
const builtModule = '../../../dist/features/engine/process/main.js'

/** Finds the compiled program of an engine process. */
export function engineProcessModule(): string {
  const beside = fileURLToPath(new URL('./process/main.js', import.meta.url))
  const path = existsSync(beside) ? beside : fileURLToPath(new URL(builtModule, import.meta.url))
  if (!existsSync(path)) throw new Error('The engine process is not built: run the build of document-server.')
  return path
}
