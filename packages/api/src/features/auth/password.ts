import { hash, verify } from '@node-rs/argon2'
import { PortalError } from '../../lib/portal-error.js'

export const minPasswordLength = 10
const maxPasswordLength = 512

// OWASP's recommendation for argon2id (which is this package's default algorithm): 19 MiB, two passes.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashes a new password with argon2id; refuses one that is too short. */
export async function hashPassword(password: string, minLength = minPasswordLength): Promise<string> {
  const length = Array.from(password).length
  if (length < minLength || length > maxPasswordLength)
    throw new PortalError(
      'PASSWORD_TOO_WEAK',
      `The password needs ${minLength} to ${maxPasswordLength} characters. A sentence is easy to remember.`,
      { details: { minLength, maxLength: maxPasswordLength } },
    )
  return hash(password.normalize('NFKC'), options)
}

let decoy: Promise<string> | undefined

/** Checks a password. Without a hash it takes as long, so that nobody learns by the time who has an account. */
export async function isPassword(
  password: string,
  passwordHash: string | null | undefined,
): Promise<boolean> {
  if (password.length > maxPasswordLength) return false
  decoy ??= hash('nobody has this password', options)
  const matches = await verify(passwordHash ?? (await decoy), password.normalize('NFKC'))
  return matches && Boolean(passwordHash)
}
