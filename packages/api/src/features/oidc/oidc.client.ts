import * as oidc from 'openid-client'
import type { Logger } from '../../lib/logger.js'
import { PortalError } from '../../lib/portal-error.js'
import { claimsSchema, type OidcClaims } from './oidc-account.js'
import type { OidcSettings } from './oidc.settings.js'

const timeoutSeconds = 10

/** What has to come back from the provider unchanged; known to the browser's cookie alone. */
export interface OidcSecrets {
  state: string
  nonce: string
  codeVerifier: string
}

/** Speaks with the provider, whose addresses it asks for when they are first needed. */
export function createOidcClient({ settings, log }: { settings: OidcSettings; log: Logger }) {
  let discovered: Promise<oidc.Configuration> | undefined

  async function discover(): Promise<oidc.Configuration> {
    discovered ??= oidc.discovery(
      new URL(settings.issuer),
      settings.clientId,
      undefined,
      authenticate(settings),
      {
        timeout: timeoutSeconds,
        // Only where the administrator wrote http: a provider in the same network. Marked as deprecated to stand out.
        // eslint-disable-next-line @typescript-eslint/no-deprecated
        ...(settings.issuer.startsWith('http:') && { execute: [oidc.allowInsecureRequests] }),
      },
    )
    try {
      return await discovered
    } catch (error) {
      discovered = undefined
      throw refuse(error, log)
    }
  }

  return {
    /** Gives the provider's page for signing in. */
    async startUrl(redirectUri: string, { state, nonce, codeVerifier }: OidcSecrets): Promise<URL> {
      const codeChallenge = await oidc.calculatePKCECodeChallenge(codeVerifier)
      return oidc.buildAuthorizationUrl(await discover(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
      })
    },

    /** Exchanges the code in the address that the browser came back with for what the provider says of the person. */
    async readClaims(currentUrl: URL, { state, nonce, codeVerifier }: OidcSecrets): Promise<OidcClaims> {
      const config = await discover()
      try {
        const checks = { pkceCodeVerifier: codeVerifier, expectedState: state, expectedNonce: nonce }
        const tokens = await oidc.authorizationCodeGrant(config, currentUrl, {
          ...checks,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        // Many providers keep the ID token short and tell the rest on request.
        const more =
          claims && claims.email === undefined && config.serverMetadata().userinfo_endpoint
            ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
            : {}
        return claimsSchema.parse({ ...more, ...claims })
      } catch (error) {
        throw refuse(error, log)
      }
    },

    /** Gives the provider's page for signing out, when it has one. */
    async endUrl(returnTo: string): Promise<URL | undefined> {
      const config = await discover()
      if (!config.serverMetadata().end_session_endpoint) return undefined
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo })
    },
  }
}

/** Sends the secret in the way that the provider understands. */
function authenticate({ clientSecret }: OidcSettings): oidc.ClientAuth {
  if (clientSecret === undefined) return oidc.None()
  return (server, client, body, headers) => {
    const takesForm = server.token_endpoint_auth_methods_supported?.includes('client_secret_post')
    const send = takesForm ? oidc.ClientSecretPost(clientSecret) : oidc.ClientSecretBasic(clientSecret)
    send(server, client, body, headers)
  }
}

const networkCodes = new Set(['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'])

/** Says it for people; what the provider answered is in the log, without tokens and codes. */
function refuse(error: unknown, log: Logger): PortalError {
  const { code, message, error: reason } = error as { code?: string; message?: string; error?: string }
  log.warn(
    { code, reason: reason ?? message },
    'Single sign-on failed: check OIDC_ISSUER and the client there',
  )
  if (reason === 'access_denied')
    return new PortalError('SSO_REFUSED', 'The single sign-on was cancelled or refused. Try again.')
  if (error instanceof TypeError || (code && networkCodes.has(code)))
    return new PortalError(
      'SSO_UNREACHABLE',
      'The single sign-on does not answer as it should. Try again in a moment, or tell an administrator.',
    )
  return new PortalError(
    'SSO_FAILED',
    'The single sign-on gave an answer that the portal cannot trust. Try again; if it stays, tell an administrator.',
  )
}
