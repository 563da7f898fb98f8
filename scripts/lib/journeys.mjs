import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { root } from './paths.mjs'
import { quietEnvironment } from './pnpm.mjs'
import { countPlaywright } from './reports.mjs'

/** Runs the journeys in a browser and answers how many passed, failed and were skipped. */
export async function runJourneys({ args = [], env = {} } = {}) {
  const browser = await findBrowser()
  console.log(`Journeys in ${browser}`)
  const report = join(root, 'test-results/journeys.json')
  mkdirSync(join(root, 'test-results'), { recursive: true })
  rmSync(report, { force: true })
  spawnSync(join(root, 'e2e/node_modules/.bin/playwright'), ['test', ...args], {
    cwd: join(root, 'e2e'),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...quietEnvironment,
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      ...env,
    },
  })
  return countPlaywright(report)
}
