import type { Knex } from 'knex'
import { toDate } from '../../db/database.js'
import { createId } from '../../lib/ids.js'

interface CredentialRow {
  id: string
  user_id: string
  token_hash: string
  created_at: Date | number
  expires_at: Date | number
}

export interface NewCredential {
  userId: string
  tokenHash: string
  createdAt: Date
  expiresAt: Date
}

function createExpiringRepository(table: 'sessions' | 'sign_in_links') {
  const rows = (db: Knex) => db<CredentialRow>(table)
  return {
    async insert(db: Knex, { userId, tokenHash, createdAt, expiresAt }: NewCredential): Promise<void> {
      const row = {
        id: createId(),
        user_id: userId,
        token_hash: tokenHash,
        created_at: createdAt,
        expires_at: expiresAt,
      }
      await rows(db).insert(row)
    },

    /** Finds whose unexpired token this is. */
    async findOwner(db: Knex, tokenHash: string, now: Date): Promise<string | undefined> {
      const row = await rows(db).where({ token_hash: tokenHash }).first()
      return row && toDate(row.expires_at) > now ? row.user_id : undefined
    },

    /** Removes a token; tells whether it was still there, so that of two callers only one succeeds. */
    async delete(db: Knex, tokenHash: string): Promise<boolean> {
      return (await rows(db).where({ token_hash: tokenHash }).delete()) > 0
    },

    async deleteOfUser(db: Knex, userId: string, exceptTokenHash = ''): Promise<void> {
      await rows(db).where({ user_id: userId }).whereNot({ token_hash: exceptTokenHash }).delete()
    },

    async deleteExpired(db: Knex, now: Date): Promise<void> {
      await rows(db).where('expires_at', '<=', now).delete()
    },
  }
}

/** Browser sessions, by the hash of their cookie. */
export const sessionRepository = createExpiringRepository('sessions')

/** One-time links that sign somebody in, by the hash of their token. */
export const signInLinkRepository = createExpiringRepository('sign_in_links')

interface ApiTokenRow {
  id: string
  user_id: string
  name: string
  token_hash: string
  created_at: Date | number
}

/** Tokens of programs, by their hash. */
export const apiTokenRepository = {
  async findOwner(db: Knex, tokenHash: string): Promise<string | undefined> {
    const row = await db<ApiTokenRow>('api_tokens').where({ token_hash: tokenHash }).first()
    return row?.user_id
  },

  /** Makes this the only token of that name. */
  async replace(
    db: Knex,
    token: { userId: string; name: string; tokenHash: string; createdAt: Date },
  ): Promise<void> {
    const { userId: user_id, name, tokenHash: token_hash, createdAt: created_at } = token
    await db<ApiTokenRow>('api_tokens').where({ name }).delete()
    await db<ApiTokenRow>('api_tokens').insert({ id: createId(), user_id, name, token_hash, created_at })
  },

  async deleteNamed(db: Knex, name: string): Promise<void> {
    await db<ApiTokenRow>('api_tokens').where({ name }).delete()
  },
}
