import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createId } from '../lib/ids.js'
import { PortalError, statusOf } from '../lib/portal-error.js'

/** Answers errors of REST routes as JSON with a stable code; unexpected ones keep their detail in the log. */
export function registerErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof PortalError) {
      if (error.cause) request.log.warn({ err: error.cause, code: error.code }, error.message)
      return reply.code(statusOf(error.code)).send(present(error))
    }
    if (error.statusCode && error.statusCode < 500)
      return reply.code(error.statusCode).send({ code: 'BAD_INPUT', message: error.message, details: {} })
    const requestId = createId()
    request.log.error({ err: error, requestId }, 'A request failed unexpectedly')
    const message = `Something went wrong on the server. Try again; if it stays, tell the administrator this number: ${requestId}.`
    return reply.code(500).send({ code: 'INTERNAL', message, details: { requestId } })
  })
}

function present({ code, message, details }: PortalError) {
  return { code, message, details }
}
