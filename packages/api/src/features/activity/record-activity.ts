import type { Knex } from 'knex'
import { createId } from '../../lib/ids.js'
import type { Role } from '../access/index.js'
import type { ActivityAction } from './activity.repository.js'

/** What somebody did just now. */
export interface Deed {
  action: ActivityAction
  /** Null for what happens by itself. */
  actorId: string | null
  nodeId: string
  at: Date
  /** Of what was renamed. */
  previousName?: string
  /** The person or group with whom it was shared. */
  subject?: string | null
  role?: Role
}

/**
 * Writes down what somebody does, in the transaction in which it is done: what is undone was not done. The name is the one
 * that the library has now; nothing is written about what is not there.
 */
export async function recordActivity(db: Knex, deed: Deed): Promise<void> {
  const { action, actorId, nodeId, at, previousName = null, subject = null, role = null } = deed
  const node = await db<{ id: string; type: string; name: string }>('nodes').where({ id: nodeId }).first()
  if (!node) return
  await db('activities').insert({
    id: createId(),
    action,
    actor_id: actorId,
    node_id: node.id,
    node_type: node.type,
    node_name: node.name,
    previous_name: previousName,
    subject,
    role,
    created_at: at,
  })
}
