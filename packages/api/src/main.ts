import { accessSync, constants, mkdirSync } from 'node:fs'
import { pino } from 'pino'
import { startApp, type App } from './app.js'
import { ConfigError, loadConfig, type Config } from './config.js'
import { systemClock } from './lib/clock.js'

/** Says in one line what keeps the portal from starting; undefined for what nobody foresaw. */
function explain(error: unknown, config: Config | undefined): string | undefined {
  const { code, message } = error as NodeJS.ErrnoException
  if (error instanceof ConfigError) return message
  if (code === 'EADDRINUSE')
    return `Port ${config?.port ?? ''} is taken by another program. Choose another with PORT.`
  if (code === 'EADDRNOTAVAIL')
    return `This machine has no address ${config?.host ?? ''}. Correct HOST, or leave it out.`
  if (code === 'EACCES' && message.startsWith('listen'))
    return `Port ${config?.port ?? ''} may not be used by this account. Choose one above 1023 with PORT.`
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
    return `The data directory ${config?.dataDir ?? ''} cannot be written. Correct its owner, or choose another with DATA_DIR.`
  if (code === 'ECONNREFUSED' || code === '28P01' || code === '3D000')
    return `The database cannot be used (${message}). Check DATABASE_URL and that PostgreSQL runs.`
  return undefined
}

function prepareDataDirectory({ dataDir }: Config): void {
  mkdirSync(dataDir, { recursive: true })
  accessSync(dataDir, constants.W_OK)
}

function stopOnSignals(app: App): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error('The portal did not stop cleanly:', error)
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // Without its launcher nobody would ever stop this process.
  if (process.channel) process.once('disconnect', stop)
}

async function main(): Promise<void> {
  let config: Config | undefined
  try {
    config = loadConfig()
    prepareDataDirectory(config)
    const logger = pino({ level: config.logLevel, name: 'portal' })
    const app = await startApp({ config, clock: systemClock, logger })
    stopOnSignals(app)
    const { port, address, signInUrl } = app
    if (process.send) process.send({ type: 'ready', port, address, signInUrl })
    else console.log(`The portal is ready: ${signInUrl ?? address}`)
  } catch (error) {
    console.error(explain(error, config) ?? error)
    process.exitCode = 1
    if (process.connected) process.disconnect()
  }
}

await main()
