import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { createId } from '../../lib/ids.js'
import { cleanName } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import { createRateLimit } from '../../lib/rate-limit.js'
import { createToken, hashToken } from '../../lib/tokens.js'
import type { Actor } from './actor.js'
import { apiTokenRepository } from './api-token.repository.js'
import { isPassword } from './password.js'
import { sessionRepository } from './session.repository.js'
import { signInLinkRepository } from './sign-in-link.repository.js'
import { languageOf, userRepository, type User } from './user.repository.js'

const sessionMs = 30 * 24 * 60 * 60_000
const minuteMs = 60_000
/** How exactly "last seen" is kept: a write for each request would cost more than it tells. */
const seenMs = 5 * minuteMs

/** From where somebody comes in. */
export interface Origin {
  address: string
  userAgent: string
}

/** A person together with the session that was just opened. */
export interface SignedIn {
  user: User
  sessionToken: string
}

export interface AuthServiceOptions {
  db: Knex
  clock: Clock
}

export type AuthService = ReturnType<typeof createAuthService>

/** Signs people in and out, and knows who a session or an API token belongs to. */
export function createAuthService({ db, clock }: AuthServiceOptions) {
  const attemptsByAddress = createRateLimit({ clock, limit: 60, windowMs: 10 * minuteMs })
  const attemptsByEmail = createRateLimit({ clock, limit: 10, windowMs: 10 * minuteMs })

  async function openSession(user: User, origin: Origin, { isSingleSignOn = false } = {}): Promise<SignedIn> {
    if (user.deactivatedAt) throw deactivated()
    const sessionToken = createToken()
    const createdAt = clock.now()
    const expiresAt = new Date(createdAt.getTime() + sessionMs)
    const tokenHash = hashToken(sessionToken)
    await sessionRepository.deleteExpired(db, createdAt)
    const session = { userId: user.id, tokenHash, ...pick(origin), isSingleSignOn, createdAt, expiresAt }
    await sessionRepository.insert(db, session)
    return { user, sessionToken }
  }

  async function signIn(
    { email, password }: { email: string; password: string },
    origin: Origin,
  ): Promise<SignedIn> {
    const addressAndEmail = `${origin.address} ${email.trim().toLowerCase()}`
    attemptsByAddress.take(origin.address)
    attemptsByEmail.take(addressAndEmail)
    const user = await userRepository.findByEmail(db, email)
    if (!(await isPassword(password, user?.passwordHash)) || !user)
      throw new PortalError(
        'SIGN_IN_FAILED',
        'E-mail address or password is wrong. Check both and try again.',
      )
    // Only guesses are limited: a whole class may sign in from one address.
    attemptsByAddress.giveBack(origin.address)
    attemptsByEmail.giveBack(addressAndEmail)
    return openSession(user, origin)
  }

  async function signInWithLink(token: string, origin: Origin): Promise<SignedIn> {
    attemptsByAddress.take(origin.address)
    const tokenHash = hashToken(token)
    const link = await signInLinkRepository.find(db, tokenHash, clock.now())
    const user = link?.purpose === 'sign_in' ? await userRepository.find(db, link.userId) : undefined
    // Deleting decides: of two uses at the same moment only one finds the link still there.
    if (!user || !(await signInLinkRepository.delete(db, tokenHash)))
      throw new PortalError(
        'SIGN_IN_LINK_INVALID',
        'This sign-in link has been used or has expired. Restart the server to get a new one, or use your password.',
      )
    return openSession(user, origin)
  }

  /** Makes somebody without an account a guest, who is known by a name only. */
  async function createGuest({ name, language }: { name: string; language: string }): Promise<User> {
    const guest = { id: createId(), name: cleanName(name), email: null, passwordHash: null, language }
    const roles = { isAdministrator: false, isGuest: true }
    return userRepository.insert(db, { ...guest, ...roles, createdAt: clock.now() })
  }

  async function findActor(userId: string): Promise<Actor | undefined> {
    const user = await userRepository.find(db, userId)
    return user && actorOf(user)
  }

  return {
    openSession,
    signIn,
    signInWithLink,
    createGuest,
    /** Who somebody is now, when the portal goes on with what they began. */
    actorOfUser: findActor,
    signOut: (sessionToken: string) => sessionRepository.delete(db, hashToken(sessionToken)),

    /** Whether a session was opened by way of a provider elsewhere. */
    async isSingleSignOn(sessionToken: string): Promise<boolean> {
      const session = await sessionRepository.find(db, hashToken(sessionToken), clock.now())
      return session?.isSingleSignOn ?? false
    },

    async actorOfSession(sessionToken: string): Promise<Actor | undefined> {
      const now = clock.now()
      const visitor = await sessionRepository.findVisitor(db, hashToken(sessionToken), now)
      if (!visitor) return undefined
      const { user, session } = visitor
      if (now.getTime() - session.lastSeenAt.getTime() >= seenMs)
        await sessionRepository.touch(db, session, now)
      return actorOf(user)
    },

    async actorOfApiToken(text: string): Promise<Actor | undefined> {
      const now = clock.now()
      const token = await apiTokenRepository.find(db, hashToken(text), now)
      if (!token) return undefined
      if (now.getTime() - (token.lastUsedAt?.getTime() ?? 0) >= seenMs)
        await apiTokenRepository.touch(db, token.id, now)
      const actor = await findActor(token.userId)
      return actor && { ...actor, scopes: token.scopes }
    },
  }
}

/** Contexts of requests are origins as well, and hold much more. */
function pick({ address, userAgent }: Origin): Origin {
  return { address, userAgent }
}

function actorOf(user: User): Actor | undefined {
  return user.deactivatedAt ? undefined : toActor(user)
}

/** Somebody as whoever asks. */
export function toActor(user: User): Actor {
  const { id, name, isAdministrator, isGuest, theme, pictureToken } = user
  return { userId: id, name, isAdministrator, isGuest, language: languageOf(user), theme, pictureToken }
}

function deactivated(): PortalError {
  return new PortalError(
    'ACCOUNT_DEACTIVATED',
    'This account was deactivated. Ask an administrator to activate it again.',
  )
}
