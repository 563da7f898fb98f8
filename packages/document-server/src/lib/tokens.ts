import { SignJWT, errors, jwtVerify } from 'jose'
import type { JWTPayload } from 'jose'
import { DocumentServerError } from './errors.js'

/** Signs and checks the tokens that portal and document server show each other (HS256, one shared secret). */
export interface Tokens {
  readonly headerName: string
  /** False when the server runs without a secret: then nothing is signed and nothing is checked. */
  readonly required: boolean
  sign: (claims: JWTPayload) => Promise<string>
  /** Gives the claims; throws TOKEN_INVALID or TOKEN_EXPIRED. */
  verify: (token: string) => Promise<JWTPayload>
}

const lifetimeSeconds = 300
/** Two machines' clocks differ. */
const leewaySeconds = 60

/** Creates the signer for one secret; no secret means a server without tokens. */
export function createTokens(secret: string | undefined, headerName: string): Tokens {
  const key = new TextEncoder().encode(secret ?? '')
  return {
    headerName,
    required: secret !== undefined,
    sign: (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuedAt()
        .setExpirationTime(`${lifetimeSeconds}s`)
        .sign(key),
    verify: async (token) => {
      try {
        const verified = await jwtVerify(token, key, { algorithms: ['HS256'], clockTolerance: leewaySeconds })
        return verified.payload
      } catch (cause) {
        if (cause instanceof errors.JWTExpired)
          throw new DocumentServerError('TOKEN_EXPIRED', 'The token has expired.', { cause })
        throw new DocumentServerError('TOKEN_INVALID', 'The token is not signed with the shared secret.', {
          cause,
        })
      }
    },
  }
}

/** Takes the token out of a header such as `Authorization: Bearer …`; a bare token passes too. */
export function tokenFromHeader(value: string | string[] | undefined): string | undefined {
  if (typeof value !== 'string') return undefined
  return value.replace(/^Bearer\s+/i, '').trim() || undefined
}
