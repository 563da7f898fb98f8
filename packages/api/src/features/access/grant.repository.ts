import type { Knex } from 'knex'
import { createId } from '../../lib/ids.js'
import type { GrantAbove } from './access.policy.js'
import type { Role } from './role.js'

export interface NewGrant {
  nodeId: string
  userId: string
  role: Role
  shareLinkId: string | null
  createdAt: Date
}

interface GrantRow {
  id: string
  node_id: string
  user_id: string
  share_link_id: string | null
  role: Role
  created_at: Date | number
}

interface GrantAboveRow {
  start_id: string
  distance: number
  role: Role
}

/** Reads and writes who may do what. */
export const grantRepository = {
  async insert(db: Knex, { nodeId, userId, role, shareLinkId, createdAt }: NewGrant): Promise<void> {
    await db<GrantRow>('grants')
      .insert({
        id: createId(),
        node_id: nodeId,
        user_id: userId,
        share_link_id: shareLinkId,
        role,
        created_at: createdAt,
      })
      .onConflict(['user_id', 'node_id', 'share_link_id'])
      .ignore()
  },

  /** All grants of a user on the nodes and on the folders around them, in one query. */
  async listAbove(db: Knex, userId: string, nodeIds: readonly string[]): Promise<Map<string, GrantAbove[]>> {
    const query = db
      .withRecursive('chain', ['start_id', 'node_id', 'distance'], (chain) => {
        void chain
          .select('id', 'id', db.raw('0'))
          .from('nodes')
          .whereIn('id', nodeIds)
          .unionAll((above) => {
            void above
              .select('chain.start_id', 'nodes.parent_id', db.raw('chain.distance + 1'))
              .from('chain')
              .join('nodes', 'nodes.id', 'chain.node_id')
              .whereNotNull('nodes.parent_id')
          })
      })
      .select<GrantAboveRow[]>('chain.start_id', 'chain.distance', 'grants.role')
      .from('chain')
      .join('grants', 'grants.node_id', 'chain.node_id')
      .where('grants.user_id', userId)
    const found = new Map<string, GrantAbove[]>()
    for (const { start_id, distance, role } of await query)
      found.set(start_id, [...(found.get(start_id) ?? []), { distance, role }])
    return found
  },

  /** The nodes on which a user has a grant of their own. */
  async listNodeIds(db: Knex, userId: string): Promise<string[]> {
    const rows = await db<GrantRow>('grants').where({ user_id: userId }).distinct('node_id')
    return rows.map(({ node_id }) => node_id)
  },
}
