import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { createId } from '../../lib/ids.js'
import { createToken, hashToken } from '../../lib/tokens.js'
import { apiTokenRepository } from './api-token.repository.js'
import { hashPassword, isPassword } from './password.js'
import { sessionRepository } from './session.repository.js'
import { signInLinkRepository } from './sign-in-link.repository.js'
import { userRepository, type NewUser, type User } from './user.repository.js'

const linkMs = 24 * 60 * 60_000

export interface AdministratorSettings {
  email?: string | undefined
  password?: string | undefined
  apiToken?: string | undefined
}

/**
 * Makes sure that there is an administrator, as the environment wants it.
 * Gives the token of a one-time sign-in link while the administrator has no password.
 */
export async function setUpAdministrator(
  db: Knex,
  clock: Clock,
  settings: AdministratorSettings,
): Promise<{ signInToken?: string }> {
  return db.transaction(async (transaction) => {
    const user = await applyAccount(transaction, clock, settings)
    await applyApiToken(transaction, clock, user, settings.apiToken)
    await signInLinkRepository.deleteOfUser(transaction, user.id)
    if (user.passwordHash) return {}
    const signInToken = createToken()
    const createdAt = clock.now()
    const expiresAt = new Date(createdAt.getTime() + linkMs)
    await signInLinkRepository.insert(transaction, {
      userId: user.id,
      tokenHash: hashToken(signInToken),
      purpose: 'sign_in',
      createdAt,
      expiresAt,
    })
    return { signInToken }
  })
}

async function applyAccount(
  db: Knex,
  clock: Clock,
  { email, password }: AdministratorSettings,
): Promise<User> {
  const found =
    (email ? await userRepository.findByEmail(db, email) : undefined) ??
    (await userRepository.findAdministrator(db))
  const now = clock.now()
  const user = found ?? (await userRepository.insert(db, createAdministrator(now)))
  const hasNewPassword = password !== undefined && !(await isPassword(password, user.passwordHash))
  if (!hasNewPassword && (!email || user.email === email) && user.isAdministrator && !user.deactivatedAt)
    return user
  if (hasNewPassword) await sessionRepository.deleteOfUser(db, user.id)
  return userRepository.update(db, {
    ...user,
    email: email ?? user.email,
    passwordHash: hasNewPassword ? await hashPassword(password) : user.passwordHash,
    isAdministrator: true,
    isGuest: false,
    deactivatedAt: null,
    updatedAt: now,
  })
}

function createAdministrator(now: Date): NewUser {
  return {
    id: createId(),
    name: 'Administrator',
    email: null,
    passwordHash: null,
    isAdministrator: true,
    isGuest: false,
    language: null,
    createdAt: now,
  }
}

/** A token taken out of the environment stops working. */
async function applyApiToken(db: Knex, clock: Clock, user: User, apiToken?: string): Promise<void> {
  const name = 'ADMIN_API_TOKEN'
  await apiTokenRepository.replaceEnvironment(
    db,
    apiToken ? { userId: user.id, name, tokenHash: hashToken(apiToken), createdAt: clock.now() } : undefined,
  )
}
