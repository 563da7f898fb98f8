import { errors, jwtVerify } from 'jose'
import { z } from 'zod'
import { createJwtSigner, importSecretKey } from '../../lib/secret-key.js'

const dayMs = 24 * 60 * 60 * 1000

/** What the bearer of a portal URL may do: read one version, or report on one editing state. */
export type UrlToken =
  | { purpose: 'file'; documentId: string; versionId: string }
  | { purpose: 'callback'; documentId: string; key: string }

/**
 * The file is fetched while the editor opens. A callback may come as late as somebody leaves a forgotten tab, and a
 * save refused for its age would be a lost edit; the document server's own five-minute token limits the reuse.
 */
const lifetimeMs = { file: dayMs, callback: 60 * dayMs }

/** A class opens one document at the same time: for so long all get the same address, and at most so many are kept. */
const reuse = { forMs: 60_000, atMost: 1_000 }

const claimsSchema = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('file'), documentId: z.string(), versionId: z.string() }),
  z.object({ purpose: z.literal('callback'), documentId: z.string(), key: z.string() }),
])

/** Signs and verifies the tokens in the portal's own URLs, which only the portal's secret can make. */
export function createUrlTokens(secret: string, now: () => Date) {
  const secretKey = importSecretKey(secret)
  const signJwt = createJwtSigner(secret)
  const signed = new Map<string, { text: string; issuedMs: number }>()

  function signAnew(token: UrlToken, issuedMs: number): string {
    const iat = Math.floor(issuedMs / 1000)
    const exp = Math.floor((issuedMs + lifetimeMs[token.purpose]) / 1000)
    return signJwt({ ...token, aud: 'lectern-url', iat, exp })
  }

  return {
    sign(token: UrlToken): string {
      const issuedMs = now().getTime()
      const claims = JSON.stringify(token)
      const known = signed.get(claims)
      if (known && issuedMs >= known.issuedMs && issuedMs < known.issuedMs + reuse.forMs) return known.text
      const text = signAnew(token, issuedMs)
      if (signed.size >= reuse.atMost) signed.clear()
      signed.set(claims, { text, issuedMs })
      return text
    },

    /** Gives the claims of a token, or undefined when it is not ours, too old or for another purpose. */
    async verify<P extends UrlToken['purpose']>(
      purpose: P,
      text: string,
    ): Promise<Extract<UrlToken, { purpose: P }> | undefined> {
      try {
        const { payload } = await jwtVerify(text, await secretKey, {
          algorithms: ['HS256'],
          audience: 'lectern-url',
          requiredClaims: ['exp'],
          currentDate: now(),
        })
        const claims = claimsSchema.safeParse(payload)
        if (!claims.success || claims.data.purpose !== purpose) return undefined
        return claims.data as Extract<UrlToken, { purpose: P }>
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined
        throw error
      }
    },
  }
}
export type UrlTokens = ReturnType<typeof createUrlTokens>
