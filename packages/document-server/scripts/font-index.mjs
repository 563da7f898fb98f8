/**
 * Starts an engine and keeps its index of the fonts in dist/font-index, so that each later start finds it there. Without
 * one the engine only starts later: a build does not fail for it.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const longestStartMs = 120_000
const isEngine = process.env.LECTERN_FONT_INDEX === 'engine'

if (isEngine) await keepIndex()
else if (!runEngine() && !runEngine())
  console.warn('The index of the fonts could not be made: the engine will read all fonts at each start.')

/** In a process of its own, because a start that hangs holds its process. */
function runEngine() {
  const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url)], {
    env: { ...process.env, LECTERN_FONT_INDEX: 'engine' },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: longestStartMs,
    killSignal: 'SIGKILL',
  })
  return status === 0
}

async function keepIndex() {
  const { bootEngine } = await import('../dist/features/engine/process/boot.js')
  const { createLok } = await import('../dist/features/engine/process/lok.js')
  const { keepFontIndex } = await import('../dist/features/engine/process/font-index.js')
  const scratch = mkdtempSync(join(tmpdir(), 'lectern-fonts-'))
  const lok = createLok(await bootEngine(scratch, () => undefined))
  rmSync(scratch, { recursive: true, force: true })
  lok.start()
  process.exit(keepFontIndex(lok.module) === 2 ? 0 : 1)
}
