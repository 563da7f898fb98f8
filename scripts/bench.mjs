import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './lib/browser.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/paths.mjs'

const results = join(root, 'bench/results.json')
/** What the parts beside the browser measure, until it is taken over. */
const parts = { portal: join(root, 'bench/portal.json'), engine: join(root, 'bench/engine.json') }

await ensureInstalled()
await ensureBuilt()
const browser = await findBrowser()
for (const file of [results, ...Object.values(parts)]) rmSync(file, { force: true })
const { status } = spawnSync(
  join(root, 'e2e/node_modules/.bin/playwright'),
  ['test', '--config=bench.config.ts', ...process.argv.slice(2)],
  {
    cwd: join(root, 'e2e'),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CHROMIUM_PATH: browser },
  },
)
const engine = runBench('document-server')
const portal = runBench('api')
Object.values(parts).forEach(takeOver)
console.table(
  Object.fromEntries(
    JSON.parse(readFileSync(results, 'utf8')).measures.map(
      ({ name, unit, target, isAtLeast, median, values, ok }) => [
        name,
        {
          median: `${median} ${unit}`,
          worst: `${isAtLeast ? Math.min(...values) : Math.max(...values)} ${unit}`,
          target: target ? `${isAtLeast ? '≥' : '≤'} ${target} ${unit}` : '',
          ok,
        },
      ],
    ),
  ),
)
process.exitCode = (status ?? 1) || (engine ?? 1) || (portal ?? 1)

/** Runs the bench of a package; gives how it ended. */
function runBench(name) {
  const folder = join(root, 'packages', name)
  const vitest = join(folder, 'node_modules/.bin/vitest')
  const options = { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] }
  return spawnSync(vitest, ['run', '--config=bench/vitest.config.ts'], options).status
}

/** Puts the measures of a part to the others. */
function takeOver(file) {
  if (!existsSync(file)) return
  const all = JSON.parse(readFileSync(results, 'utf8'))
  all.measures.push(...JSON.parse(readFileSync(file, 'utf8')))
  writeFileSync(results, `${JSON.stringify(all, undefined, 2)}\n`)
  rmSync(file)
}
