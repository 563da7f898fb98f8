import type { ApolloServer } from '@apollo/server'
import { HeaderMap } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { processRequest } from 'graphql-upload-minimal'
import type { Knex } from 'knex'
import type { AuthService } from '../features/auth/index.js'
import type { Context } from '../graphql/context.js'
import { createLoaders } from '../graphql/loaders.js'
import { baseUrlOf } from './base-url.js'
import { identify } from './identify.js'
import { clearSessionCookie, setSessionCookie } from './session-cookie.js'

export interface GraphqlRouteOptions {
  apollo: ApolloServer<Context>
  auth: AuthService
  db: Knex
  publicUrl: string | undefined
  maxUploadBytes: number
}

const maxFieldBytes = 1_048_576

/** Mounts GraphQL at `/graphql`, uploads by the multipart request specification included. */
export function registerGraphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): void {
  // The body is not read here: the upload is streamed to storage while the mutation runs.
  app.addContentTypeParser('multipart/form-data', (_request, _payload, done) => {
    done(null)
  })
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preHandler: async (request, reply) => {
      if (!request.headers['content-type']?.startsWith('multipart/form-data')) return
      requirePreflight(request)
      const limits = { maxFieldSize: maxFieldBytes, maxFileSize: options.maxUploadBytes + 1, maxFiles: 1 }
      request.body = await processRequest(request.raw, reply.raw, limits)
    },
    handler: fastifyApolloHandler(options.apollo, {
      context: (request, reply) => createContext(request, reply, options),
    }),
  })
}
