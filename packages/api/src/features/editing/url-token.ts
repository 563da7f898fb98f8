import { createSecretKey } from 'node:crypto'
import { SignJWT, errors, jwtVerify } from 'jose'
import { z } from 'zod'

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

const claimsSchema = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('file'), documentId: z.string(), versionId: z.string() }),
  z.object({ purpose: z.literal('callback'), documentId: z.string(), key: z.string() }),
])

/** Signs and verifies the tokens in the portal's own URLs, which only the portal's secret can make. */
export function createUrlTokens(secret: string, now: () => Date) {
  // As a key object: bytes would be imported anew for each token.
  const secretKey = createSecretKey(secret, 'utf8')

  return {
    async sign(token: UrlToken): Promise<string> {
      const issuedMs = now().getTime()
      return new SignJWT({ ...token })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience('lectern-url')
        .setIssuedAt(Math.floor(issuedMs / 1000))
        .setExpirationTime(Math.floor((issuedMs + lifetimeMs[token.purpose]) / 1000))
        .sign(secretKey)
    },

    /** Gives the claims of a token, or undefined when it is not ours, too old or for another purpose. */
    async verify<P extends UrlToken['purpose']>(
      purpose: P,
      text: string,
    ): Promise<Extract<UrlToken, { purpose: P }> | undefined> {
      try {
        const { payload } = await jwtVerify(text, secretKey, {
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
