import type { Knex } from 'knex'
import { isUniqueViolation } from '../../db/database.js'
import type { Clock } from '../../lib/clock.js'
import { createId } from '../../lib/ids.js'
import { cleanName } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import { createRateLimit } from '../../lib/rate-limit.js'
import { createToken, hashToken } from '../../lib/tokens.js'
import type { Actor } from './actor.js'
import { apiTokenRepository, sessionRepository, signInLinkRepository } from './credential.repository.js'
import { hashPassword, isPassword } from './password.js'
import { userRepository, type User } from './user.repository.js'

const sessionMs = 30 * 24 * 60 * 60_000
const minuteMs = 60_000

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

/** Signs people in and out, and keeps their sessions. */
export function createAuthService({ db, clock }: AuthServiceOptions) {
  const attemptsByAddress = createRateLimit({ clock, limit: 60, windowMs: 10 * minuteMs })
  const attemptsByEmail = createRateLimit({ clock, limit: 10, windowMs: 10 * minuteMs })

  async function openSession(user: User): Promise<SignedIn> {
    const sessionToken = createToken()
    const createdAt = clock.now()
    const expiresAt = new Date(createdAt.getTime() + sessionMs)
    await sessionRepository.deleteExpired(db, createdAt)
    await sessionRepository.insert(db, {
      userId: user.id,
      tokenHash: hashToken(sessionToken),
      createdAt,
      expiresAt,
    })
    return { user, sessionToken }
  }

  async function signIn(
    { email, password }: { email: string; password: string },
    address: string,
  ): Promise<SignedIn> {
    const addressAndEmail = `${address} ${email.trim().toLowerCase()}`
    attemptsByAddress.take(address)
    attemptsByEmail.take(addressAndEmail)
    const user = await userRepository.findByEmail(db, email)
    if (!(await isPassword(password, user?.passwordHash)) || !user)
      throw new PortalError(
        'SIGN_IN_FAILED',
        'E-mail address or password is wrong. Check both and try again.',
      )
    // Only guesses are limited: a whole class may sign in from one address.
    attemptsByAddress.giveBack(address)
    attemptsByEmail.giveBack(addressAndEmail)
    return openSession(user)
  }

  async function signInWithLink(token: string, address: string): Promise<SignedIn> {
    attemptsByAddress.take(address)
    const tokenHash = hashToken(token)
    const userId = await signInLinkRepository.findOwner(db, tokenHash, clock.now())
    const user = userId ? await userRepository.find(db, userId) : undefined
    // Deleting decides: of two uses at the same moment only one finds the link still there.
    if (!user || !(await signInLinkRepository.delete(db, tokenHash)))
      throw new PortalError(
        'SIGN_IN_LINK_INVALID',
        'This sign-in link has been used or has expired. Restart the server to get a new one, or use your password.',
      )
    return openSession(user)
  }

  /** Makes somebody without an account a guest, who is known by a name only. */
  async function createGuest({ name, language }: { name: string; language: string }): Promise<User> {
    const now = clock.now()
    const guest = { id: createId(), name: cleanName(name), email: null, passwordHash: null, language }
    return userRepository.insert(db, {
      ...guest,
      isAdministrator: false,
      isGuest: true,
      createdAt: now,
      updatedAt: now,
    })
  }

  async function find(userId: string | undefined): Promise<Actor | undefined> {
    const user = userId ? await userRepository.find(db, userId) : undefined
    return user && toActor(user)
  }

  return {
    openSession,
    signIn,
    signInWithLink,
    createGuest,
    signOut: (sessionToken: string) => sessionRepository.delete(db, hashToken(sessionToken)),
    actorOfSession: async (sessionToken: string) =>
      find(await sessionRepository.findOwner(db, hashToken(sessionToken), clock.now())),
    actorOfApiToken: async (token: string) => find(await apiTokenRepository.findOwner(db, hashToken(token))),
    getUser: (actor: Actor) => getUser(db, actor.userId),
    changePassword: (actor: Actor, input: ChangePassword, sessionToken?: string) =>
      changePassword(db, clock, actor, input, sessionToken),
    updateProfile: (actor: Actor, input: UpdateProfile) => updateProfile(db, clock, actor, input),
  }
}

function toActor({ id, name, isAdministrator, isGuest, language }: User): Actor {
  return { userId: id, name, isAdministrator, isGuest, language }
}

async function getUser(db: Knex, id: string): Promise<User> {
  const user = await userRepository.find(db, id)
  if (!user) throw new PortalError('NOT_SIGNED_IN', 'Your account no longer exists. Sign in again.')
  return user
}

export interface ChangePassword {
  email?: string | null
  currentPassword?: string | null
  newPassword: string
}

const emailPattern = /^[^\s@]+@[^\s@]+$/

async function changePassword(
  db: Knex,
  clock: Clock,
  actor: Actor,
  input: ChangePassword,
  sessionToken = '',
) {
  const user = await getUser(db, actor.userId)
  if (user.isGuest)
    throw new PortalError('FORBIDDEN', 'Guests have no password. Ask the administrator for an account.')
  if (user.passwordHash && !(await isPassword(input.currentPassword ?? '', user.passwordHash)))
    throw new PortalError('PASSWORD_WRONG', 'The current password is wrong. Enter it again.')
  const email = input.email?.trim() ?? user.email
  if (!email || email.length > 320 || !emailPattern.test(email))
    throw new PortalError(
      'EMAIL_INVALID',
      'Enter your e-mail address, such as name@example.org: you sign in with it.',
    )
  const passwordHash = await hashPassword(input.newPassword)
  try {
    const changed = await userRepository.update(db, { ...user, email, passwordHash, updatedAt: clock.now() })
    // Whoever knew the old password, or holds an unused link, must not stay in.
    await sessionRepository.deleteOfUser(db, user.id, hashToken(sessionToken))
    await signInLinkRepository.deleteOfUser(db, user.id)
    return changed
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new PortalError('EMAIL_TAKEN', 'Another account uses this e-mail address. Enter a different one.', {
      cause: error,
    })
  }
}

export interface UpdateProfile {
  name?: string | null
  language?: string | null
}

async function updateProfile(
  db: Knex,
  clock: Clock,
  actor: Actor,
  { name, language }: UpdateProfile,
): Promise<User> {
  const user = await getUser(db, actor.userId)
  if (language && !/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(language))
    throw new PortalError('BAD_INPUT', 'The language must be a tag such as "en" or "zh-CN".', {
      details: { field: 'language' },
    })
  return userRepository.update(db, {
    ...user,
    name: name ? cleanName(name) : user.name,
    language: language?.slice(0, 16) ?? user.language,
    updatedAt: clock.now(),
  })
}
