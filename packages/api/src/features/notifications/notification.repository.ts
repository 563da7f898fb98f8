import type { Knex } from 'knex'
import { countRows } from '../../db/count-rows.js'
import { toDate } from '../../db/database.js'
import type { PageRequest } from '../../graphql/connection.js'

/** What somebody is told of. */
export const notificationKinds = ['share', 'mention', 'save_failed', 'conflict'] as const
export type NotificationKind = (typeof notificationKinds)[number]

export interface Notification {
  id: string
  userId: string
  kind: NotificationKind
  nodeId: string | null
  /** Who caused it; null for what the portal itself found. */
  actorId: string | null
  /** Name of the document or folder as it was then. */
  title: string
  /** The role that was given, the code of a problem, or what somebody wrote. */
  detail: string | null
  /** Where in the document, as the editor's `actionLink` in JSON. */
  place: string | null
  createdAt: Date
  isRead: boolean
}

interface NotificationRow {
  id: string
  user_id: string
  kind: NotificationKind
  node_id: string | null
  actor_id: string | null
  title: string
  detail: string | null
  place: string | null
  created_at: Date | number
  read_at: Date | number | null
  mailed_at: Date | number | null
}

const rows = (db: Knex) => db<NotificationRow>('notifications')

function toNotification(row: NotificationRow): Notification {
  return {
    id: row.id,
    userId: row.user_id,
    kind: row.kind,
    nodeId: row.node_id,
    actorId: row.actor_id,
    title: row.title,
    detail: row.detail,
    place: row.place,
    createdAt: toDate(row.created_at),
    isRead: row.read_at !== null,
  }
}

/** Reads and writes notifications. */
export const notificationRepository = {
  async insert(db: Knex, notification: Omit<Notification, 'isRead'>): Promise<void> {
    const { id, userId, kind, nodeId, actorId, title, detail, place, createdAt } = notification
    const about = { kind, node_id: nodeId, actor_id: actorId, title, detail, place }
    await rows(db).insert({ id, user_id: userId, ...about, created_at: createdAt })
  },

  /** One row more than the page, the newest first. */
  async list(db: Knex, userId: string, { first, after }: PageRequest): Promise<Notification[]> {
    const query = rows(db)
      .where({ user_id: userId })
      .orderBy('id', 'desc')
      .limit(first + 1)
    if (after) void query.where('id', '<', after[1])
    return (await query).map(toNotification)
  },

  async count(db: Knex, userId: string, { onlyUnread }: { onlyUnread: boolean }): Promise<number> {
    const query = rows(db).where({ user_id: userId })
    if (onlyUnread) void query.whereNull('read_at')
    return countRows(query)
  },

  /** Marks notifications as read, all of somebody's when none are named. */
  async markRead(
    db: Knex,
    userId: string,
    { ids, at }: { ids: readonly string[] | undefined; at: Date },
  ): Promise<void> {
    const query = rows(db).where({ user_id: userId }).whereNull('read_at')
    if (ids) void query.whereIn('id', ids)
    await query.update({ read_at: at })
  },

  /** What is unread since before a time, and was not mailed. */
  async listToMail(db: Knex, before: Date): Promise<Notification[]> {
    const query = rows(db).whereNull('mailed_at').where('created_at', '<=', before)
    return (await query.orderBy('created_at').limit(100)).map(toNotification)
  },

  /** Takes a mail on; false when another process did. */
  async claimMail(db: Knex, id: string, at: Date): Promise<boolean> {
    return (await rows(db).where({ id }).whereNull('mailed_at').update({ mailed_at: at })) > 0
  },

  async deleteBefore(db: Knex, before: Date): Promise<void> {
    await rows(db).where('created_at', '<', before).delete()
  },
}
