import type { Knex } from 'knex'
import { readPage, toConnection } from '../../graphql/connection.js'
import type { Clock } from '../../lib/clock.js'
import { isId } from '../../lib/ids.js'
import type { Mailer } from '../../lib/mailer.js'
import { PortalError } from '../../lib/portal-error.js'
import { canRead, listRolesOfPeople } from '../access/index.js'
import { languageOf, userRepository, type Actor } from '../auth/index.js'
import { nodeRepository } from '../library/index.js'
import { mutedMailRepository } from './muted-mail.repository.js'
import { writeNotificationMail } from './notification-mail.js'
import {
  notificationRepository,
  type Notification,
  type NotificationKind,
} from './notification.repository.js'

const maxIds = 500
const dayMs = 24 * 60 * 60_000
/** Who reads a notification in the portal meanwhile gets no mail of it. */
const mailDelayMs = 60_000
const keptMs = 90 * dayMs

export interface NotificationsServiceOptions {
  db: Knex
  clock: Clock
  mailer: Mailer
  /** Says in a language what a code of a failed save means. */
  describeProblem: (code: string, language: string) => string
  /** The portal's address, for links in mails. */
  address: () => string
}

/** What people were told, and the mails about it. */
export function createNotificationsService(options: NotificationsServiceOptions) {
  const { db, clock, mailer, describeProblem, address } = options

  /** What is to be read of a notification besides who and what. */
  function textOf({ kind, detail }: Notification, language: string): string {
    if (!detail || kind === 'share') return ''
    return kind === 'mention' ? detail : describeProblem(detail, language)
  }

  async function mail(notification: Notification): Promise<void> {
    const { id, userId, kind, nodeId, actorId, title, place, isRead } = notification
    if (!(await notificationRepository.claimMail(db, id, clock.now())) || isRead) return
    const [user, actor, node] = await Promise.all([
      userRepository.find(db, userId),
      actorId ? userRepository.find(db, actorId) : undefined,
      nodeId ? nodeRepository.find(db, nodeId) : undefined,
    ])
    if (!user?.email || user.deactivatedAt || !node) return
    if ((await mutedMailRepository.list(db, user.id)).includes(kind)) return
    const roles = await listRolesOfPeople(db, [user], [node.id])
    if (!canRead(roles.get(node.id)?.get(user.id))) return
    const language = languageOf(user)
    const values = {
      name: user.name,
      actor: actor?.name ?? '',
      title,
      text: textOf(notification, language),
    }
    const query = place === null ? '' : `?action=${encodeURIComponent(place)}`
    const url = `${address()}/${node.type === 'document' ? 'documents' : 'folders'}/${node.id}${query}`
    await mailer.send({ to: user.email, ...writeNotificationMail(kind, language, { ...values, url }) })
  }

  return {
    textOf,

    async list(actor: Actor, page: { first: number; after: string | null }) {
      const request = readPage(page.first, page.after)
      const rows = await notificationRepository.list(db, actor.userId, request)
      const totalCount = await notificationRepository.count(db, actor.userId, { onlyUnread: false })
      return toConnection(rows, { first: request.first, totalCount, keyOf: () => '' })
    },

    countUnread: (actor: Actor) => notificationRepository.count(db, actor.userId, { onlyUnread: true }),

    /** Marks notifications of whoever asks as read, all of them when none are named. */
    async markRead(actor: Actor, ids: readonly string[] | null): Promise<void> {
      if (ids && ids.length > maxIds)
        throw new PortalError(
          'BAD_INPUT',
          `At most ${maxIds} notifications can be named. Leave them out for all.`,
          {
            details: { field: 'ids' },
          },
        )
      await notificationRepository.markRead(db, actor.userId, { ids: ids?.filter(isId), at: clock.now() })
    },

    /** Of which kinds somebody wants no mail. */
    listMuted: (userId: string) => mutedMailRepository.list(db, userId),

    /** Sends no mail of these kinds any more, and of all others again. */
    mute: (actor: Actor, kinds: readonly NotificationKind[]) =>
      mutedMailRepository.replace(db, actor.userId, kinds),

    /** Mails what nobody read within a minute, and forgets what is old. */
    async work(): Promise<void> {
      const now = clock.now().getTime()
      await notificationRepository.deleteBefore(db, new Date(now - keptMs))
      if (!mailer.isConfigured) return
      const due = await notificationRepository.listToMail(db, new Date(now - mailDelayMs))
      for (const notification of due) await mail(notification)
    },
  }
}
export type NotificationsService = ReturnType<typeof createNotificationsService>
