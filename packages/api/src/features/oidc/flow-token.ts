import { hkdfSync } from 'node:crypto'
import { EncryptJWT, errors, jwtDecrypt } from 'jose'
import { z } from 'zod'
import type { Clock } from '../../lib/clock.js'

const lifetimeSeconds = 600

const flowSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  redirect: z.string(),
})

/** A sign-in on its way: what must come back unchanged, and the page that was wanted. */
export type Flow = z.infer<typeof flowSchema>

/** Writes and reads what the browser keeps while it is at the provider, legible to the portal alone. */
export function createFlowTokens({ secret, clock }: { secret: string; clock: Clock }) {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'lectern single sign-on', 32))
  return {
    lifetimeSeconds,

    write(flow: Flow): Promise<string> {
      const now = Math.floor(clock.now().getTime() / 1_000)
      return new EncryptJWT({ ...flow })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setIssuedAt(now)
        .setExpirationTime(now + lifetimeSeconds)
        .encrypt(key)
    },

    /** Undefined when it is not ours, or too old. */
    async read(token: string): Promise<Flow | undefined> {
      try {
        const { payload } = await jwtDecrypt(token, key, { currentDate: clock.now() })
        return flowSchema.parse(payload)
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined
        throw error
      }
    },
  }
}
