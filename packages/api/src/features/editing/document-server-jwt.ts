import { errors, jwtVerify } from 'jose'
import { z } from 'zod'
import { createJwtSigner, importSecretKey } from '../../lib/secret-key.js'

/** Clocks of portal and document server may differ by this much. */
const clockToleranceSeconds = 60

const headerClaimsSchema = z.object({ payload: z.record(z.string(), z.unknown()) })

export type DocumentServerClaims = Record<string, unknown>

/** Signs and verifies the tokens that portal and document server share a secret for. */
export function createDocumentServerJwt(secret: string, now: () => Date) {
  const secretKey = importSecretKey(secret)
  const signJwt = createJwtSigner(secret)

  async function verify(text: string): Promise<DocumentServerClaims | undefined> {
    try {
      const { payload } = await jwtVerify(text, await secretKey, {
        algorithms: ['HS256'],
        requiredClaims: ['exp'],
        clockTolerance: clockToleranceSeconds,
        currentDate: now(),
      })
      return payload
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined
      throw error
    }
  }

  return {
    sign(claims: object, lifetimeSeconds: number): string {
      const iat = Math.floor(now().getTime() / 1000)
      return signJwt({ ...claims, iat, exp: iat + lifetimeSeconds })
    },

    /** Gives the flat claims of a token from a body, or undefined when it cannot be believed. */
    verify,

    /**
     * Gives what a header token wraps in `payload`, or undefined. A config token, which every browser holds and which
     * is signed with the same secret, has no `payload` and is therefore refused here.
     */
    async verifyHeader(header: string | undefined): Promise<DocumentServerClaims | undefined> {
      const token = header?.replace(/^Bearer\s+/i, '')
      const claims = token ? await verify(token) : undefined
      return headerClaimsSchema.safeParse(claims).data?.payload
    },
  }
}
export type DocumentServerJwt = ReturnType<typeof createDocumentServerJwt>
