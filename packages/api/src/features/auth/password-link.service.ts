import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { cleanName } from '../../lib/names.js'
import type { Mailer } from '../../lib/mailer.js'
import { PortalError } from '../../lib/portal-error.js'
import { createRateLimit } from '../../lib/rate-limit.js'
import { createToken, hashToken } from '../../lib/tokens.js'
import type { AuthService, Origin, SignedIn } from './auth.service.js'
import { hashPassword } from './password.js'
import { writePasswordMail } from './password-mail.js'
import { sessionRepository } from './session.repository.js'
import { signInLinkRepository } from './sign-in-link.repository.js'
import { languageOf, userRepository, type User } from './user.repository.js'

const dayMs = 24 * 60 * 60_000
const lifetimesMs = { invitation: 7 * dayMs, reset: dayMs }

export type PasswordLinkPurpose = keyof typeof lifetimesMs

/** A link to hand on, and whether it went out by mail already. */
export interface PasswordLink {
  url: string
  isMailed: boolean
}

export interface SetPasswordWithLink {
  token: string
  /** How the person wants to be called; kept as it is when left out. */
  name?: string | null
  newPassword: string
}

export interface PasswordLinkServiceOptions {
  db: Knex
  clock: Clock
  auth: AuthService
  mailer: Mailer
}

export type PasswordLinkService = ReturnType<typeof createPasswordLinkService>

/** One-time links with which somebody chooses a password: as an invitation, or because it was forgotten. */
export function createPasswordLinkService({ db, clock, auth, mailer }: PasswordLinkServiceOptions) {
  const attempts = createRateLimit({ clock, limit: 60, windowMs: 600_000 })
  const requests = createRateLimit({ clock, limit: 5, windowMs: 3_600_000 })

  /** Makes the one link of a person that works; earlier ones stop working. */
  async function create(user: User, purpose: PasswordLinkPurpose, baseUrl: string): Promise<PasswordLink> {
    const token = createToken()
    const createdAt = clock.now()
    const expiresAt = new Date(createdAt.getTime() + lifetimesMs[purpose])
    await db.transaction(async (trx) => {
      await signInLinkRepository.deleteOfUser(trx, user.id)
      const tokenHash = hashToken(token)
      await signInLinkRepository.insert(trx, { userId: user.id, tokenHash, purpose, createdAt, expiresAt })
    })
    const url = `${baseUrl}/set-password/${token}`
    const mail =
      user.email && writePasswordMail(purpose, { name: user.name, url, language: languageOf(user) })
    const isMailed = user.email && mail ? await mailer.send({ to: user.email, ...mail }) : false
    return { url, isMailed }
  }

  async function find(token: string, address: string): Promise<{ user: User; purpose: PasswordLinkPurpose }> {
    attempts.take(address)
    const link = await signInLinkRepository.find(db, hashToken(token), clock.now())
    const user = link && (await userRepository.find(db, link.userId))
    if (!user || user.deactivatedAt || link.purpose === 'sign_in') throw linkInvalid()
    attempts.giveBack(address)
    return { user, purpose: link.purpose }
  }

  return {
    create,
    find,

    /** Mails a link to somebody who forgot the password; never tells whether there is such an account. */
    async requestReset(email: string, origin: Origin, baseUrl: string): Promise<void> {
      if (!mailer.isConfigured)
        throw new PortalError(
          'MAIL_UNAVAILABLE',
          'This portal sends no mail. Ask an administrator for a link to choose a new password.',
        )
      requests.take(origin.address, email.trim().toLowerCase())
      const user = await userRepository.findByEmail(db, email)
      if (user && !user.deactivatedAt) await create(user, user.passwordHash ? 'reset' : 'invitation', baseUrl)
    },

    /** Uses a link up: the password is set, all sessions end, a new one is opened. */
    async setPassword({ token, name, newPassword }: SetPasswordWithLink, origin: Origin): Promise<SignedIn> {
      const { user } = await find(token, origin.address)
      const passwordHash = await hashPassword(newPassword)
      const changed = { ...user, name: name?.trim() ? cleanName(name) : user.name, passwordHash }
      await db.transaction(async (trx) => {
        // Deleting decides: of two uses at the same moment only one finds the link still there.
        if (!(await signInLinkRepository.delete(trx, hashToken(token)))) throw linkInvalid()
        await userRepository.update(trx, { ...changed, updatedAt: clock.now() })
        await sessionRepository.deleteOfUser(trx, user.id)
      })
      return auth.openSession(changed, origin)
    },
  }
}

function linkInvalid(): PortalError {
  return new PortalError(
    'SIGN_IN_LINK_INVALID',
    'This link has been used or has expired. Ask an administrator for a new one.',
  )
}
