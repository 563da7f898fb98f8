import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import type { Logger } from '../../lib/logger.js'
import { PortalError } from '../../lib/portal-error.js'
import { createToken } from '../../lib/tokens.js'
import type { Actor, AuthService, Origin } from '../auth/index.js'
import { createFlowTokens } from './flow-token.js'
import { findAccount } from './oidc-account.js'
import { oidcIdentityRepository } from './oidc-identity.repository.js'
import { createOidcClient } from './oidc.client.js'
import type { OidcSettings } from './oidc.settings.js'

export interface OidcServiceOptions {
  db: Knex
  clock: Clock
  log: Logger
  auth: AuthService
  /** The portal's own secret. */
  secret: string
  /** Without them nobody can come in by single sign-on. */
  settings: OidcSettings | undefined
}

export type OidcService = ReturnType<typeof createOidcService>

/** Where the provider sends the browser back to; it has to be registered there. */
export const callbackPath = '/oidc/callback'
const signInPath = '/oidc/sign-in'

/** Signs people in with the account that they have at an OpenID Connect provider. */
export function createOidcService({ db, clock, log, auth, secret, settings }: OidcServiceOptions) {
  const flows = createFlowTokens({ secret, clock })
  const configured = settings && { settings, client: createOidcClient({ settings, log }) }

  function getConfigured() {
    if (!configured) throw new PortalError('NOT_FOUND', 'This portal has no single sign-on. Use a password.')
    return configured
  }

  return {
    flowSeconds: flows.lifetimeSeconds,

    /** What the sign-in page offers. */
    describe: () => (settings ? { label: settings.label, url: signInPath } : null),

    isLinked: (userId: string) => oidcIdentityRepository.isLinked(db, userId),

    /** Gives the provider's page, and what the browser keeps until it comes back. */
    async start(baseUrl: string, redirect: string): Promise<{ url: string; flowToken: string }> {
      const { client } = getConfigured()
      const secrets = { state: createToken(), nonce: createToken(), codeVerifier: createToken() }
      const url = await client.startUrl(`${baseUrl}${callbackPath}`, secrets)
      return { url: url.href, flowToken: await flows.write({ ...secrets, redirect }) }
    },

    /** Opens a session for whoever came back, and gives the page that they wanted. */
    async finish(flowToken: string | undefined, currentUrl: URL, origin: Origin) {
      const { client } = getConfigured()
      const flow = flowToken ? await flows.read(flowToken) : undefined
      if (!flow || flow.state !== currentUrl.searchParams.get('state'))
        throw new PortalError(
          'SSO_EXPIRED',
          'This sign-in took too long, or was begun in another browser. Begin it again.',
        )
      const claims = await client.readClaims(currentUrl, flow)
      const user = await findAccount({ db, clock, settings: getConfigured().settings }, claims)
      const { sessionToken } = await auth.openSession(user, origin, { isSingleSignOn: true })
      return { sessionToken, redirect: flow.redirect }
    },

    /** Where to go after signing out here, so that the next person at this computer does not come in by one click. */
    async signOutUrl(actor: Actor | undefined, sessionToken: string | undefined, baseUrl: string) {
      if (!configured || !actor || !sessionToken || !(await auth.isSingleSignOn(sessionToken))) return null
      try {
        return (await configured.client.endUrl(`${baseUrl}/sign-in`))?.href ?? null
      } catch (error) {
        // A provider that is away must not keep anybody signed in here; why is in the log.
        if (error instanceof PortalError) return null
        throw error
      }
    },
  }
}
