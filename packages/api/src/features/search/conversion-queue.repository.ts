import type { Knex } from 'knex'

/** A document whose text comes by a conversion of its current version. */
export interface WaitingConversion {
  nodeId: string
  versionId: string
  attempts: number
  dueMs: number
}

interface Row {
  node_id: string
  version_id: string
  attempts: number
  due_ms: number
}

const rows = (db: Knex) => db<Row>('search_conversions')

/** Reads and writes the list of documents that are converted for the search. */
export const conversionQueueRepository = {
  /** Puts a document in, or its newer version in place of the one before. */
  async put(trx: Knex, nodeId: string, versionId: string): Promise<void> {
    const row = { node_id: nodeId, version_id: versionId, attempts: 0, due_ms: 0 }
    await rows(trx).insert(row).onConflict('node_id').merge()
  },

  /** The document whose turn it is, in nobody's bin; undefined when none is due. */
  async findDue(db: Knex, now: Date): Promise<WaitingConversion | undefined> {
    const row = await rows(db)
      .join('nodes', 'nodes.id', 'search_conversions.node_id')
      .whereNull('nodes.deleted_at')
      .where('due_ms', '<=', now.getTime())
      .orderBy('due_ms')
      .first<Row | undefined>('search_conversions.*')
    return (
      row && {
        ...{ nodeId: row.node_id, versionId: row.version_id },
        ...{ attempts: row.attempts, dueMs: row.due_ms },
      }
    )
  },

  /** Changes the time of a document and how often it was tried; false when somebody else has it, or it has changed. */
  async postpone(
    db: Knex,
    { nodeId, versionId, dueMs }: WaitingConversion,
    { attempts, until }: { attempts: number; until: Date },
  ): Promise<boolean> {
    const count = await rows(db)
      .where({ node_id: nodeId, version_id: versionId, due_ms: dueMs })
      .update({ attempts, due_ms: until.getTime() })
    return count > 0
  },

  /** Takes a document out, unless there is a newer version of it meanwhile; tells whether it did. */
  async remove(trx: Knex, { nodeId, versionId }: WaitingConversion): Promise<boolean> {
    return (await rows(trx).where({ node_id: nodeId, version_id: versionId }).delete()) > 0
  },
}
