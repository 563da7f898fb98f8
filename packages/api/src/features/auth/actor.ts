import { PortalError } from '../../lib/portal-error.js'
import type { Theme } from './user.repository.js'

/** What an API token allows: reading, changing, and administration of people, groups and one's own account. */
export const apiScopes = ['read', 'write', 'manage'] as const
export type ApiScope = (typeof apiScopes)[number]

/** Whoever asks: a signed-in person. Strangers have no actor. */
export interface Actor {
  userId: string
  name: string
  isAdministrator: boolean
  isGuest: boolean
  language: string
  theme: Theme
  pictureToken: string | null
  /** What the API token allows; undefined for people, who may do all that is theirs. */
  scopes?: readonly ApiScope[] | undefined
}

/** Refuses what the API token of the request was not made for. */
export function requireScope(actor: Actor, scope: ApiScope): void {
  if (actor.scopes && !actor.scopes.includes(scope))
    throw new PortalError(
      'SCOPE_MISSING',
      `This API token may not do that: it lacks the scope "${scope}". Make another token that has it.`,
      { details: { scope } },
    )
}

/** Refuses everybody but administrators, and API tokens that were not made for administration. */
export function requireAdministrator(actor: Actor): void {
  requireScope(actor, 'manage')
  if (!actor.isAdministrator)
    throw new PortalError('FORBIDDEN', 'Only administrators can do this. Ask one of them.')
}
