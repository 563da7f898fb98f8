import type { Knex } from 'knex'
import { createId } from '../../lib/ids.js'
import { notificationRepository, type NotificationKind } from './notification.repository.js'

/** Something that people are to be told. */
export interface Notice {
  kind: NotificationKind
  /** Who is told; whoever caused it is left out. */
  userIds: readonly string[]
  actorId: string | null
  node: { id: string; name: string }
  /** The role that was given, the code of a problem, or what somebody wrote. */
  detail: string | null
  /** Where in the document, as the editor's `actionLink` in JSON. */
  place?: string | undefined
  at: Date
}

/** Tells people something, in the transaction in which it happens: what is undone is told to nobody. */
export async function notify(db: Knex, { userIds, actorId, node, at, ...notice }: Notice): Promise<void> {
  const told = [...new Set(userIds)].filter((userId) => userId !== actorId)
  const known = (await db<{ id: string }>('users').whereIn('id', told).select('id')).map(({ id }) => id)
  for (const userId of known)
    await notificationRepository.insert(db, {
      ...notice,
      place: notice.place ?? null,
      id: createId(),
      userId,
      actorId,
      nodeId: node.id,
      title: node.name,
      createdAt: at,
    })
}
