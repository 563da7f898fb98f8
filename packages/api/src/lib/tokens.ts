import { createHash, createHmac, randomBytes } from 'node:crypto'

/** Makes a token that nobody can guess: 256 random bits, safe in a URL. */
export function createToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Gives what the database keeps of a token. Tokens carry 256 bits, so a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Derives a token from the portal's secret, so that it can be shown again without being stored. */
export function deriveToken(secret: string, purpose: string, id: string): string {
  return createHmac('sha256', secret).update(`${purpose}:${id}`).digest('base64url')
}
