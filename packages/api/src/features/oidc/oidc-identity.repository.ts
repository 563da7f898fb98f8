import type { Knex } from 'knex'

/** Somebody's account at a provider. */
export interface OidcIdentity {
  issuer: string
  subject: string
  userId: string
  createdAt: Date
}

interface IdentityRow {
  issuer: string
  subject: string
  user_id: string
  created_at: Date
}

const rows = (db: Knex) => db<IdentityRow>('oidc_identities')

/** Which people come in by which accounts at a provider. */
export const oidcIdentityRepository = {
  /** Nothing happens when the identity is known already. */
  async insert(db: Knex, { issuer, subject, userId, createdAt }: OidcIdentity): Promise<void> {
    await rows(db)
      .insert({ issuer, subject, user_id: userId, created_at: createdAt })
      .onConflict(['issuer', 'subject'])
      .ignore()
  },

  async findUserId(db: Knex, issuer: string, subject: string): Promise<string | undefined> {
    return (await rows(db).where({ issuer, subject }).first())?.user_id
  },

  async isLinked(db: Knex, userId: string): Promise<boolean> {
    return (await rows(db).where({ user_id: userId }).first()) !== undefined
  },
}
