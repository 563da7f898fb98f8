import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { runJourneys } from './lib/journeys.mjs'
import { root } from './lib/paths.mjs'
import { sum } from './lib/reports.mjs'
import { StepError } from './lib/step.mjs'
import { runUnitTests } from './lib/unit-tests.mjs'

const parts = {
  checks: runChecks,
  unit: runUnitTests,
  journeys: () => runJourneys(),
}
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`npm test knows ${Object.keys(parts).join(', ')}; not ${unknown.join(', ')}`)
  process.exit(1)
}

const counts = []
try {
  await ensureInstalled()
  await ensureBuilt()
  if (!existsSync(join(root, '../shared/samples')))
    console.log(
      'The folder ../shared/samples is not here: suites over it are skipped, the fixtures of the project are used.',
    )
  for (const [name, run] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const count = await run()
    console.log(`${name}: ${line(count)}`)
    counts.push(count)
  }
} catch (error) {
  console.error(error instanceof StepError ? error.message : error)
  counts.push({ passed: 0, failed: 1, skipped: 0 })
}

const total = sum(counts)
console.log(`\n${line(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0

function runChecks() {
  const { stdout } = spawnSync(process.execPath, [join(root, 'scripts/check.mjs')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  })
  process.stdout.write(stdout)
  const [, passed, failed] = /^checks: (\d+) passed, (\d+) failed$/m.exec(stdout) ?? [undefined, '0', '1']
  return { passed: Number(passed), failed: Number(failed), skipped: 0 }
}

function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
