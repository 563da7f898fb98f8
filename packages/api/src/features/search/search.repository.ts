import type { Knex } from 'knex'
import { isPostgres } from '../../db/database.js'

/** Of so many hits, the newest, the best are looked for: a common word must not take long. */
const rankedHits = 1_000

/** What is indexed of one node; the texts are words with spaces between them. */
export interface SearchEntry {
  nodeId: string
  versionId: string | null
  name: string
  body: string
}

interface EntryRow {
  id: number
  node_id: string
  version_id: string | null
}

/** What to look for. */
export interface SearchQuery {
  words: readonly string[]
  fileTypes?: readonly string[] | undefined
  ownerId?: string | null | undefined
  updatedAfter?: Date | null | undefined
  updatedBefore?: Date | null | undefined
}

/** Reads and writes the search index of either database. */
export const searchRepository = {
  /**
   * Takes nodes out of the queue before they are read: a change that comes while they are puts them in again. Until
   * `finish` they are noted as in work.
   */
  async take(db: Knex, limit: number, takenAt: Date): Promise<string[]> {
    return db.transaction(async (trx) => {
      const rows = await trx('search_queue').select<{ node_id: string }[]>('node_id').limit(limit)
      if (rows.length === 0) return []
      const ids = rows.map(({ node_id }) => node_id)
      await trx('search_queue').whereIn('node_id', ids).delete()
      const taken = ids.map((id) => ({ node_id: id, taken_at: takenAt }))
      await trx('search_in_work').insert(taken).onConflict('node_id').merge()
      return ids
    })
  },

  async finish(db: Knex, nodeIds: readonly string[]): Promise<void> {
    await db('search_in_work').whereIn('node_id', nodeIds).delete()
  },

  /** Puts into the queue again what was taken before a time and is not finished: its process is gone, or failed. */
  async putBack(db: Knex, before: Date): Promise<void> {
    await db.transaction(async (trx) => {
      const rows = await trx('search_in_work')
        .where('taken_at', '<', before)
        .select<{ node_id: string }[]>('node_id')
      if (rows.length === 0) return
      await trx('search_queue').insert(rows).onConflict('node_id').ignore()
      const ids = rows.map(({ node_id }) => node_id)
      await trx('search_in_work').whereIn('node_id', ids).delete()
    })
  },

  async put(trx: Knex, { nodeId, versionId, name, body }: SearchEntry): Promise<void> {
    const [row] = await trx<EntryRow>('search_entries')
      .insert({ node_id: nodeId, version_id: versionId })
      .onConflict('node_id')
      .merge()
      .returning('id')
    if (!row) return
    if (isPostgres(trx)) {
      const words = "setweight(to_tsvector('simple', ?), 'A') || setweight(to_tsvector('simple', ?), 'D')"
      await trx('search_entries')
        .where({ id: row.id })
        .update({ words: trx.raw(words, [name, body]) })
    } else {
      await trx('search_words').where({ rowid: row.id }).delete()
      await trx('search_words').insert({ rowid: row.id, name, body })
    }
  },

  /** The ids of nodes in the library that fit, the best first. */
  async find(
    db: Knex,
    query: SearchQuery,
    { first, offset }: { first: number; offset: number },
  ): Promise<string[]> {
    const hits = isPostgres(db) ? postgresHits(db, query.words) : sqliteHits(db, query.words)
    const rows: { id: string }[] = await db
      .from(hits.as('hits'))
      .join('search_entries', 'search_entries.id', 'hits.id')
      .join('nodes', 'nodes.id', 'search_entries.node_id')
      .leftJoin('documents', 'documents.node_id', 'nodes.id')
      .whereNull('nodes.deleted_at')
      .modify(narrow, query)
      .orderBy([
        { column: 'hits.score', order: 'desc' },
        { column: 'nodes.updated_at', order: 'desc' },
        { column: 'nodes.id' },
      ])
      .limit(first)
      .offset(offset)
      .select('nodes.id')
    return rows.map(({ id }) => id)
  },
}

function narrow(builder: Knex.QueryBuilder, query: SearchQuery): void {
  const { fileTypes, ownerId, updatedAfter, updatedBefore } = query
  if (fileTypes) void builder.whereIn('documents.file_type', fileTypes)
  if (ownerId) void builder.where('nodes.created_by', ownerId)
  if (updatedAfter) void builder.where('nodes.updated_at', '>=', updatedAfter)
  if (updatedBefore) void builder.where('nodes.updated_at', '<', updatedBefore)
}

function sqliteHits(db: Knex, words: readonly string[]): Knex.QueryBuilder {
  const match = words.map((word) => `"${word.replaceAll('"', '')}"*`).join(' ')
  return db('search_words')
    .whereRaw('search_words MATCH ?', [match])
    .orderBy('rowid', 'desc')
    .limit(rankedHits)
    .select(db.raw('rowid AS id'), db.raw('-bm25(search_words, 10.0, 1.0) AS score'))
}

function postgresHits(db: Knex, words: readonly string[]): Knex.QueryBuilder {
  const match = words.map((word) => `'${word.replace(/['\\]/g, '')}':*`).join(' & ')
  return db('search_entries')
    .whereRaw("words @@ to_tsquery('simple', ?)", [match])
    .orderBy('id', 'desc')
    .limit(rankedHits)
    .select('id', db.raw("ts_rank(words, to_tsquery('simple', ?)) AS score", [match]))
}
