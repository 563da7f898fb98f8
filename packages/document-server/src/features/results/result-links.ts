import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../lib/clock.js'

/** Signs the addresses under which results can be fetched, and checks them. */
export interface ResultLinks {
  /** Full address of a path below `/cache/files`, valid for 15 minutes. */
  create: (baseUrl: string, path: string, key: string, fileName: string) => string
  check: (
    path: string,
    signature: string | undefined,
    expires: string | undefined,
  ) => 'ok' | 'forbidden' | 'gone'
}

const lifetimeSeconds = 15 * 60

/** Creates the signer; the parameter is called `md5` because portals know it by that name, it holds an HMAC. */
export function createResultLinks(secret: string, clock: Clock): ResultLinks {
  const sign = (path: string, expires: string) =>
    createHmac('sha256', secret).update(`${path}\n${expires}`).digest('base64url').slice(0, 22)

  return {
    create: (baseUrl, path, key, fileName) => {
      const expires = String(Math.floor(clock.now() / 1_000) + lifetimeSeconds)
      const query = new URLSearchParams({
        md5: sign(path, expires),
        expires,
        shardkey: key,
        filename: fileName,
      })
      return `${baseUrl}${path.split('/').map(encodeURIComponent).join('/')}?${query.toString()}`
    },
    check: (path, signature, expires) => {
      if (!signature || !expires || !/^\d{1,12}$/.test(expires)) return 'forbidden'
      const given = Buffer.from(signature)
      const wanted = Buffer.from(sign(path, expires))
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'forbidden'
      return Number(expires) * 1_000 < clock.now() ? 'gone' : 'ok'
    },
  }
}
