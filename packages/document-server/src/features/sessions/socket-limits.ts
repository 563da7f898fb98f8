import type { Clock } from '../../lib/clock.js'

/** Counts the sockets of each address. */
export interface SocketCounter {
  /** Gives the release, or undefined when the address has too many. */
  take: (address: string) => (() => void) | undefined
}

/** Creates a counter with a limit. */
export function createSocketCounter(limit: number): SocketCounter {
  const counts = new Map<string, number>()
  return {
    take: (address) => {
      const count = counts.get(address) ?? 0
      if (count >= limit) return undefined
      counts.set(address, count + 1)
      return () => {
        const left = (counts.get(address) ?? 1) - 1
        if (left > 0) counts.set(address, left)
        else counts.delete(address)
      }
    },
  }
}

/** Far above what a person types or drags, and enough to send a long gap again after a lost line. */
const perSecond = 2_000
const burst = 20_000

/** Creates a token bucket: false means that a page sends more than any page should. */
export function createRateLimit(clock: Clock): () => boolean {
  let tokens = burst
  let at = clock.now()
  return () => {
    const now = clock.now()
    tokens = Math.min(burst, tokens + ((now - at) / 1_000) * perSecond)
    at = now
    tokens -= 1
    return tokens >= 0
  }
}
