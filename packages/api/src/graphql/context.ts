import type { Actor } from '../features/auth/index.js'
import { PortalError } from '../lib/portal-error.js'
import type { Loaders } from './loaders.js'

/** What every resolver gets to know of the request. */
export interface Context {
  actor: Actor | undefined
  /** Cookie of the browser's session; absent for API tokens and strangers. */
  sessionToken: string | undefined
  /** Network address of whoever asks, for limits. */
  address: string
  /** How the browser or program calls itself. */
  userAgent: string
  /** The portal as this person sees it, without a slash at the end. */
  baseUrl: string
  /** Languages the browser asks for, the best first. */
  language: string
  loaders: Loaders
  /** Goes on as somebody who joined during this request. */
  enter(actor: Actor): void
  setSessionCookie(sessionToken: string): void
  clearSessionCookie(): void
}

/** Gives who asks, or refuses strangers. */
export function getActor({ actor }: Context): Actor {
  if (!actor) throw new PortalError('NOT_SIGNED_IN', 'You are not signed in. Sign in and try again.')
  return actor
}
