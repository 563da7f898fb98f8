import { createApp } from './app.js'
import { loadConfig } from './config.js'
import { createEnginePool } from './features/engine/index.js'
import { reasonOf } from './lib/errors.js'

async function main(): Promise<void> {
  const config = loadConfig()
  const pool = createEnginePool({ ...config.engines, logLevel: config.logLevel })
  const app = await createApp({ config, pool })
  const port = await app.start()
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    app.stop().then(
      () => process.exit(0),
      (cause: unknown) => {
        console.error(`The document server did not stop well: ${reasonOf(cause)}`)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // The launcher is gone, even by kill -9: nothing may stay behind.
  process.on('disconnect', stop)
  process.send?.({ type: 'ready', port })
}

main().catch((cause: unknown) => {
  console.error(reasonOf(cause))
  process.exit(1)
})
