import type { Knex } from 'knex'
import { countRows } from '../../db/count-rows.js'
import { isPostgres } from '../../db/database.js'
import type { PageRequest } from '../../graphql/connection.js'

/** How much somebody, or a space, has stored. */
export interface Usage {
  id: string
  name: string
  usedBytes: number
  /** Set by an administrator; null when the site's own limit holds. */
  ownQuotaBytes: number | null
}

interface UsageRow {
  id: string
  name: string
  used: number | string | null
  quota_bytes: number | null
}

const toUsage = ({ id, name, used, quota_bytes }: UsageRow): Usage => ({
  id,
  name,
  // PostgreSQL gives sums as text.
  usedBytes: Number(used ?? 0),
  ownQuotaBytes: quota_bytes,
})

const sizesOf = (db: Knex, userId: Knex.Raw | string) =>
  db('nodes')
    .join('versions', 'versions.document_id', 'nodes.id')
    .where('nodes.created_by', userId)
    .sum({ used: 'versions.size' })

const livingSpaces = (db: Knex) =>
  db('spaces').join('nodes', 'nodes.id', 'spaces.node_id').whereNull('nodes.deleted_at')

/** Reads how much is stored; all versions count, and what is in the bin. */
export const quotaRepository = {
  /** Lets others wait who fill the same room; SQLite has one connection, so transactions follow each other anyway. */
  async hold(trx: Knex, { userId, folderId }: { userId: string | null; folderId: string }): Promise<void> {
    if (!isPostgres(trx)) return
    if (userId) await trx('users').where({ id: userId }).forNoKeyUpdate().select('id')
    const space = await quotaRepository.findSpaceAround(trx, folderId)
    if (space) await trx('spaces').where({ node_id: space.id }).forNoKeyUpdate().select('node_id')
  },

  /** The limit that an administrator set for somebody; null when the site's own holds. */
  async findOwnQuota(db: Knex, userId: string): Promise<number | null> {
    const row: { quota_bytes: number | null } | undefined = await db('users')
      .where({ id: userId })
      .first('quota_bytes')
    return row?.quota_bytes ?? null
  },

  /** How much somebody has stored. */
  async sizeOf(db: Knex, userId: string): Promise<number> {
    const [row] = (await sizesOf(db, userId)) as { used: number | string | null }[]
    return Number(row?.used ?? 0)
  },

  async findPerson(db: Knex, id: string): Promise<Usage | undefined> {
    const row: UsageRow | undefined = await db('users')
      .where({ id })
      .first('id', 'name', 'quota_bytes', sizesOf(db, id).as('used'))
    return row && toUsage(row)
  },

  /** People with an account, by name; one more than asked for when there are more. */
  async listPeople(db: Knex, { first, after }: PageRequest): Promise<Usage[]> {
    const query = db('users')
      .where({ is_guest: false })
      .orderBy(['name', 'id'])
      .limit(first + 1)
    if (after) void query.whereRaw('(name, id) > (?, ?)', [...after])
    const rows: UsageRow[] = await query.select(
      ...['id', 'name', 'quota_bytes'],
      sizesOf(db, db.raw('users.id')).as('used'),
    )
    return rows.map(toUsage)
  },

  countPeople: (db: Knex): Promise<number> => countRows(db('users').where({ is_guest: false })),

  /** By name; one more than asked for when there are more. */
  async listSpaces(db: Knex, { first, after }: PageRequest): Promise<Usage[]> {
    const query = livingSpaces(db)
      .orderBy(['nodes.sort_key', 'nodes.id'])
      .limit(first + 1)
    if (after) void query.whereRaw('(nodes.sort_key, nodes.id) > (?, ?)', [...after])
    const rows: UsageRow[] = await query.select('nodes.id', 'nodes.name', 'spaces.quota_bytes')
    return Promise.all(
      rows.map(async (row) => toUsage({ ...row, used: await quotaRepository.sizeBelow(db, row.id) })),
    )
  },

  countSpaces: (db: Knex): Promise<number> => countRows(livingSpaces(db)),

  async findSpace(db: Knex, id: string): Promise<Usage | undefined> {
    const row = await db('spaces')
      .join('nodes', 'nodes.id', 'spaces.node_id')
      .where('spaces.node_id', id)
      .first<Omit<UsageRow, 'used'> | undefined>('nodes.id', 'nodes.name', 'spaces.quota_bytes')
    return row && toUsage({ ...row, used: await quotaRepository.sizeBelow(db, id) })
  },

  /** The space around a folder, or the folder itself when it is one. */
  async findSpaceAround(
    db: Knex,
    folderId: string,
  ): Promise<{ id: string; quota: number | null } | undefined> {
    const row: { id: string; quota_bytes: number | null } | undefined = await db
      .withRecursive('chain', ['id', 'parent_id'], (chain) => {
        void chain
          .select('id', 'parent_id')
          .from('nodes')
          .where({ id: folderId })
          .unionAll((above) => {
            void above
              .select('nodes.id', 'nodes.parent_id')
              .from('nodes')
              .join('chain', 'chain.parent_id', 'nodes.id')
          })
      })
      .from('chain')
      .join('spaces', 'spaces.node_id', 'chain.id')
      .first('chain.id', 'spaces.quota_bytes')
    return row && { id: row.id, quota: row.quota_bytes }
  },

  async sizeBelow(db: Knex, folderId: string): Promise<number> {
    const [row] = await db
      .withRecursive('tree', ['id'], (tree) => {
        void tree
          .select('id')
          .from('nodes')
          .where({ id: folderId })
          .unionAll((below) => {
            void below.select('nodes.id').from('nodes').join('tree', 'tree.id', 'nodes.parent_id')
          })
      })
      .from('tree')
      .join('versions', 'versions.document_id', 'tree.id')
      .sum<{ used: number | string | null }[]>({ used: 'versions.size' })
    return Number(row?.used ?? 0)
  },

  /** Sets the limit of a person or a space; false when there is none of that id. */
  async set(db: Knex, id: string, quotaBytes: number | null): Promise<boolean> {
    const ofPerson = await db('users').where({ id }).update({ quota_bytes: quotaBytes })
    const ofSpace = await db('spaces').where({ node_id: id }).update({ quota_bytes: quotaBytes })
    return ofPerson + ofSpace > 0
  },
}
