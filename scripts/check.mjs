import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { root } from './lib/paths.mjs'
import { checks } from './lib/checks.mjs'

/** Runs every static check (or those named), as many at a time as there are processors, and says clearly which failed. */
const wanted = process.argv.slice(2)
const chosen = checks.filter((check) => wanted.length === 0 || wanted.includes(check.name))
const waiting = [...chosen]
let failed = 0

await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work))

console.log(`checks: ${chosen.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const startedAt = performance.now()
    const { hasPassed, output } = await run(check.command)
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    if (hasPassed) {
      console.log(`ok      ${check.name} (${seconds} s)`)
      continue
    }
    failed += 1
    console.log(`${output.trimEnd()}\nFAILED  ${check.name} (${seconds} s): ${check.remedy}`)
  }
}

function run([program, ...args]) {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ hasPassed: !error, output: `${stdout}${stderr}` })
    })
  })
}
