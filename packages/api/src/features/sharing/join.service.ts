import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { PortalError } from '../../lib/portal-error.js'
import { createRateLimit } from '../../lib/rate-limit.js'
import { hashToken } from '../../lib/tokens.js'
import { findAccess, grantRepository, isAtLeast } from '../access/index.js'
import {
  isPassword,
  toActor,
  userRepository,
  type Actor,
  type AuthService,
  type Origin,
} from '../auth/index.js'
import { nodeRepository, type LibraryNode } from '../library/index.js'
import { shareLinkRepository, type ShareLink } from './share-link.repository.js'

const windowMs = 10 * 60_000

/** What comes of joining: the node, and a new session when a guest was made. */
export interface Joined {
  node: LibraryNode
  actor: Actor
  sessionToken?: string
}

export interface JoinShareLink {
  token: string
  name?: string | null
  password?: string | null
}

interface JoinOrigin extends Origin {
  language: string
}

export interface JoinServiceOptions {
  db: Knex
  clock: Clock
  auth: AuthService
}

export type JoinService = ReturnType<typeof createJoinService>

/** Share links as those see them who come by one. */
export function createJoinService({ db, clock, auth }: JoinServiceOptions) {
  const attempts = createRateLimit({ clock, limit: 120, windowMs })
  const passwordAttempts = createRateLimit({ clock, limit: 10, windowMs })

  async function getByToken(token: string, address: string) {
    attempts.take(address)
    const link = await shareLinkRepository.findByToken(db, hashToken(token))
    const node = link && (await nodeRepository.find(db, link.nodeId))
    if (!node || (link.expiresAt && link.expiresAt <= clock.now()))
      throw new PortalError('SHARE_LINK_INVALID', 'This link no longer leads anywhere. Ask for a new one.')
    return { link, node }
  }

  async function checkPassword(link: ShareLink, password: string, address: string): Promise<void> {
    if (!link.passwordHash) return
    const guess = `${address} ${link.id}`
    passwordAttempts.take(guess)
    if (!(await isPassword(password, link.passwordHash)))
      throw new PortalError(
        'SHARE_LINK_PASSWORD',
        'This link needs its password, and that was not it. Ask the person who sent it.',
      )
    passwordAttempts.giveBack(guess)
  }

  return {
    async preview(actor: Actor | undefined, token: string, address: string) {
      const { link, node } = await getByToken(token, address)
      const inviter = await userRepository.find(db, link.createdById)
      const needsPassword = link.passwordHash !== null
      const needs = { needsName: !actor, needsPassword }
      return {
        title: needsPassword ? null : node.name,
        role: link.role,
        invitedBy: inviter?.name ?? '',
        ...needs,
      }
    },

    async join(actor: Actor | undefined, input: JoinShareLink, origin: JoinOrigin): Promise<Joined> {
      const { link, node } = await getByToken(input.token, origin.address)
      await checkPassword(link, input.password ?? '', origin.address)
      const entered = actor ? { actor } : await createGuest(auth, input.name, origin)
      const access = await findAccess(db, entered.actor, node.id)
      // Nearest wins: a weaker grant on the node itself would take away what its folder gives.
      const hasMore = isAtLeast(access?.role, link.role) && (access?.mayDownload || !link.mayDownload)
      if (!hasMore) {
        const { role, mayDownload, id: shareLinkId } = link
        const grant = { nodeId: node.id, userId: entered.actor.userId, role, mayDownload, shareLinkId }
        await grantRepository.insert(db, { ...grant, createdAt: clock.now() })
      }
      return { node, ...entered }
    },
  }
}

async function createGuest(auth: AuthService, name: string | null | undefined, origin: JoinOrigin) {
  if (!name?.trim())
    throw new PortalError('NAME_INVALID', 'Enter your name, so that others see who is writing.', {
      details: { name: '' },
    })
  const { address, userAgent, language } = origin
  const guest = await auth.createGuest({ name, language })
  const { user, sessionToken } = await auth.openSession(guest, { address, userAgent })
  return { actor: toActor(user), sessionToken }
}
