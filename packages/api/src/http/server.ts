import cookie from '@fastify/cookie'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { findSecurityHeaders } from './content-security-policy.js'
import { registerErrorHandler, type LanguageOf } from './rest-errors.js'

export interface ServerOptions {
  logger: FastifyBaseLogger
  trustProxy: string
  documentServerUrl: string
  languageOf: LanguageOf
}

const maxBodyBytes = 1_048_576

/** Makes the HTTP server with what every route needs: cookies, security headers, error answers. */
export async function createServer({
  logger,
  trustProxy,
  documentServerUrl,
  languageOf,
}: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: logger,
    trustProxy,
    bodyLimit: maxBodyBytes,
    // Links carry tokens, so addresses stay out of the log.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
  })
  await app.register(cookie)
  const headers = await findSecurityHeaders(documentServerUrl)
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers)
    done()
  })
  registerErrorHandler(app, languageOf)
  return app
}
