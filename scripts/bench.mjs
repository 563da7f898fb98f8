import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './lib/browser.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/paths.mjs'

const results = join(root, 'bench/results.json')

await ensureInstalled()
await ensureBuilt()
const browser = await findBrowser()
rmSync(results, { force: true })
const { status } = spawnSync(
  join(root, 'e2e/node_modules/.bin/playwright'),
  ['test', '--config=bench.config.ts', ...process.argv.slice(2)],
  {
    cwd: join(root, 'e2e'),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CHROMIUM_PATH: browser },
  },
)
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
process.exitCode = status ?? 1
