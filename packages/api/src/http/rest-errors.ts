import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createId } from '../lib/ids.js'
import { PortalError, statusOf, type ErrorDetails } from '../lib/portal-error.js'
import { renderErrorPage, type Failure } from './error-page.js'
import { preferredLanguage } from './preferred-language.js'

/** Tells the language of whoever is signed in by a request. */
export type LanguageOf = (request: FastifyRequest) => Promise<string | undefined>

/** What routes said of a file that is not sent now. */
const fileHeaders = [
  ...['accept-ranges', 'cache-control', 'content-disposition', 'content-length', 'content-range'],
  ...['content-type', 'etag', 'last-modified'],
]

/**
 * Answers errors of REST routes: people who opened an address in a browser get a page in their language, programs JSON
 * with a stable code. Unexpected errors keep their detail in the log.
 */
export function registerErrorHandler(app: FastifyInstance, languageOf: LanguageOf): void {
  app.setErrorHandler(async (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const { details, ...failure } = explain(error, request)
    for (const name of fileHeaders) reply.removeHeader(name)
    void reply.code(failure.status).headers({ 'cache-control': 'no-store', vary: 'accept' })
    if (!isOpenedByPerson(request)) return { code: failure.code, message: failure.message, details }
    const language = (await findLanguage(request, languageOf)) ?? preferredLanguage(request)
    const path = request.url.split('?')[0] ?? ''
    return reply.type('text/html; charset=utf-8').send(renderErrorPage(failure, { language, path }))
  })
}

/** Browsers say that they show pages; programs take whatever comes. */
function isOpenedByPerson({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && Boolean(headers.accept?.includes('text/html'))
}

async function findLanguage(request: FastifyRequest, languageOf: LanguageOf): Promise<string | undefined> {
  try {
    return await languageOf(request)
  } catch {
    // Whatever was wrong with the request may be wrong here too; the page comes all the same.
    return undefined
  }
}

function explain(error: FastifyError, request: FastifyRequest): Failure & { details: ErrorDetails } {
  if (error instanceof PortalError) {
    const { code, message, details } = error
    if (error.cause) request.log.warn({ err: error.cause, code }, message)
    return { code, message, details, status: statusOf(code) }
  }
  if (error.statusCode && error.statusCode < 500)
    return { code: 'BAD_INPUT', message: error.message, details: {}, status: error.statusCode }
  const requestId = createId()
  request.log.error({ err: error, requestId }, 'A request failed unexpectedly')
  const message = `Something went wrong on the server. Try again; if it stays, tell the administrator this number: ${requestId}.`
  return { code: 'INTERNAL', message, details: { requestId }, status: 500, requestId }
}
