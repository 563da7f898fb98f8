import type { Knex } from 'knex'
import { z } from 'zod'
import { isUniqueViolation } from '../../db/database.js'
import type { Clock } from '../../lib/clock.js'
import { createId } from '../../lib/ids.js'
import { cleanName } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import { userRepository, type User } from '../auth/index.js'
import { oidcIdentityRepository } from './oidc-identity.repository.js'
import type { OidcSettings } from './oidc.settings.js'

/** What the provider says of somebody; whatever is not as the specification wants it counts as left out. */
export const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(320).optional().catch(undefined),
  email_verified: z.union([z.boolean(), z.literal('true').transform(() => true)]).catch(false),
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  locale: z.string().optional().catch(undefined),
})
export type OidcClaims = z.infer<typeof claimsSchema>

interface AccountOptions {
  db: Knex
  clock: Clock
  settings: OidcSettings
}

/** Finds whose account it is; links it by its verified e-mail address, or makes one, as the settings allow. */
export async function findAccount(options: AccountOptions, claims: OidcClaims): Promise<User> {
  refuseForeignDomain(claims, options.settings)
  try {
    return await findOrCreate(options, claims)
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // Two tabs came in for the first time at once: the other one made the account just now.
    return findOrCreate(options, claims)
  }
}

function findOrCreate(options: AccountOptions, claims: OidcClaims): Promise<User> {
  const { db, clock, settings } = options
  const { issuer } = settings
  return db.transaction(async (trx) => {
    const knownId = await oidcIdentityRepository.findUserId(trx, issuer, claims.sub)
    const known = knownId ? await userRepository.find(trx, knownId) : undefined
    if (known) return known
    const email = getVerifiedEmail(claims)
    const user =
      (await userRepository.findByEmail(trx, email)) ??
      (await createUser({ ...options, db: trx }, claims, email))
    const identity = { issuer, subject: claims.sub, userId: user.id, createdAt: clock.now() }
    await oidcIdentityRepository.insert(trx, identity)
    return user
  })
}

function refuseForeignDomain(claims: OidcClaims, { allowedDomains }: OidcSettings): void {
  if (allowedDomains.length === 0) return
  const domain = getVerifiedEmail(claims).split('@').at(-1)?.toLowerCase() ?? ''
  if (!allowedDomains.includes(domain))
    throw new PortalError(
      'SSO_DOMAIN_FORBIDDEN',
      'This portal does not take people of your e-mail domain. Sign in with another account, or ask an administrator.',
    )
}

/** Whoever can write any address into an account elsewhere must not get at the account here that has it. */
function getVerifiedEmail({ email, email_verified }: OidcClaims): string {
  if (!email || !email_verified)
    throw new PortalError(
      'SSO_EMAIL_UNVERIFIED',
      'The single sign-on gave no verified e-mail address, by which your account would be found. Verify your address there and try again.',
    )
  return email
}

function createUser(
  { db, clock, settings }: AccountOptions,
  claims: OidcClaims,
  email: string,
): Promise<User> {
  if (settings.newPeople === 'none')
    throw new PortalError(
      'SSO_NO_ACCOUNT',
      'There is no account with your e-mail address. Ask an administrator for an invitation.',
    )
  return userRepository.insert(db, {
    id: createId(),
    name: nameOf(claims, email),
    email,
    passwordHash: null,
    isAdministrator: false,
    isGuest: settings.newPeople === 'guest',
    language: languageIn(claims),
    createdAt: clock.now(),
  })
}

/** The portal's language that a provider tells of; null leaves it to the first page that the person sees. */
function languageIn({ locale }: OidcClaims): string | null {
  if (/^zh\b/i.test(locale ?? '')) return 'zh-CN'
  return /^en\b/i.test(locale ?? '') ? 'en' : null
}

function nameOf({ name, preferred_username }: OidcClaims, email: string): string {
  const fallback = email.split('@')[0] ?? email
  const wanted = name?.trim() ? name : (preferred_username ?? fallback)
  try {
    return cleanName(wanted)
  } catch {
    // A name that cannot be shown is no reason to keep somebody out.
    return cleanName(fallback)
  }
}
