import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PortalError } from '../../lib/portal-error.js'
import { callbackPath, type OidcService } from './oidc.service.js'

const cookieName = 'lectern_sign_in'

export interface OidcRoutesOptions {
  oidc: OidcService
  /** The portal's address as the asking person sees it. */
  baseUrlOf: (request: FastifyRequest) => string
  setSessionCookie: (reply: FastifyReply, sessionToken: string, isSecure: boolean) => void
}

/** Mounts the way to the provider and back. */
export function mountOidcRoutes(
  app: FastifyInstance,
  { oidc, baseUrlOf, setSessionCookie }: OidcRoutesOptions,
) {
  const attributes = (secure: boolean) =>
    ({ path: '/oidc', httpOnly: true, sameSite: 'lax', secure }) as const

  app.get('/oidc/sign-in', (request, reply) =>
    orTellOnPage(request, reply, async () => {
      const baseUrl = baseUrlOf(request)
      const { url, flowToken } = await oidc.start(baseUrl, readRedirect(request))
      const cookie = { ...attributes(baseUrl.startsWith('https:')), maxAge: oidc.flowSeconds }
      return reply.setCookie(cookieName, flowToken, cookie).redirect(url)
    }),
  )

  app.get(callbackPath, (request, reply) =>
    orTellOnPage(request, reply, async () => {
      const baseUrl = baseUrlOf(request)
      const isSecure = baseUrl.startsWith('https:')
      // Used up whatever comes of it.
      void reply.clearCookie(cookieName, attributes(isSecure))
      const origin = { address: request.ip, userAgent: request.headers['user-agent'] ?? '' }
      const currentUrl = new URL(request.url, baseUrl)
      const flowToken = request.cookies[cookieName]
      const { sessionToken, redirect } = await oidc.finish(flowToken, currentUrl, origin)
      setSessionCookie(reply, sessionToken, isSecure)
      return reply.redirect(redirect)
    }),
  )
}

/** Only ever a page of this portal: `//host` and `/\host` leave it in browsers. */
function readRedirect(request: FastifyRequest): string {
  const { redirect } = request.query as { redirect?: unknown }
  if (typeof redirect !== 'string' || redirect.length > 500) return '/'
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(redirect) ? redirect : '/'
}

/** What goes wrong on the way is told on the sign-in page, in the person's language. */
async function orTellOnPage(request: FastifyRequest, reply: FastifyReply, go: () => Promise<FastifyReply>) {
  try {
    void reply.header('cache-control', 'no-store')
    return await go()
  } catch (error) {
    if (!(error instanceof PortalError))
      request.log.error({ err: error }, 'Single sign-on failed unexpectedly')
    const problem = error instanceof PortalError ? error.code : 'INTERNAL'
    return reply.redirect(`/sign-in?problem=${problem}`)
  }
}
