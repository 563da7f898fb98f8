import type { Knex } from 'knex'
import { countRows } from '../../db/count-rows.js'
import { toDate } from '../../db/database.js'
import type { PageRequest } from '../../graphql/connection.js'
import type { Role } from '../access/index.js'

/** What people do with documents and folders. */
export type ActivityAction =
  | 'created'
  | 'uploaded'
  | 'renamed'
  | 'moved'
  | 'copied'
  | 'opened'
  | 'saved'
  | 'version_uploaded'
  | 'version_restored'
  | 'downloaded'
  | 'shared'
  | 'unshared'
  | 'link_made'
  | 'link_removed'
  | 'deleted'
  | 'restored'
  | 'deleted_forever'

/** Something that somebody did, with the name the document or folder had then. */
export interface Activity {
  id: string
  action: ActivityAction
  /** Null when it happened by itself. */
  actorId: string | null
  nodeId: string
  nodeType: 'folder' | 'document'
  nodeName: string
  /** Of what was renamed. */
  previousName: string | null
  /** The person or group with whom it was shared; null for everyone and for links. */
  subject: string | null
  role: Role | null
  createdAt: Date
}

interface ActivityRow {
  id: string
  action: ActivityAction
  actor_id: string | null
  node_id: string
  node_type: 'folder' | 'document'
  node_name: string
  previous_name: string | null
  subject: string | null
  role: Role | null
  created_at: Date | number
}

/** Which activities are asked for; what is left out restricts nothing. */
export interface ActivityFilter {
  nodeId?: string | null | undefined
  actorId?: string | null | undefined
  actions?: readonly ActivityAction[] | null | undefined
  exceptActions?: readonly ActivityAction[] | undefined
  since?: Date | null | undefined
  until?: Date | null | undefined
}

const rows = (db: Knex) => db<ActivityRow>('activities')

function toActivity(row: ActivityRow): Activity {
  return {
    id: row.id,
    action: row.action,
    actorId: row.actor_id,
    nodeId: row.node_id,
    nodeType: row.node_type,
    nodeName: row.node_name,
    previousName: row.previous_name,
    subject: row.subject,
    role: row.role,
    createdAt: toDate(row.created_at),
  }
}

function restrict(query: Knex.QueryBuilder, filter: ActivityFilter): void {
  const { nodeId, actorId, actions, exceptActions, since, until } = filter
  if (nodeId) void query.where({ node_id: nodeId })
  if (actorId) void query.where({ actor_id: actorId })
  if (actions) void query.whereIn('action', actions)
  if (exceptActions) void query.whereNotIn('action', exceptActions)
  if (since) void query.where('created_at', '>=', since)
  if (until) void query.where('created_at', '<', until)
}

/** Reads who did what. */
export const activityRepository = {
  /** The newest first; one more than asked for when there are more. */
  async list(db: Knex, filter: ActivityFilter, { first, after }: PageRequest): Promise<Activity[]> {
    const query = rows(db)
      .modify(restrict, filter)
      .orderBy('id', 'desc')
      .limit(first + 1)
    if (after) void query.where('id', '<', after[1])
    return ((await query) as ActivityRow[]).map(toActivity)
  },

  async count(db: Knex, filter: ActivityFilter): Promise<number> {
    return countRows(rows(db).modify(restrict, filter))
  },

  async deleteBefore(db: Knex, time: Date): Promise<void> {
    await rows(db).where('created_at', '<', time).delete()
  },
}
