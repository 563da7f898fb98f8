import type { Knex } from 'knex'

/** So much of a text is kept for excerpts; all of it can be found. */
const keptCharacters = 100_000

interface TextRow {
  node_id: string
  text: string
}

/** The contents of documents as people read them, for excerpts. */
export const searchTextRepository = {
  /** Keeps the text of a document in place of the one before. */
  async put(trx: Knex, nodeId: string, text: string): Promise<void> {
    // PostgreSQL takes no NUL, and nobody reads the others.
    const kept = text
      .slice(0, keptCharacters)
      .replace(/[\s\u0000-\u001f]+/g, ' ')
      .trim()
    const row = { node_id: nodeId, text: kept }
    if (kept === '') await trx<TextRow>('search_texts').where({ node_id: nodeId }).delete()
    else await trx<TextRow>('search_texts').insert(row).onConflict('node_id').merge()
  },

  /** The text of a document, empty when none is known. */
  async find(db: Knex, nodeId: string): Promise<string> {
    return (await this.listByIds(db, [nodeId])).get(nodeId) ?? ''
  },

  /** The texts of documents, by their ids; those without are missing. */
  async listByIds(db: Knex, nodeIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await db<TextRow>('search_texts').whereIn('node_id', nodeIds)
    return new Map(rows.map(({ node_id, text }) => [node_id, text]))
  },
}
