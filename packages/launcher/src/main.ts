import { readConfig } from './config.js'
import { launch } from './launcher.js'
import { LauncherError } from './launcher-error.js'
import { createStopSignals } from './signals.js'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const stack = await launch(readConfig(), say)

  async function stopAll(): Promise<void> {
    say('Stopping: open documents are being put away…')
    await stack.stop()
    say('Stopped.')
    process.exit(0)
  }

  const onSignal = createStopSignals({
    stop: () => void stopAll().catch(fail),
    kill: () => {
      stack.kill()
      process.exit(1)
    },
  })
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  process.on('SIGHUP', onSignal)
  // Whoever started it with a channel, as the journeys do, and is gone without a word.
  process.on('disconnect', onSignal)

  try {
    await stack.started
  } catch (error) {
    // A stop during the start makes it fail too; then the stop decides how the process ends.
    if (onSignal.called()) return
    await stack.stop()
    throw error
  }
}

function fail(error: unknown): void {
  if (error instanceof LauncherError) process.stderr.write(`Lectern did not start. ${error.message}\n`)
  else process.stderr.write(`Lectern stopped because of a fault of its own: ${describe(error)}\n`)
  process.exit(1)
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

main().catch(fail)
