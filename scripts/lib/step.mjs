import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

const PROGRESS_EVERY_MS = 10_000
const KEPT_OUTPUT_BYTES = 20_000

/** A step that failed in a way the person has been told about. */
export class StepError extends Error {}

/**
 * Runs one long command quietly: says what it does, that it still works, and how long it took.
 * Its output is shown when it fails.
 */
export async function runStep(title, command, args, { env = {} } = {}) {
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  console.log(`${title}…`)
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that stopping ends the compilers below it too.
    detached: true,
  })
  const endChildren = () => killGroup(child.pid)
  process.once('exit', endChildren)
  let output = ''
  const keep = (chunk) => {
    output = (output + chunk).slice(-KEPT_OUTPUT_BYTES)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const progress = setInterval(() => {
    console.log(`  still working, ${seconds()} s: ${lastLine(output)}`)
  }, PROGRESS_EVERY_MS)
  const { code, error } = await ended(child)
  clearInterval(progress)
  process.removeListener('exit', endChildren)
  if (code === 0) {
    console.log(`  done in ${seconds()} s`)
    return
  }
  if (output.trim()) console.error(output.trimEnd())
  throw new StepError(
    `${title} failed (${error?.message ?? `exit code ${code}`}); what the command said stands above.`,
  )
}

function ended(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: undefined, error }))
    child.once('close', (code, signal) => resolve({ code: code ?? signal }))
  })
}

function lastLine(output) {
  // Colour codes and carriage returns of progress bars make no sense inside our line.

  const plain = output.replace(/\u001b\[[0-9;?]*[a-zA-Z]/g, '').split(/[\r\n]+/)
  return (plain.filter((line) => line.trim() && !/^npm warn|:build:\s*$/.test(line)).at(-1) ?? 'waiting')
    .trim()
    .slice(0, 100)
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM')
  } catch {
    // It has ended by itself.
  }
}
