import type { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { Knex } from 'knex'
import type { AuthService } from '../features/auth/index.js'
import type { CompiledOperations } from '../graphql/compiled-operations.js'
import type { Context } from '../graphql/context.js'
import { createLoaders } from '../graphql/loaders.js'
import { PortalError, statusOf } from '../lib/portal-error.js'
import { baseUrlOf } from './base-url.js'
import { createCompiledAnswers, type CompiledAnswersOptions } from './compiled-answers.js'
import { identify, type Identity } from './identify.js'
import { readMultipart } from './multipart.js'
import { preferredLanguage } from './preferred-language.js'
import { renderPlayground, wantsPlayground } from './playground.js'
import { clearSessionCookie, setSessionCookie } from './session-cookie.js'

export interface GraphqlRouteOptions {
  apollo: ApolloServer<Context>
  operations: CompiledOperations
  formatError: CompiledAnswersOptions['formatError']
  auth: AuthService
  db: Knex
  publicUrl: string | undefined
  maxUploadBytes: number
}

const multipart = 'multipart/form-data'

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity
  }
}

/** Mounts GraphQL at `/graphql`: operations, uploads by the multipart request specification, and the playground. */
export async function registerGraphqlRoute(
  app: FastifyInstance,
  options: GraphqlRouteOptions,
): Promise<void> {
  await app.register((scope, _options, done) => {
    mount(scope, options)
    done()
  })
}

function mount(app: FastifyInstance, options: GraphqlRouteOptions): void {
  // The body is not read here: an upload is streamed to storage while its mutation runs.
  app.addContentTypeParser(multipart, (_request, _payload, done) => {
    done(null)
  })
  app.decorateRequest('identity')
  const contextOf = (request: FastifyRequest, reply: FastifyReply) => createContext(request, reply, options)
  const compiled = createCompiledAnswers({ ...options, contextOf })
  const handle = fastifyApolloHandler<Context>(options.apollo, {
    context: (request, reply) => Promise.resolve(contextOf(request, reply)),
  }) as unknown as RouteHandlerMethod
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    errorHandler: sendGraphqlError,
    preHandler: async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      request.identity = await identify(options.auth, request)
      if (wantsPlayground(request)) return reply.send(await renderPlayground(options.db, request, reply))
      if (request.headers['content-type']?.startsWith(multipart)) await readUpload(request, options)
    },
    onResponse: (request, _reply, done) => {
      // A refused upload is read to its end, so that the browser shows our answer and not a broken connection.
      if (request.headers['content-type']?.startsWith(multipart)) request.raw.unpipe().resume()
      done()
    },
    async handler(request, reply) {
      const known = await compiled.find(request, reply)
      if (known !== undefined) return known
      const answer: unknown = await handle.call(this, request, reply)
      compiled.learn(request, reply)
      return answer
    },
  })
}

async function readUpload(request: FastifyRequest, { maxUploadBytes }: GraphqlRouteOptions) {
  // Other sites can make a browser send forms, but not with a header of their own.
  if (!request.headers['apollo-require-preflight'])
    throw new PortalError(
      'BAD_INPUT',
      'Uploads need the header "apollo-require-preflight: true". Add it and try again.',
    )
  // One byte more than allowed, so that storage notices and says what the limit is.
  request.body = await readMultipart(request.raw, { maxFileBytes: maxUploadBytes + 1 })
}

function createContext(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, publicUrl }: GraphqlRouteOptions,
): Context {
  const { actor, sessionToken } = request.identity
  const isSecure = () => baseUrlOf(request, publicUrl).startsWith('https:')
  const context: Context = {
    actor,
    sessionToken,
    // Worked out for those few who ask: behind proxies that takes a while.
    get address() {
      return request.ip
    },
    get baseUrl() {
      return baseUrlOf(request, publicUrl)
    },
    userAgent: request.headers['user-agent'] ?? '',
    language: preferredLanguage(request),
    loaders: createLoaders(db, actor),
    enter: (joined) => {
      context.actor = joined
      context.loaders = createLoaders(db, joined)
    },
    setSessionCookie: (token) => setSessionCookie(reply, token, isSecure()),
    clearSessionCookie: () => clearSessionCookie(reply, isSecure()),
  }
  return context
}

/** What goes wrong before an operation runs is answered in GraphQL's form as well. */
function sendGraphqlError(error: Error & { status?: number }, request: FastifyRequest, reply: FastifyReply) {
  const isKnown = error instanceof PortalError
  const code = isKnown ? error.code : 'BAD_INPUT'
  const status = isKnown ? statusOf(code) : (error.status ?? 400)
  if (!isKnown) request.log.info({ err: error }, 'A GraphQL request could not be read')
  const details = isKnown ? error.details : {}
  void reply.code(status).send({ errors: [{ message: error.message, extensions: { code, details } }] })
}
