import type { Knex } from 'knex'
import { isUniqueViolation } from '../../db/database.js'
import type { Clock } from '../../lib/clock.js'
import { isId } from '../../lib/ids.js'
import { cleanName } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import { hashToken } from '../../lib/tokens.js'
import { requireScope, type Actor } from './actor.js'
import { getEmail } from './email.js'
import { hashPassword, isPassword } from './password.js'
import { sessionRepository, type Session } from './session.repository.js'
import { signInLinkRepository } from './sign-in-link.repository.js'
import { userRepository, type Theme, type User } from './user.repository.js'

export interface ChangePassword {
  email?: string | null
  currentPassword?: string | null
  newPassword: string
}

export interface UpdateProfile {
  name?: string | null
  language?: string | null
  theme?: Theme | null
  opensForReading?: boolean | null
}

export type AccountService = ReturnType<typeof createAccountService>

/** What people do with their own account: password, profile, sessions. */
export function createAccountService({ db, clock }: { db: Knex; clock: Clock }) {
  return {
    getUser: (actor: Actor) => getUser(db, actor.userId),

    async changePassword(actor: Actor, input: ChangePassword, sessionToken = ''): Promise<User> {
      requireScope(actor, 'manage')
      const user = await getUser(db, actor.userId)
      if (user.isGuest && user.email === null)
        throw new PortalError('FORBIDDEN', 'Guests have no password. Ask the administrator for an account.')
      if (user.passwordHash && !(await isPassword(input.currentPassword ?? '', user.passwordHash)))
        throw new PortalError('PASSWORD_WRONG', 'The current password is wrong. Enter it again.')
      const email = getEmail(input.email ?? user.email)
      // Single sign-on finds accounts by their address, so nobody may take somebody else's.
      if (user.email !== null && email !== user.email && !user.isAdministrator)
        throw new PortalError('FORBIDDEN', 'Only administrators change e-mail addresses. Ask one of them.')
      const passwordHash = await hashPassword(input.newPassword)
      const changed = { ...user, email, passwordHash, updatedAt: clock.now() }
      await refuseTakenEmail(() => userRepository.update(db, changed))
      // Whoever knew the old password, or holds an unused link, must not stay in.
      await sessionRepository.deleteOfUser(db, user.id, hashToken(sessionToken))
      await signInLinkRepository.deleteOfUser(db, user.id)
      return changed
    },

    async updateProfile(actor: Actor, input: UpdateProfile): Promise<User> {
      const { name, language, theme, opensForReading } = input
      const user = await getUser(db, actor.userId)
      if (language && !/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(language))
        throw new PortalError('BAD_INPUT', 'The language must be a tag such as "en" or "zh-CN".', {
          details: { field: 'language' },
        })
      return userRepository.update(db, {
        ...user,
        name: name ? cleanName(name) : user.name,
        language: language?.slice(0, 16) ?? user.language,
        theme: theme ?? user.theme,
        opensForReading: opensForReading ?? user.opensForReading,
        updatedAt: clock.now(),
      })
    },

    /** The browsers in which somebody is signed in, and which of them asks. */
    async listSessions(actor: Actor, sessionToken = '') {
      requireScope(actor, 'manage')
      const now = clock.now()
      const current = await sessionRepository.find(db, hashToken(sessionToken), now)
      const sessions = await sessionRepository.listOfUser(db, actor.userId, now)
      return sessions.map((session): Session & { isCurrent: boolean } => ({
        ...session,
        isCurrent: session.id === current?.id,
      }))
    },

    async endSession(actor: Actor, id: string): Promise<void> {
      requireScope(actor, 'manage')
      if (!isId(id) || !(await sessionRepository.deleteById(db, actor.userId, id)))
        throw new PortalError('NOT_FOUND', 'This session has ended already.')
    },

    async signOutEverywhere(actor: Actor): Promise<void> {
      requireScope(actor, 'manage')
      await sessionRepository.deleteOfUser(db, actor.userId)
    },
  }
}

async function getUser(db: Knex, id: string): Promise<User> {
  const user = await userRepository.find(db, id)
  if (!user) throw new PortalError('NOT_SIGNED_IN', 'Your account no longer exists. Sign in again.')
  return user
}

/** Says in words that another account has an address already. */
export async function refuseTakenEmail<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new PortalError('EMAIL_TAKEN', 'Another account uses this e-mail address. Enter a different one.', {
      cause: error,
    })
  }
}
