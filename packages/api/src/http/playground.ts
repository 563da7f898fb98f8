import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Knex } from 'knex'
import { exampleOperations } from './playground-examples.js'

/** Tells whether a browser asks for the page, not a program for an answer. */
export function wantsPlayground({ method, headers, query }: FastifyRequest): boolean {
  return (
    method === 'GET' &&
    Boolean(headers.accept?.includes('text/html')) &&
    !Object.hasOwn(query as object, 'query')
  )
}

/** Renders GraphiQL with examples; everything is in the page itself, so it works without internet. */
export async function renderPlayground(
  db: Knex,
  { identity }: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  // Nine megabytes of editor: loaded when somebody opens the page, not at each start.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const nonce = randomBytes(16).toString('base64')
  const html = renderGraphiQL({
    title: 'Lectern API',
    defaultQuery: await exampleOperations(db, identity.actor),
    credentials: 'same-origin',
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
    additionalHeaders: { 'apollo-require-preflight': 'true' },
  })
  void reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', policy(nonce))
  return html.replace('<script>', `<script nonce="${nonce}">`)
}

/** Looser than elsewhere, for this page only: GraphiQL brings styles in its markup and makes workers from blobs. */
function policy(nonce: string): string {
  const workers = `'nonce-${nonce}' blob:`
  return [
    "default-src 'none'",
    `script-src ${workers}`,
    'worker-src blob:',
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}
