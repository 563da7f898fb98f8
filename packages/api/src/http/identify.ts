import type { FastifyRequest } from 'fastify'
import type { Actor, AuthService } from '../features/auth/index.js'
import { PortalError } from '../lib/portal-error.js'
import { readSessionCookie } from './session-cookie.js'

export interface Identity {
  actor: Actor | undefined
  sessionToken: string | undefined
}

/** Finds out who asks: by API token when one is sent, else by the browser's session. */
export function identify(auth: AuthService, request: FastifyRequest): Promise<Identity> {
  const { authorization } = request.headers
  return identifyBy(auth, { authorization, sessionToken: readSessionCookie(request) })
}

export interface Credentials {
  /** The header of that name. */
  authorization: string | undefined
  sessionToken: string | undefined
}

/** Finds out whose credentials these are. */
export async function identifyBy(
  auth: AuthService,
  { authorization, sessionToken }: Credentials,
): Promise<Identity> {
  const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  if (bearer) {
    const actor = await auth.actorOfApiToken(bearer)
    if (!actor)
      throw new PortalError(
        'NOT_SIGNED_IN',
        'The API token is not known. Check it, or ask the administrator for one.',
      )
    return { actor, sessionToken: undefined }
  }
  const actor = sessionToken ? await auth.actorOfSession(sessionToken) : undefined
  return { actor, sessionToken }
}
