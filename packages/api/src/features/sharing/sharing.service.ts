import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { createId, isId } from '../../lib/ids.js'
import { PortalError } from '../../lib/portal-error.js'
import { createRateLimit } from '../../lib/rate-limit.js'
import { deriveToken, hashToken } from '../../lib/tokens.js'
import { canGive, canShare, findRole, grantRepository, isAtLeast, type Role } from '../access/index.js'
import { userRepository, type Actor, type AuthService, type Origin } from '../auth/index.js'
import {
  findNodeRoles,
  nodeRepository,
  rootFolderId,
  type LibraryNode,
  type LibraryService,
} from '../library/index.js'
import { shareLinkRepository, type ShareLink } from './share-link.repository.js'

export interface SharingServiceOptions {
  db: Knex
  clock: Clock
  secret: string
  auth: AuthService
  library: LibraryService
}

/** What comes of joining: the node, and a new session when a guest was made. */
export interface Joined {
  node: LibraryNode
  actor: Actor
  sessionToken?: string
}

export interface JoinShareLink {
  token: string
  name?: string | null
}

export type SharingService = ReturnType<typeof createSharingService>

/** Share links: make, list, delete, look at, join. */
export function createSharingService({ db, clock, secret, auth, library }: SharingServiceOptions) {
  const attempts = createRateLimit({ clock, limit: 120, windowMs: 10 * 60_000 })
  const tokenOf = (link: ShareLink) => deriveToken(secret, 'share-link', link.id)

  async function getShareable(actor: Actor, nodeId: string): Promise<LibraryNode> {
    const node = await library.getNode(actor, nodeId)
    if (!canShare(await findNodeRoles(db, actor, node)))
      throw new PortalError('FORBIDDEN', 'Only the owner can share this. Ask the owner to invite people.')
    return node
  }

  async function getByToken(token: string, address: string) {
    attempts.take(address)
    const link = await shareLinkRepository.findByToken(db, hashToken(token))
    const node = link && (await nodeRepository.find(db, link.nodeId))
    if (!node)
      throw new PortalError('SHARE_LINK_INVALID', 'This link no longer leads anywhere. Ask for a new one.')
    return { link, node }
  }

  async function join(actor: Actor | undefined, input: JoinShareLink, origin: JoinOrigin): Promise<Joined> {
    const { link, node } = await getByToken(input.token, origin.address)
    const entered = actor ? { actor } : await createGuest(auth, input.name, origin)
    // Nearest wins: a weaker grant on the node itself would take away what its folder gives.
    if (!isAtLeast(await findRole(db, entered.actor, node.id), link.role)) {
      const { userId } = entered.actor
      const grant = { nodeId: node.id, userId, role: link.role, shareLinkId: link.id, createdAt: clock.now() }
      await grantRepository.insert(db, grant)
    }
    return { node, ...entered }
  }

  return {
    tokenOf,
    join,

    async createLink(actor: Actor, { nodeId, role }: { nodeId: string; role: Role }): Promise<ShareLink> {
      const node = await getShareable(actor, nodeId)
      if (node.id === rootFolderId)
        throw new PortalError(
          'FORBIDDEN',
          'The whole library cannot be shared by link. Share a folder in it.',
        )
      if (!canGive(await findRole(db, actor, node.id), role))
        throw new PortalError(
          'FORBIDDEN',
          'You cannot give this role. Choose one that allows no more than yours.',
        )
      const link = {
        id: createId(),
        nodeId: node.id,
        role,
        createdById: actor.userId,
        createdAt: clock.now(),
      }
      await shareLinkRepository.insert(db, link, hashToken(tokenOf(link)))
      return link
    },

    async listLinks(actor: Actor, nodeId: string): Promise<ShareLink[]> {
      const node = await getShareable(actor, nodeId)
      return shareLinkRepository.listOfNode(db, node.id)
    },

    async deleteLink(actor: Actor, id: string): Promise<void> {
      const link = isId(id) ? await shareLinkRepository.find(db, id) : undefined
      if (!link) throw new PortalError('NOT_FOUND', 'This link does not exist any more.')
      await getShareable(actor, link.nodeId)
      await shareLinkRepository.delete(db, link.id)
    },

    async preview(actor: Actor | undefined, token: string, address: string) {
      const { link, node } = await getByToken(token, address)
      const inviter = await userRepository.find(db, link.createdById)
      return { title: node.name, role: link.role, invitedBy: inviter?.name ?? '', needsName: !actor }
    },
  }
}

interface JoinOrigin extends Origin {
  language: string
}

async function createGuest(auth: AuthService, name: string | null | undefined, origin: JoinOrigin) {
  if (!name?.trim())
    throw new PortalError('NAME_INVALID', 'Enter your name, so that others see who is writing.', {
      details: { name: '' },
    })
  const { address, userAgent, language } = origin
  const guest = await auth.createGuest({ name, language })
  const { user, sessionToken } = await auth.openSession(guest, { address, userAgent })
  const { id: userId, isAdministrator, isGuest } = user
  return { actor: { userId, name: user.name, isAdministrator, isGuest, language }, sessionToken }
}
