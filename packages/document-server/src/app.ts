import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { createCallbackSender } from './features/callback/index.js'
import { commandRoutes, createCommandService } from './features/command/index.js'
import type { Config } from './config.js'
import { conversionRoutes, createConversionService } from './features/conversion/index.js'
import { docsApiRoutes, findPageFolders } from './features/docs-api/index.js'
import { createDocumentStore, createDownloader, createForgottenStore } from './features/documents/index.js'
import type { EnginePool } from './features/engine/index.js'
import { openPdfWithoutEngine } from './features/pdf/index.js'
import { createHousekeeping } from './features/housekeeping/index.js'
import { createResultLinks, createResultStore, resultRoutes } from './features/results/index.js'
import { createSessionRegistry, editorSocketRoutes, startTimedSaves } from './features/sessions/index.js'
import type { SessionDependencies } from './features/sessions/index.js'
import { createActivity, createStatus, createStatusAccess, statusRoutes } from './features/status/index.js'
import { healthRoutes } from './http/health.routes.js'
import { createHttpServer } from './http/server.js'
import { systemClock } from './lib/clock.js'
import type { Clock } from './lib/clock.js'
import { createSeal } from './lib/seal.js'
import { createTokens } from './lib/tokens.js'

export interface App {
  /** Starts to listen and takes up what an earlier run left; gives the port. */
  start: () => Promise<number>
  /** Keeps all documents on disk, then stops everything. */
  stop: () => Promise<void>
}

interface AppOptions {
  config: Config
  pool: EnginePool
  clock?: Clock
}

/** Builds the document server: the only place that knows all parts. */
export async function createApp({ config, pool, clock = systemClock }: AppOptions): Promise<App> {
  const log = pino({ level: config.logLevel, name: 'document-server' })
  const folder = (name: string) => join(config.dataDir, name)
  await mkdir(config.dataDir, { recursive: true })
  const tokens = createTokens(config.jwtSecret, config.jwtHeader)
  const secret = config.jwtSecret ?? randomBytes(32).toString('hex')
  const links = createResultLinks(secret, clock)
  const results = createResultStore(folder('results'), clock)
  const store = createDocumentStore(folder('documents'), log)
  const forgotten = createForgottenStore(folder('forgotten'))
  const activity = createActivity()
  const callbacks = createCallbackSender({
    ...{ tokens, clock, log, timeoutMs: config.callbackTimeoutMs, waitsMs: config.callbackRetryWaitsMs },
    onAttempt: activity.noteCallback,
  })
  const { downloadTimeoutMs: timeoutMs, maxFileBytes: maxBytes, downloadRetryWaitsMs: waitsMs } = config
  const downloader = createDownloader({ tokens, clock, log, timeoutMs, maxBytes, waitsMs })
  const deps: SessionDependencies = {
    ...{ clock, log, store, forgotten, results, links },
    ...{ callbacks, downloader, tokens, seal: createSeal(secret) },
    pool: openPdfWithoutEngine(pool, config.programPath),
    limits: config,
  }
  const sessions = createSessionRegistry(deps)
  const housekeeping = createHousekeeping({
    ...{ store, results, clock, log, limits: config },
    isNeeded: async (key) => sessions.find(key) !== undefined || (await forgotten.find(key)) !== undefined,
  })
  const commands = createCommandService({ sessions, store, forgotten, links, callbacks })
  const conversions = createConversionService({
    ...{ clock, log, pool, downloader, results, links },
    ...{ programPath: config.programPath, timeoutMs: config.conversionTimeoutMs },
    onDone: activity.noteConversion,
  })

  let stopTimedSaves: () => void = () => undefined
  const server: FastifyInstance = await createHttpServer(log)
  const maySee = createStatusAccess(config.statusPage, tokens)
  await server.register(healthRoutes({ pool }))
  await server.register(statusRoutes({ status: createStatus({ clock, pool, sessions, activity }), maySee }))
  await server.register(commandRoutes({ commands, tokens }))
  await server.register(conversionRoutes({ conversions, tokens }))
  await server.register(
    resultRoutes({ links, resultsRoot: results.root, forgottenRoot: folder('forgotten') }),
  )
  await server.register(docsApiRoutes(findPageFolders()))
  const { maxSocketsPerAddress } = config
  await server.register(editorSocketRoutes({ sessions, tokens, deps, maxSocketsPerAddress }))

  return {
    start: async () => {
      await sessions.recoverAll()
      await housekeeping.start()
      stopTimedSaves = startTimedSaves({ sessions, clock, intervalMs: config.forceSaveIntervalMs })
      const address = await server.listen({ port: config.port, host: config.host })
      log.info({ address, tokens: tokens.required }, 'The document server listens')
      return Number(new URL(address).port)
    },
    stop: async () => {
      stopTimedSaves()
      housekeeping.stop()
      await sessions.shutDown()
      await server.close()
      await Promise.all([callbacks.stop(), downloader.stop(), pool.stop()])
    },
  }
}
