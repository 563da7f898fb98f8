import helmet, { type FastifyHelmetOptions } from '@fastify/helmet'
import Fastify from 'fastify'

/** What Fastify and Node say of an answer themselves. */
const ownHeaders = new Set(['connection', 'content-length', 'content-type', 'date', 'keep-alive'])

/**
 * Gives the headers that keep pages from doing what they should not. They are the same for every answer, so helmet is
 * asked once: writing them anew took a tenth of the time of a quick answer.
 */
export async function findSecurityHeaders(documentServerUrl: string): Promise<Record<string, string>> {
  const probe = Fastify()
  await probe.register(helmet, createHelmetOptions(documentServerUrl))
  probe.get('/', () => '')
  const { headers } = await probe.inject('/')
  await probe.close()
  const given = Object.entries(headers).filter(([name]) => !ownHeaders.has(name))
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
}

/** Writes the headers that keep pages from loading anything but the portal's and the document server's files. */
function createHelmetOptions(documentServerUrl: string): FastifyHelmetOptions {
  // A path is on the portal's own origin, which 'self' allows already.
  const server = documentServerUrl.startsWith('/') ? [] : [new URL(documentServerUrl).origin]
  const sockets = server.map((origin) => origin.replace(/^http/, 'ws'))
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...server],
        // The editor's frame is sized by a style attribute that api.js sets.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...server],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", ...server, ...sockets],
        frameSrc: ["'self'", ...server],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // The document server's frame reads the referrer's origin, and must be loadable from another origin.
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-site' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // Set by whoever ends TLS; from here it would lock people out of plain http on the same host.
    strictTransportSecurity: false,
  }
}
