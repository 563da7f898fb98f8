import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const hourMs = 3_600_000

/** Serves the web app: its files, and its page for every address that belongs to it. */
export async function registerWeb(app: FastifyInstance, webDist: string): Promise<void> {
  const hasWeb = existsSync(path.join(webDist, 'index.html'))
  if (!hasWeb) app.log.warn({ webDist }, 'The web app is not built; only the API is served')
  else {
    await app.register(fastifyStatic, {
      root: webDist,
      wildcard: true,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (response, file) => {
        void response.header('cache-control', cacheControlOf(path.relative(webDist, file)))
      },
    })
    app.get('/', (_request, reply) => sendPage(reply))
  }
  app.setNotFoundHandler((request, reply) =>
    hasWeb && isPage(request) ? sendPage(reply) : sendNotFound(reply),
  )
}

/** Files in `assets` have a hash in their name, so they never change. */
function cacheControlOf(file: string): string {
  if (file.startsWith(`assets${path.sep}`)) return 'public, max-age=31536000, immutable'
  return file === 'index.html' ? 'no-cache' : `public, max-age=${hourMs / 1_000}`
}

function isPage({ method, url, headers }: FastifyRequest): boolean {
  const isNavigation =
    (method === 'GET' || method === 'HEAD') && Boolean(headers.accept?.includes('text/html'))
  return isNavigation && !/^\/(assets|editing|graphql)(\/|$)/.test(url.split('?')[0] ?? '')
}

function sendPage(reply: FastifyReply) {
  return reply.code(200).header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
}

function sendNotFound(reply: FastifyReply) {
  const message = 'There is nothing at this address. Check it, or start at the library.'
  return reply.code(404).send({ code: 'NOT_FOUND', message, details: {} })
}
