import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { renderStatusPage } from './status-page.js'
import { statusTexts } from './status-texts.js'
import type { ServerStatus } from './status.js'

interface StatusRoutesOptions {
  status: () => ServerStatus
  maySee: (request: FastifyRequest) => Promise<boolean>
}

const refusal = {
  error:
    'The status page is shown only on the machine itself, to tokens signed with the shared secret for { "purpose": "status" }, or to everybody with STATUS_PAGE=on.',
}

/** Serves the status page and the same as JSON. */
export function statusRoutes({ status, maySee }: StatusRoutesOptions) {
  return (server: FastifyInstance): void => {
    const guarded =
      (answer: (request: FastifyRequest, reply: FastifyReply) => unknown) =>
      async (request: FastifyRequest, reply: FastifyReply) => {
        reply.header('cache-control', 'no-store')
        if (await maySee(request)) return answer(request, reply)
        return reply.code(403).send(refusal)
      }

    server.get('/', async (request, reply) =>
      reply.redirect((await maySee(request)) ? `status/${queryOf(request)}` : 'welcome/', 302),
    )
    server.get(
      '/status',
      guarded((request, reply) => reply.redirect(`status/${queryOf(request)}`, 302)),
    )
    server.get('/status/', guarded(showPage))
    server.get(
      '/status.json',
      guarded(() => status()),
    )
    server.get(
      '/info/status',
      guarded(() => {
        const { documents, engines } = status()
        const participants = documents.reduce((sum, document) => sum + document.participants, 0)
        return { documents: documents.length, participants, engines: engines.processes }
      }),
    )
  }

  function showPage(request: FastifyRequest, reply: FastifyReply) {
    const nonce = randomBytes(16).toString('base64')
    const only = `'nonce-${nonce}'`
    const policy = `default-src 'none'; style-src ${only}; script-src ${only}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
    const page = renderStatusPage({
      ...statusTexts(request.headers['accept-language']),
      ...{ status: status(), nonce },
    })
    return reply
      .header('content-security-policy', policy)
      .header('vary', 'accept-language')
      .type('text/html; charset=utf-8')
      .send(page)
  }
}

/** A token in the query opens the next page too. */
function queryOf({ url }: FastifyRequest): string {
  const start = url.indexOf('?')
  return start < 0 ? '' : url.slice(start)
}
