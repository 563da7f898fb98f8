import type { Knex } from 'knex'
import { isPostgres } from '../../db/database.js'
import { nameKey, sortKey } from '../../lib/names.js'
import type { LibraryNode } from './node.js'
import { nodeRepository } from './node.repository.js'

/** Any number that no other lock of the portal has. */
const treeLock = 7_235_001
const partSize = 500

/**
 * Keeps others from changing the shape of the tree until the transaction ends: whoever adds to folders takes it shared,
 * whoever moves or deletes takes it alone. Else a move could close a circle with another move, and a new document could
 * land in a folder that is just being deleted.
 */
export async function lockTree(trx: Knex, mode: 'shared' | 'alone'): Promise<void> {
  // SQLite has one connection, so transactions follow each other anyway.
  if (!isPostgres(trx)) return
  const lock = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock'
  await trx.raw(`SELECT ${lock}(?)`, [treeLock])
}

/** A node of a subtree, with its distance from the top. */
export interface SubtreeEntry {
  id: string
  depth: number
}

/** Reads and changes whole branches of the library. */
export const treeRepository = {
  /** A node and all below it that is not in the bin, from the top down. */
  async listSubtree(db: Knex, id: string, limit?: number): Promise<SubtreeEntry[]> {
    const query = db
      .withRecursive('tree', ['id', 'depth'], (tree) => {
        void tree
          .select('id', db.raw('0'))
          .from('nodes')
          .where({ id })
          .whereNull('deleted_at')
          .unionAll((below) => {
            void below
              .select('nodes.id', db.raw('tree.depth + 1'))
              .from('nodes')
              .join('tree', 'tree.id', 'nodes.parent_id')
              .whereNull('nodes.deleted_at')
          })
      })
      .select<SubtreeEntry[]>('id', 'depth')
      .from('tree')
      .orderBy('depth')
    return limit === undefined ? query : query.limit(limit)
  },

  /** For each of the nodes: its own id and those of all folders around it. */
  async listAround(db: Knex, ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await db
      .withRecursive('chain', ['start_id', 'id'], (chain) => {
        void chain
          .select('id', 'id')
          .from('nodes')
          .whereIn('id', ids)
          .unionAll((above) => {
            void above
              .select('chain.start_id', 'nodes.parent_id')
              .from('chain')
              .join('nodes', 'nodes.id', 'chain.id')
              .whereNotNull('nodes.parent_id')
          })
      })
      .select<{ start_id: string; id: string }[]>('start_id', 'id')
      .from('chain')
    const around = new Map<string, string[]>()
    for (const { start_id, id } of rows) around.set(start_id, [...(around.get(start_id) ?? []), id])
    return around
  },

  /** Reads nodes in the order of their ids, however many. */
  async listNodes(db: Knex, ids: readonly string[]): Promise<LibraryNode[]> {
    const found = new Map<string, LibraryNode>()
    for (const part of partsOf(ids))
      for (const node of await nodeRepository.listByIds(db, part)) found.set(node.id, node)
    return ids.flatMap((id) => found.get(id) ?? [])
  },

  /** Puts a node under another folder, by a name that is free there. */
  async move(trx: Knex, id: string, { parentId, name }: { parentId: string; name: string }): Promise<void> {
    await trx('nodes')
      .where({ id })
      .whereNull('deleted_at')
      .update({ parent_id: parentId, name, name_key: nameKey(name), sort_key: sortKey(name) })
  },
}

/** Cuts a list into parts that fit into one statement. */
export function* partsOf<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += partSize) yield list.slice(start, start + partSize)
}
