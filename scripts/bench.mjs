import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './lib/browser.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/paths.mjs'

const results = join(root, 'bench/results.json')
const engineResults = join(root, 'bench/engine.json')

await ensureInstalled()
await ensureBuilt()
const browser = await findBrowser()
for (const file of [results, engineResults]) rmSync(file, { force: true })
const { status } = spawnSync(
  join(root, 'e2e/node_modules/.bin/playwright'),
  ['test', '--config=bench.config.ts', ...process.argv.slice(2)],
  {
    cwd: join(root, 'e2e'),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CHROMIUM_PATH: browser },
  },
)
const engine = spawnSync(
  join(root, 'packages/document-server/node_modules/.bin/vitest'),
  ['run', '--config=bench/vitest.config.ts'],
  { cwd: join(root, 'packages/document-server'), stdio: ['ignore', 'inherit', 'inherit'] },
)
takeOver()
console.table(
  Object.fromEntries(
    JSON.parse(readFileSync(results, 'utf8')).measures.map(({ name, unit, target, median, values, ok }) => [
      name,
      {
        median: `${median} ${unit}`,
        worst: `${Math.max(...values)} ${unit}`,
        target: target ? `${target} ${unit}` : '',
        ok,
      },
    ]),
  ),
)
process.exitCode = (status ?? 1) || (engine.status ?? 1)

/** Puts the engine's measures to the others. */
function takeOver() {
  if (!existsSync(engineResults)) return
  const all = JSON.parse(readFileSync(results, 'utf8'))
  all.measures.push(...JSON.parse(readFileSync(engineResults, 'utf8')))
  writeFileSync(results, `${JSON.stringify(all, undefined, 2)}\n`)
  rmSync(engineResults)
}
