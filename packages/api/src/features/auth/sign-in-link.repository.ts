import type { Knex } from 'knex'
import { toDate } from '../../db/database.js'
import { createId } from '../../lib/ids.js'

/** What a one-time link is for: signing in, accepting an invitation, choosing a new password. */
export type LinkPurpose = 'sign_in' | 'invitation' | 'reset'

interface SignInLinkRow {
  id: string
  user_id: string
  token_hash: string
  purpose: LinkPurpose
  created_at: Date | number
  expires_at: Date | number
}

export interface NewSignInLink {
  userId: string
  tokenHash: string
  purpose: LinkPurpose
  createdAt: Date
  expiresAt: Date
}

const rows = (db: Knex) => db<SignInLinkRow>('sign_in_links')

/** One-time links that let somebody in, by the hash of their token. */
export const signInLinkRepository = {
  async insert(db: Knex, { userId, tokenHash, purpose, createdAt, expiresAt }: NewSignInLink): Promise<void> {
    const dates = { created_at: createdAt, expires_at: expiresAt }
    await rows(db).insert({ id: createId(), user_id: userId, token_hash: tokenHash, purpose, ...dates })
  },

  /** Finds whose unexpired link this is, and what for. */
  async find(
    db: Knex,
    tokenHash: string,
    now: Date,
  ): Promise<{ userId: string; purpose: LinkPurpose } | undefined> {
    const row = await rows(db).where({ token_hash: tokenHash }).first()
    return row && toDate(row.expires_at) > now ? { userId: row.user_id, purpose: row.purpose } : undefined
  },

  /** Removes a link; tells whether it was still there, so that of two callers only one succeeds. */
  async delete(db: Knex, tokenHash: string): Promise<boolean> {
    return (await rows(db).where({ token_hash: tokenHash }).delete()) > 0
  },

  async deleteOfUser(db: Knex, userId: string): Promise<void> {
    await rows(db).where({ user_id: userId }).delete()
  },
}
