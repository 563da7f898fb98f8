import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Finds the compiled program of a thread, told as `new URL('./x.js', import.meta.url)`. Tests run TypeScript, which a
 * thread of Node 20 does not understand: they use what the build left.
 */
export function builtModule(module: URL): string {
  const beside = fileURLToPath(module)
  return existsSync(beside) ? beside : beside.replace('/src/', '/dist/')
}
