import type { Knex } from 'knex'

/** An earlier version that somebody opened for looking; the document server tells nothing of viewers. */
export interface VersionView {
  key: string
  documentId: string
}

interface ViewRow {
  key: string
  document_id: string
  opened_at: Date
}

const rows = (db: Knex) => db<ViewRow>('version_views')

/** Which earlier versions were opened lately. */
export const versionViewRepository = {
  async note(db: Knex, { key, documentId }: VersionView, at: Date): Promise<void> {
    const row = { key, document_id: documentId, opened_at: at }
    await rows(db).insert(row).onConflict('key').merge(['opened_at'])
  },

  async listSince(db: Knex, since: Date): Promise<VersionView[]> {
    const found = await rows(db).where('opened_at', '>=', since).orderBy('opened_at', 'desc').limit(1_000)
    return found.map(({ key, document_id }) => ({ key, documentId: document_id }))
  },

  async deleteBefore(db: Knex, since: Date): Promise<void> {
    await rows(db).where('opened_at', '<', since).delete()
  },
}
