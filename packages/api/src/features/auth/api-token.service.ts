import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { isId } from '../../lib/ids.js'
import { cleanName } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import { createToken, hashToken } from '../../lib/tokens.js'
import { apiScopes, requireScope, type Actor, type ApiScope } from './actor.js'
import { apiTokenRepository, type ApiToken } from './api-token.repository.js'

const dayMs = 24 * 60 * 60_000
const maxDays = 3650
const maxTokens = 50

export interface CreateApiToken {
  name: string
  scopes: readonly ApiScope[]
  /** Without it the token works until it is deleted. */
  expiresInDays?: number | null
}

export type ApiTokenService = ReturnType<typeof createApiTokenService>

/** Keys with which programs act for somebody. */
export function createApiTokenService({ db, clock }: { db: Knex; clock: Clock }) {
  return {
    async list(actor: Actor): Promise<ApiToken[]> {
      requireScope(actor, 'manage')
      return apiTokenRepository.listOfUser(db, actor.userId)
    },

    /** Makes a token; its text is given this once and kept as a hash only. */
    async create(actor: Actor, input: CreateApiToken): Promise<{ apiToken: ApiToken; token: string }> {
      requireScope(actor, 'manage')
      if (actor.isGuest)
        throw new PortalError('FORBIDDEN', 'Guests cannot make API tokens. Ask the administrator.')
      const scopes = apiScopes.filter((scope) => input.scopes.includes(scope))
      if (scopes.length === 0) throw badInput('scopes', 'Choose at least one scope for the token.')
      const days = input.expiresInDays ?? undefined
      if (days !== undefined && (days < 1 || days > maxDays))
        throw badInput('expiresInDays', `A token works for 1 to ${maxDays} days, or until it is deleted.`)
      const name = cleanName(input.name)
      if ((await apiTokenRepository.listOfUser(db, actor.userId)).length >= maxTokens)
        throw badInput('name', `You have ${maxTokens} tokens, the most there may be. Delete one first.`)
      const token = `lectern_${createToken()}`
      const createdAt = clock.now()
      const expiresAt = days === undefined ? null : new Date(createdAt.getTime() + days * dayMs)
      const tokenHash = hashToken(token)
      const values = { userId: actor.userId, name, tokenHash, scopes, createdAt, expiresAt }
      return { apiToken: await apiTokenRepository.insert(db, values), token }
    },

    async delete(actor: Actor, id: string): Promise<void> {
      requireScope(actor, 'manage')
      if (!isId(id) || !(await apiTokenRepository.deleteById(db, actor.userId, id)))
        throw new PortalError('NOT_FOUND', 'This token was deleted already.')
    },
  }
}

function badInput(field: string, message: string): PortalError {
  return new PortalError('BAD_INPUT', message, { details: { field } })
}
