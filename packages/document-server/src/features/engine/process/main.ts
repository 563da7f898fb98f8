import { rmSync } from 'node:fs'
import { bootEngine } from './boot.js'
import { createCallbackRouter } from './callbacks.js'
import { createEngineHost } from './engine-host.js'
import { createLok } from './lok.js'
import type { PoolMessage, ProcessMessage } from './messages.js'
import { probeEngine } from './probe.js'

/** Started by the pool with its scratch folder as the only argument. */
async function main(scratchDirectory: string) {
  const router = createCallbackRouter()
  const lok = createLok(await bootEngine(scratchDirectory, router.onLok))
  rmSync(scratchDirectory, { recursive: true, force: true })
  lok.start()
  await probeEngine(lok, router)
  const host = createEngineHost({ lok, router, tell, onFatal: fail })
  process.on('message', (message) => {
    host.handle(message as PoolMessage)
  })
  tell({ type: 'ready' })
}

function tell(message: ProcessMessage) {
  // The pool is gone when this fails, and `disconnect` ends the process.
  if (process.connected) process.send?.(message)
}

function fail(error: unknown) {
  const message = error instanceof Error ? error.message : String(error)
  if (!process.connected || !process.send) process.exit(1)
  process.send({ type: 'fatal', message } satisfies ProcessMessage, () => process.exit(1))
}

process.on('disconnect', () => process.exit(0))
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
// Taken out of the arguments: the glue would hand them to LibreOffice, which then waits for a document of that name.
const [scratchDirectory = ''] = process.argv.splice(2)
main(scratchDirectory).catch(fail)
