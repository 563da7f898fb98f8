import type { Knex } from 'knex'

/** A node of somebody's collection, with when it came there. */
interface Entry {
  nodeId: string
}

const tables = {
  favourites: { name: 'favourites', time: 'marked_at' },
  recent: { name: 'recent_documents', time: 'opened_at' },
} as const

/** What somebody marked, or opened last. */
export type Collection = keyof typeof tables

/** Reads and writes what people marked, and what they opened. */
export const collectionRepository = {
  /** The newest first; nothing of what is in the bin. */
  async list(db: Knex, collection: Collection, userId: string): Promise<string[]> {
    const { name, time } = tables[collection]
    const rows = await db(name)
      .join('nodes', 'nodes.id', `${name}.node_id`)
      .where(`${name}.user_id`, userId)
      .whereNull('nodes.deleted_at')
      .orderBy([
        { column: `${name}.${time}`, order: 'desc' },
        { column: `${name}.node_id`, order: 'desc' },
      ])
      .select<Entry[]>(`${name}.node_id as nodeId`)
    return rows.map(({ nodeId }) => nodeId)
  },

  async put(
    db: Knex,
    collection: Collection,
    { userId, nodeId, at }: { userId: string; nodeId: string; at: Date },
  ): Promise<void> {
    const { name, time } = tables[collection]
    const insert = db(name).insert({ user_id: userId, node_id: nodeId, [time]: at })
    await insert.onConflict(['user_id', 'node_id']).merge([time])
  },

  async remove(db: Knex, collection: Collection, userId: string, nodeId: string): Promise<void> {
    await db(tables[collection].name).where({ user_id: userId, node_id: nodeId }).delete()
  },

  /** Which of the nodes somebody marked. */
  async listMarked(db: Knex, userId: string, nodeIds: readonly string[]): Promise<Set<string>> {
    const rows = await db<{ user_id: string; node_id: string }>('favourites')
      .where({ user_id: userId })
      .whereIn('node_id', nodeIds)
      .select('node_id')
    return new Set(rows.map(({ node_id }) => node_id))
  },

  /** Forgets all but the newest of what somebody opened. */
  async keepNewest(db: Knex, userId: string, kept: number): Promise<void> {
    const newest = db('recent_documents')
      .where({ user_id: userId })
      .orderBy('opened_at', 'desc')
      .limit(kept)
      .select('node_id')
    await db('recent_documents').where({ user_id: userId }).whereNotIn('node_id', newest).delete()
  },
}
