import 'reflect-metadata'
import path from 'node:path'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Knex } from 'knex'
import { createLibraryFeatures, listLibraryResolvers, startLibraryJobs } from './app-library.js'
import { createPeopleFeatures, listPeopleResolvers, startPeopleJobs } from './app-people.js'
import type { Config } from './config.js'
import { createDatabase, migrate } from './db/database.js'
import { createAuthService, setUpAdministrator } from './features/auth/index.js'
import { EditingResolver } from './features/editing/editing.resolver.js'
import { HistoryResolver } from './features/editing/history.resolver.js'
import {
  createEditing,
  describeSaveProblem,
  mountEditingRoutes,
  startRecoveryJob,
  type RecoveryJob,
} from './features/editing/index.js'
import { createQuotas } from './features/quotas/index.js'
import { createLibraryService, nodeRepository } from './features/library/index.js'
import { mountOidcRoutes } from './features/oidc/index.js'
import { createMentionService, createNotificationsService } from './features/notifications/index.js'
import { NotificationsResolver } from './features/notifications/notifications.resolver.js'
import { createChangeFeed, createLiveService } from './features/live/index.js'
import { LiveResolver } from './features/live/live.resolver.js'
import { createCompiledOperations, type CompiledOperations } from './graphql/compiled-operations.js'
import type { Context } from './graphql/context.js'
import { createErrorFormatter } from './graphql/errors.js'
import { createLimitsPlugin } from './graphql/limits.js'
import { createSchema, type ResolverContainer } from './graphql/schema.js'
import { createScopesPlugin } from './graphql/scopes.js'
import { baseUrlOf } from './http/base-url.js'
import { registerDocumentServerProxy } from './http/document-server-proxy.js'
import { registerDownload } from './http/download.js'
import { registerDownloadMany } from './http/download-many.js'
import { registerGraphqlRoute } from './http/graphql-route.js'
import { registerHealth } from './http/health.js'
import { identify } from './http/identify.js'
import { registerLiveSocket } from './http/live-socket.js'
import { registerPictures } from './http/pictures.js'
import { registerPreview } from './http/preview.js'
import { createServer } from './http/server.js'
import { registerUploads } from './http/uploads.js'
import { setSessionCookie } from './http/session-cookie.js'
import { registerWeb } from './http/web.js'
import type { Clock } from './lib/clock.js'
import { startJob, type Job } from './lib/job.js'
import { createMailer, type Mailer } from './lib/mailer.js'
import type { BlobStore } from './storage/blob-store.js'
import { createDiskBlobStore } from './storage/disk-blob-store.js'

const mailingIntervalMs = 20_000

export interface AppOptions {
  config: Config
  clock: Clock
  logger: FastifyBaseLogger
}

/** The running portal. */
export interface App {
  port: number
  /** The portal's address on this machine, or the public one when it is configured. */
  address: string
  /** One-time link for an administrator who has no password yet. */
  signInUrl: string | undefined
  db: Knex
  services: Services
  stop(): Promise<void>
}

type Services = ReturnType<typeof createServices>

/** Builds everything once, migrates the database and listens. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, clock, logger } = options
  const db = createDatabase(config)
  const stops: (() => Promise<void>)[] = [() => db.destroy()]
  const stop = async () => {
    for (const step of stops.splice(0).reverse()) await step()
  }
  try {
    await migrate(db)
    await nodeRepository.ensureRoot(db, clock.now())
    const { signInToken } = await setUpAdministrator(db, clock, config.administrator)
    const blobs = await createDiskBlobStore(path.join(config.dataDir, 'blobs'))
    let port = config.port
    const mailer = createMailer({ ...config.mail, log: logger })
    stops.push(async () => {
      mailer.stop()
    })
    const services = createServices({ ...options, db, blobs, mailer, portOf: () => port })
    const server = await createServer({
      logger,
      trustProxy: config.trustProxy,
      documentServerUrl: config.documentServer.url,
      languageOf: async (request) => (await identify(services.auth, request)).actor?.language,
    })
    stops.push(
      () => services.feed.stop(),
      () => services.documents.collections.openings.flush(),
      () => server.close(),
    )
    const schema = await createSchema(createContainer(services))
    const operations = createCompiledOperations(schema)
    const apollo = await createApollo(schema, operations, logger)
    stops.push(() => apollo.stop())
    const uploadJob = await mountRoutes(server, {
      config,
      clock,
      db,
      blobs,
      services,
      schema,
      operations,
      apollo,
      logger,
    })
    stops.push(() => uploadJob.stop())
    await server.listen({ port: config.port, host: config.host })
    port = portOf(server) ?? config.port
    const job: RecoveryJob = startRecoveryJob({ recovery: services.editing.recovery, log: logger })
    stops.push(() => job.stop())
    const jobs = [
      ...(config.backgroundJobs ? startBackgroundJobs(services, config, logger) : []),
      ...startPeopleJobs(services.people, logger),
    ]
    for (const started of jobs) stops.push(() => started.stop())
    const address = addressOf(config, port)
    const signInUrl = signInToken && `${address}/sign-in/${signInToken}`
    return { port, address, signInUrl, db, services, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function addressOf({ publicUrl }: Config, port: number): string {
  return publicUrl ?? `http://localhost:${port}`
}

function portOf(server: FastifyInstance): number | undefined {
  const address = server.server.address()
  return typeof address === 'object' && address ? address.port : undefined
}

function startBackgroundJobs(
  { documents, notifications }: Services,
  { previews: withPreviews }: Config,
  log: FastifyBaseLogger,
): Job[] {
  const run = () => notifications.work()
  return [
    ...startLibraryJobs(documents, { log, withPreviews }),
    startJob({ name: 'mailing notifications', run, log, intervalMs: mailingIntervalMs }),
  ]
}

interface ServicesOptions extends AppOptions {
  db: Knex
  blobs: BlobStore
  mailer: Mailer
  /** The port that is listened on; known once the server listens. */
  portOf: () => number
}

function createServices({ config, clock, logger, db, blobs, mailer, portOf }: ServicesOptions) {
  const auth = createAuthService({ db, clock })
  const quotas = createQuotas(config.quotas)
  const library = createLibraryService({ db, clock, blobs, quotas, maxUploadBytes: config.maxUploadBytes })
  const portalInternalUrl = () => config.portalInternalUrl ?? `http://127.0.0.1:${portOf()}`
  const editing = createEditing({ db, clock, log: logger, blobs, library, config, portalInternalUrl })
  const documents = createLibraryFeatures({ config, clock, db, blobs, logger, library, editing, quotas })
  const people = createPeopleFeatures({ config, clock, db, auth, library, editing, mailer, logger })
  const notifications = createNotificationsService({
    db,
    clock,
    mailer,
    describeProblem: describeSaveProblem,
    address: () => addressOf(config, portOf()),
  })
  const mentions = createMentionService({ db, clock, library })
  const feed = createChangeFeed({ db, log: logger })
  const live = createLiveService({ db, feed })
  return { auth, people, library, documents, editing, notifications, mentions, feed, live }
}

function createContainer(services: Services): ResolverContainer {
  const { auth, people, library, documents, editing, notifications, mentions } = services
  return new Map<unknown, object>([
    [EditingResolver, new EditingResolver(editing.service, documents.collections.openings.note)],
    [HistoryResolver, new HistoryResolver(editing.history)],
    [LiveResolver, new LiveResolver()],
    [NotificationsResolver, new NotificationsResolver(notifications, mentions)],
    ...listPeopleResolvers(auth, people),
    ...listLibraryResolvers(library, documents),
  ])
}

async function createApollo(
  schema: GraphQLSchema,
  operations: CompiledOperations,
  logger: FastifyBaseLogger,
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema,
    // Strangers are refused by the limits plugin, which knows who asks.
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: createErrorFormatter(logger),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would watch each field of each answer; answers are never kept, which the route says.
      ApolloServerPluginCacheControlDisabled(),
      createLimitsPlugin(),
      createScopesPlugin(),
      operations.plugin,
    ],
  })
  await apollo.start()
  return apollo
}

interface RoutesOptions {
  config: Config
  clock: Clock
  db: Knex
  blobs: BlobStore
  services: Services
  schema: GraphQLSchema
  operations: CompiledOperations
  apollo: ApolloServer<Context>
  logger: FastifyBaseLogger
}

async function mountRoutes(server: FastifyInstance, options: RoutesOptions): Promise<Job> {
  const { config, db, blobs, services, schema, operations, apollo, clock } = options
  const { auth, library, editing, live } = services
  const { publicUrl, maxUploadBytes, documentServer } = config
  registerHealth(server, { db, blobs })
  const formatError = createErrorFormatter(options.logger)
  await registerGraphqlRoute(server, {
    ...{ apollo, operations, formatError },
    ...{ auth, db, publicUrl, maxUploadBytes },
  })
  mountOidcRoutes(server, {
    oidc: services.people.oidc,
    baseUrlOf: (request) => baseUrlOf(request, publicUrl),
    setSessionCookie,
  })
  const foreignPrefix = documentServer.url.startsWith('/') ? documentServer.url : undefined
  registerLiveSocket(server, { schema, auth, live, publicUrl, foreignPrefix })
  registerDownloadMany(server, { auth, archives: services.documents.archives })
  registerDownload(server, {
    ...{ db, blobs, auth, library, clock },
    conversions: services.documents.conversions,
  })
  registerPictures(server, services.people)
  registerPreview(server, { blobs, auth, library, previews: services.documents.previews })
  mountEditingRoutes(server, { ...editing, jwtHeader: documentServer.jwtHeader })
  if (foreignPrefix)
    await registerDocumentServerProxy(server, {
      prefix: foreignPrefix,
      internalUrl: documentServer.internalUrl,
    })
  await registerWeb(server, config.webDist)
  return registerUploads(server, {
    auth,
    uploads: services.documents.uploads,
    blobs,
    maxUploadBytes,
    directory: path.join(config.dataDir, 'uploads'),
    log: options.logger,
  })
}
