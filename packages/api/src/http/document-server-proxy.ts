import httpProxy from '@fastify/http-proxy'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'

export interface DocumentServerProxyOptions {
  /** Path of the portal under which the document server appears, such as `/document-server`. */
  prefix: string
  /** The document server as the portal sees it. */
  internalUrl: string
}

type Headers = Record<string, string | string[] | undefined>

/** As much of Fastify's requests and replies as is used here; the proxy's own types know HTTP/2 ones as well. */
interface ForwardedRequest {
  protocol: string
  host: string
  ip: string
}
interface HeldReply {
  getHeaders(): object
  removeHeader(name: string): unknown
}
interface FailedReply {
  log: FastifyBaseLogger
  code(status: 502): { send(body: object): unknown }
}

/** Shows the document server under a path of the portal, web sockets included; works with any document server. */
export async function registerDocumentServerProxy(
  app: FastifyInstance,
  { prefix, internalUrl }: DocumentServerProxyOptions,
): Promise<void> {
  const upstream = new URL(internalUrl)
  const forwarded = (headers: Headers, request: ForwardedRequest) =>
    forwardedHeaders(headers, request, prefix)
  await app.register(httpProxy, {
    upstream: upstream.origin,
    prefix,
    rewritePrefix: upstream.pathname.replace(/\/+$/, ''),
    websocket: true,
    preHandler: (_request, reply, done) => {
      dropPortalHeaders(reply)
      done()
    },
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => forwarded(headers, request),
      onError: answerUnreachable,
    },
    // Every keystroke is a message of its own: compressing them costs more time than it saves.
    wsServerOptions: { perMessageDeflate: false },
    wsClientOptions: {
      perMessageDeflate: false,
      rewriteRequestHeaders: (headers: Headers, request: ForwardedRequest) => forwarded(headers, request),
    } as object,
  })
}

/** The document server builds its links from these; the portal's own cookie is none of its business. */
function forwardedHeaders(headers: Headers, request: ForwardedRequest, prefix: string): Headers {
  const { cookie: _, ...rest } = headers
  return {
    ...rest,
    'x-forwarded-proto': request.protocol,
    'x-forwarded-host': request.host,
    'x-forwarded-prefix': prefix,
    'x-forwarded-for': request.ip,
  }
}

/** The portal's content policy fits the portal's pages only; the editor's page brings its own. */
function dropPortalHeaders(reply: HeldReply): void {
  for (const name of Object.keys(reply.getHeaders())) reply.removeHeader(name)
}

function answerUnreachable(reply: FailedReply, { error }: { error: Error }): void {
  reply.log.warn({ err: error }, 'the document server cannot be reached')
  void reply.code(502).send({
    code: 'DOCUMENT_SERVER_UNREACHABLE',
    message:
      'The document server cannot be reached. Try again in a moment; if it stays so, tell the administrator.',
    details: {},
  })
}
