import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { createId, isId } from '../../lib/ids.js'
import { PortalError } from '../../lib/portal-error.js'
import { deriveToken, hashToken } from '../../lib/tokens.js'
import { recordActivity } from '../activity/index.js'
import { canGive, findRole, grantRepository, type ChangeAccess, type Role } from '../access/index.js'
import { hashPassword, userRepository, type Actor } from '../auth/index.js'
import { rootFolderId, type LibraryService } from '../library/index.js'
import { getShareable } from './grants.service.js'
import { shareLinkRepository, type ShareLink } from './share-link.repository.js'

const minPasswordLength = 4

export interface SharingServiceOptions {
  db: Knex
  clock: Clock
  secret: string
  library: LibraryService
  changeAccess: ChangeAccess
}

/** What a link allows; what is left out stays as it is, null takes it away. */
export interface LinkTerms {
  role?: Role | null
  password?: string | null
  expiresAt?: Date | null
  mayDownload?: boolean | null
}

export type SharingService = ReturnType<typeof createSharingService>

/** Share links as their owners keep them: make, list, change, delete. */
export function createSharingService({ db, clock, secret, library, changeAccess }: SharingServiceOptions) {
  const tokenOf = (link: ShareLink) => deriveToken(secret, 'share-link', link.id)

  async function withTerms(actor: Actor, link: ShareLink, terms: LinkTerms): Promise<ShareLink> {
    const { role, password, expiresAt, mayDownload } = terms
    const given = role ?? link.role
    if (!canGive(await findRole(db, actor, link.nodeId), given))
      throw new PortalError(
        'FORBIDDEN',
        'You cannot give this role. Choose one that allows no more than yours.',
      )
    if (expiresAt && expiresAt <= clock.now())
      throw new PortalError('BAD_INPUT', 'The link would have ended already. Choose a time to come.', {
        details: { field: 'expiresAt' },
      })
    return {
      ...link,
      role: given,
      passwordHash: password
        ? await hashPassword(password, minPasswordLength)
        : keep(password, link.passwordHash),
      expiresAt: keep(expiresAt, link.expiresAt),
      mayDownload: mayDownload ?? link.mayDownload,
    }
  }

  const record = (
    trx: Knex,
    actor: Actor,
    action: 'link_made' | 'link_removed',
    { nodeId, role }: ShareLink,
  ) => recordActivity(trx, { action, actorId: actor.userId, nodeId, role, at: clock.now() })

  async function getLink(actor: Actor, id: string): Promise<ShareLink> {
    const link = isId(id) ? await shareLinkRepository.find(db, id) : undefined
    if (!link) throw new PortalError('NOT_FOUND', 'This link does not exist any more.')
    await getShareable(db, library, actor, link.nodeId)
    return link
  }

  /** Changes what people got by a link, and takes those who have less now out of open editors. */
  async function change(link: ShareLink, write: () => Promise<void>): Promise<void> {
    const userIds = await grantRepository.listUserIdsOfLink(db, link.id)
    await changeAccess({ nodeIds: [link.nodeId], people: await userRepository.listByIds(db, userIds) }, write)
  }

  return {
    tokenOf,

    async createLink(actor: Actor, { nodeId, ...terms }: LinkTerms & { nodeId: string }): Promise<ShareLink> {
      const node = await getShareable(db, library, actor, nodeId)
      if (node.id === rootFolderId)
        throw new PortalError(
          'FORBIDDEN',
          'The whole library cannot be shared by link. Share a folder in it.',
        )
      const origin = { id: createId(), nodeId: node.id, createdById: actor.userId, createdAt: clock.now() }
      const plain = { role: 'viewer', passwordHash: null, expiresAt: null, mayDownload: true } as const
      const link = await withTerms(actor, { ...origin, ...plain }, terms)
      await db.transaction(async (trx) => {
        await shareLinkRepository.insert(trx, link, hashToken(tokenOf(link)))
        await record(trx, actor, 'link_made', link)
      })
      return link
    },

    async listLinks(actor: Actor, nodeId: string): Promise<ShareLink[]> {
      const node = await getShareable(db, library, actor, nodeId)
      return shareLinkRepository.listOfNode(db, node.id)
    },

    /** Changes a link for those who will come by it and for those who have come. */
    async updateLink(actor: Actor, { id, ...terms }: LinkTerms & { id: string }): Promise<ShareLink> {
      const link = await withTerms(actor, await getLink(actor, id), terms)
      await change(link, () =>
        db.transaction(async (trx) => {
          await shareLinkRepository.update(trx, link)
          await grantRepository.updateOfLink(trx, link.id, link)
        }),
      )
      return link
    },

    async deleteLink(actor: Actor, id: string): Promise<void> {
      const link = await getLink(actor, id)
      await change(link, () =>
        db.transaction(async (trx) => {
          await record(trx, actor, 'link_removed', link)
          await shareLinkRepository.delete(trx, link.id)
        }),
      )
    },

    /** Ends the access of those who came by links whose time is over. */
    async endExpired(): Promise<void> {
      for (const link of await shareLinkRepository.listEnded(db, clock.now()))
        await change(link, () => grantRepository.deleteOfLink(db, link.id))
    },
  }
}

function keep<T>(given: T | null | undefined, before: T | null): T | null {
  return given === undefined ? before : given === null ? null : given
}
