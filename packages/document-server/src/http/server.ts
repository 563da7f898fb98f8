import websocket from '@fastify/websocket'
import Fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { reasonOf } from '../lib/errors.js'

/** A paste of several megabytes is the largest message of a page. */
const maxMessageBytes = 16_000_000
const maxBodyBytes = 1_000_000

/** Creates the HTTP server with what all routes share: limits, headers, and errors that tell no secrets. */
export async function createHttpServer(logger: FastifyBaseLogger): Promise<FastifyInstance> {
  const server = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    // The portal in front runs on this machine; nobody else is believed about addresses.
    trustProxy: 'loopback',
    forceCloseConnections: true,
  })
  await server.register(websocket, { options: { maxPayload: maxMessageBytes } })
  // A body that is not JSON is no token either: the routes answer that with their own code.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, JSON.parse(String(body)))
    } catch {
      // Not JSON, so there is no body.
      done(null, undefined)
    }
  })
  server.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
  })
  server.setErrorHandler((cause, request, reply) => {
    const status = (cause as { statusCode?: number }).statusCode ?? 500
    if (status >= 500) request.log.error({ reason: reasonOf(cause) }, 'A request failed')
    return reply.code(status).send({ error: status >= 500 ? 'Internal error' : reasonOf(cause) })
  })
  return server
}
