import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { root } from './paths.mjs'
import { StepError } from './step.mjs'

/** Installs and builds what is missing, then becomes the launcher. */
export async function start() {
  const stopBeforeLaunch = () => process.exit(0)
  process.once('SIGINT', stopBeforeLaunch)
  process.once('SIGTERM', stopBeforeLaunch)
  try {
    await ensureInstalled()
    await ensureBuilt()
  } catch (error) {
    if (!(error instanceof StepError)) throw error
    console.error(error.message)
    process.exit(1)
  }
  process.removeListener('SIGINT', stopBeforeLaunch)
  process.removeListener('SIGTERM', stopBeforeLaunch)
  if (process.env.npm_lifecycle_event) stopWithParent()
  // In this very process: a signal to it, or to npm above it, then reaches the supervisor without a detour.
  await import(join(root, 'packages/launcher/dist/main.js'))
}

/** When npm itself is killed with -9 it tells nobody. */
function stopWithParent() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}
