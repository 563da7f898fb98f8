import type { Knex } from 'knex'
import type { NotificationKind } from './notification.repository.js'

interface MutedRow {
  user_id: string
  kind: NotificationKind
}

const rows = (db: Knex) => db<MutedRow>('muted_mail')

/** Reads and writes of what people want no mail. */
export const mutedMailRepository = {
  async list(db: Knex, userId: string): Promise<NotificationKind[]> {
    const found = await rows(db).where({ user_id: userId }).orderBy('kind').select('kind')
    return found.map(({ kind }) => kind)
  },

  async replace(db: Knex, userId: string, kinds: readonly NotificationKind[]): Promise<void> {
    await db.transaction(async (trx) => {
      await rows(trx).where({ user_id: userId }).delete()
      for (const kind of new Set(kinds)) await rows(trx).insert({ user_id: userId, kind })
    })
  },
}
