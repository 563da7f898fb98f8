import type { Knex } from 'knex'
import { countRows } from '../../db/count-rows.js'
import { toDate } from '../../db/database.js'
import type { PageRequest } from '../../graphql/connection.js'
import { nameKey, sortKey } from '../../lib/names.js'
import { partsOf, treeRepository } from '../library/index.js'

/** Something in the bin, with all that went there along with it. */
export interface TrashEntry {
  id: string
  type: 'folder' | 'document'
  name: string
  parentId: string
  fileType: string | null
  deletedAt: Date
  deletedById: string | null
  createdById: string | null
}

interface TrashRow {
  id: string
  type: TrashEntry['type']
  name: string
  parent_id: string
  file_type: string | null
  deleted_at: Date | number
  deleted_by: string | null
  created_by: string | null
}

interface LivingRow {
  id: string
  parent_id: string | null
  deleted_at: Date | number | null
}

const toEntry = (row: TrashRow): TrashEntry => ({
  id: row.id,
  type: row.type,
  name: row.name,
  parentId: row.parent_id,
  fileType: row.file_type,
  deletedAt: toDate(row.deleted_at),
  deletedById: row.deleted_by,
  createdById: row.created_by,
})

// Only the node that somebody deleted, not what went with it.
const tops = (db: Knex) => db<TrashRow>('nodes').whereRaw('nodes.trash_id = nodes.id')

/** With a user only what they made or deleted. */
function ownedTops(db: Knex, userId: string | undefined) {
  const query = tops(db)
  if (userId)
    void query.where((own) => {
      void own.where('nodes.deleted_by', userId).orWhere('nodes.created_by', userId)
    })
  return query
}

/** Reads and changes the bin. */
export const trashRepository = {
  /**
   * The newest first, with a user only what they made or deleted; one more than asked for when there are more. Pages
   * begin behind a time in milliseconds and an id.
   */
  async list(db: Knex, userId: string | undefined, { first, after }: PageRequest): Promise<TrashEntry[]> {
    const query = ownedTops(db, userId)
      .leftJoin('documents', 'documents.node_id', 'nodes.id')
      .select('nodes.*', 'documents.file_type')
      .orderBy([
        { column: 'nodes.deleted_at', order: 'desc' },
        { column: 'nodes.id', order: 'desc' },
      ])
      .limit(first + 1)
    if (after) {
      const [time, id] = [new Date(Number(after[0]) || 0), after[1]]
      void query.where((behind) => {
        void behind
          .where('nodes.deleted_at', '<', time)
          .orWhere((same) => void same.where('nodes.deleted_at', time).where('nodes.id', '<', id))
      })
    }
    return ((await query) as TrashRow[]).map(toEntry)
  },

  async count(db: Knex, userId: string | undefined): Promise<number> {
    return countRows(ownedTops(db, userId))
  },

  async listByIds(db: Knex, ids: readonly string[]): Promise<TrashEntry[]> {
    const query = tops(db).leftJoin('documents', 'documents.node_id', 'nodes.id').whereIn('nodes.id', ids)
    const rows: TrashRow[] = await query.select('nodes.*', 'documents.file_type')
    return rows.map(toEntry)
  },

  /** What has been in the bin since before a time. */
  async listExpired(db: Knex, before: Date): Promise<string[]> {
    const rows = await tops(db).where('nodes.deleted_at', '<', before).limit(500).select('id')
    return rows.map(({ id }) => id)
  },

  /** Puts a node and all below it that is still there in the bin. */
  async put(trx: Knex, id: string, { userId, at }: { userId: string; at: Date }): Promise<void> {
    const entries = await treeRepository.listSubtree(trx, id)
    for (const part of partsOf(entries.map((entry) => entry.id)))
      await trx('nodes')
        .whereIn('id', part)
        .whereNull('deleted_at')
        .update({ deleted_at: at, trash_id: id, deleted_by: userId })
  },

  /** The nearest folder around a node of the bin that is still in the library. */
  async findLivingFolder(db: Knex, parentId: string): Promise<string> {
    for (let id: string | null = parentId; id;) {
      const row: LivingRow | undefined = await db<LivingRow>('nodes')
        .where({ id })
        .first('parent_id', 'deleted_at')
      if (row && row.deleted_at === null) return id
      id = row?.parent_id ?? null
    }
    throw new Error('The root of the library is gone')
  },

  /** Takes a node and all that went with it out of the bin, into a folder and by a name that is free there. */
  async restore(
    trx: Knex,
    id: string,
    { parentId, name }: { parentId: string; name: string },
  ): Promise<void> {
    const place = { parent_id: parentId, name, name_key: nameKey(name), sort_key: sortKey(name) }
    await trx('nodes').where({ id }).update(place)
    await trx('nodes').where({ trash_id: id }).update({ deleted_at: null, trash_id: null, deleted_by: null })
  },

  /** Deletes a node and all that went with it for ever. What was deleted before it stays in the bin. */
  async purge(trx: Knex, id: string): Promise<void> {
    const top = await trx<TrashRow>('nodes').where({ id }).first('parent_id')
    const gone = trx('nodes').select('id').where({ trash_id: id })
    await trx('nodes')
      .whereIn('parent_id', gone.clone())
      .where((other) => {
        void other.whereNull('trash_id').orWhere('trash_id', '<>', id)
      })
      .update({ parent_id: top?.parent_id })
    // Else a folder could not go before what is in it.
    await trx('nodes').where({ trash_id: id }).update({ parent_id: null })
    await trx('nodes').where({ trash_id: id }).delete()
  },

  /** Blobs to which nothing points any more, since before a time. */
  async listUnusedBlobs(db: Knex, before: Date): Promise<string[]> {
    const rows = await db('blobs')
      .where('created_at', '<', before)
      .whereNotExists(db('versions').whereRaw('versions.blob_sha256 = blobs.sha256').select(db.raw('1')))
      .whereNotExists(db('versions').whereRaw('versions.changes_sha256 = blobs.sha256').select(db.raw('1')))
      .whereNotExists(db('previews').whereRaw('previews.blob_sha256 = blobs.sha256').select(db.raw('1')))
      .whereNotExists(
        db('save_ledger').whereRaw('save_ledger.aside_sha256 = blobs.sha256').select(db.raw('1')),
      )
      .limit(1_000)
      .select<{ sha256: string }[]>('sha256')
    return rows.map(({ sha256 }) => sha256)
  },
}
