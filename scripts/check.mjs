import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { root } from './lib/paths.mjs'
import { checks } from './lib/checks.mjs'

/** Runs every static check (or those named) and says clearly which failed. */
const wanted = process.argv.slice(2)
const chosen = checks.filter((check) => wanted.length === 0 || wanted.includes(check.name))
let failed = 0

for (const { name, command, remedy } of chosen) {
  const startedAt = performance.now()
  const [program, ...args] = command
  const result = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  if (result.status === 0) {
    console.log(`ok      ${name} (${seconds} s)`)
    continue
  }
  failed += 1
  console.log(`${result.stdout ?? ''}${result.stderr ?? ''}`.trimEnd())
  console.log(`FAILED  ${name} (${seconds} s): ${remedy}`)
}

console.log(`checks: ${chosen.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
