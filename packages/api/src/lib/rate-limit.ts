import type { Clock } from './clock.js'
import { PortalError } from './portal-error.js'

export interface RateLimit {
  /** Counts one attempt for each key; RATE_LIMITED when one of them had too many. */
  take(...keys: string[]): void
  /** Takes an attempt back that turned out not to be a guess. */
  giveBack(...keys: string[]): void
}

export interface RateLimitOptions {
  clock: Clock
  limit: number
  windowMs: number
  /** Keys kept at most, so that inventing keys does not fill the memory. */
  maxKeys?: number
}

/** Counts attempts by key in fixed windows, in memory: each process of the portal counts for itself. */
export function createRateLimit({ clock, limit, windowMs, maxKeys = 10_000 }: RateLimitOptions): RateLimit {
  const windows = new Map<string, { endsAt: number; count: number }>()

  function forget(now: number) {
    for (const [key, { endsAt }] of windows) if (endsAt <= now) windows.delete(key)
    const oldest = windows.keys()
    while (windows.size >= maxKeys) windows.delete(oldest.next().value ?? '')
  }

  return {
    take(...keys) {
      const now = clock.now().getTime()
      for (const key of keys) {
        let window = windows.get(key)
        if (!window || window.endsAt <= now) {
          if (windows.size >= maxKeys) forget(now)
          window = { endsAt: now + windowMs, count: 0 }
          windows.set(key, window)
        }
        window.count++
        if (window.count > limit) throw tooMany(Math.ceil((window.endsAt - now) / 1_000))
      }
    },
    giveBack(...keys) {
      for (const key of keys) {
        const window = windows.get(key)
        if (window && window.count > 0) window.count--
      }
    },
  }
}

function tooMany(retryAfterSeconds: number): PortalError {
  return new PortalError(
    'RATE_LIMITED',
    `Too many attempts. Wait ${retryAfterSeconds} seconds and try again.`,
    {
      details: { retryAfterSeconds },
    },
  )
}
