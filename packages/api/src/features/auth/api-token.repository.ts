import type { Knex } from 'knex'
import { toDate } from '../../db/database.js'
import { createId } from '../../lib/ids.js'
import type { ApiScope } from './actor.js'

/** A key for programs; the token itself is known to its owner alone. */
export interface ApiToken {
  id: string
  userId: string
  name: string
  /** Undefined when it allows all that its owner may do. */
  scopes: ApiScope[] | undefined
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
}

interface ApiTokenRow {
  id: string
  user_id: string
  name: string
  token_hash: string
  scopes: string
  from_environment: boolean | number
  created_at: Date | number
  expires_at: Date | number | null
  last_used_at: Date | number | null
}

export interface NewApiToken {
  userId: string
  name: string
  tokenHash: string
  scopes?: readonly ApiScope[]
  createdAt: Date
  expiresAt?: Date | null
}

const rows = (db: Knex) => db<ApiTokenRow>('api_tokens')

function toApiToken(row: ApiTokenRow): ApiToken {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    scopes: row.scopes === '' ? undefined : (row.scopes.split(' ') as ApiScope[]),
    createdAt: toDate(row.created_at),
    expiresAt: row.expires_at === null ? null : toDate(row.expires_at),
    lastUsedAt: row.last_used_at === null ? null : toDate(row.last_used_at),
  }
}

async function insert(db: Knex, token: NewApiToken, fromEnvironment: boolean): Promise<ApiToken> {
  const row: ApiTokenRow = {
    id: createId(),
    user_id: token.userId,
    name: token.name,
    token_hash: token.tokenHash,
    scopes: token.scopes?.join(' ') ?? '',
    from_environment: fromEnvironment,
    created_at: token.createdAt,
    expires_at: token.expiresAt ?? null,
    last_used_at: null,
  }
  await rows(db).insert(row)
  return toApiToken(row)
}

/** Tokens of programs, by their hash. */
export const apiTokenRepository = {
  insert: (db: Knex, token: NewApiToken) => insert(db, token, false),

  /** Finds an unexpired token. */
  async find(db: Knex, tokenHash: string, now: Date): Promise<ApiToken | undefined> {
    const row = await rows(db).where({ token_hash: tokenHash }).first()
    const token = row && toApiToken(row)
    return token && (token.expiresAt === null || token.expiresAt > now) ? token : undefined
  },

  /** The newest first; the environment's own is not among them. */
  async listOfUser(db: Knex, userId: string): Promise<ApiToken[]> {
    const found = await rows(db).where({ user_id: userId, from_environment: false }).orderBy('id', 'desc')
    return found.map(toApiToken)
  },

  async touch(db: Knex, id: string, now: Date): Promise<void> {
    await rows(db).where({ id }).update({ last_used_at: now })
  },

  /** Removes one token of a person; tells whether there was one. */
  async deleteById(db: Knex, userId: string, id: string): Promise<boolean> {
    return (await rows(db).where({ user_id: userId, id, from_environment: false }).delete()) > 0
  },

  /** Makes this the only token that the environment gives. */
  async replaceEnvironment(db: Knex, token: NewApiToken | undefined): Promise<void> {
    await rows(db).where({ from_environment: true }).delete()
    if (token) await insert(db, token, true)
  },
}
