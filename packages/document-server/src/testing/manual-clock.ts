import type { Clock } from '../lib/clock.js'

export interface ManualClock extends Clock {
  /** Lets time pass, and runs what falls due meanwhile. */
  advance: (ms: number) => void
}

/** A clock that stands still until a test moves it. */
export function createManualClock(): ManualClock {
  let now = 1_000_000
  let timers: { at: number; action: () => void }[] = []

  const after = (delayMs: number, action: () => void) => {
    const timer = { at: now + delayMs, action }
    timers.push(timer)
    return () => {
      timers = timers.filter((other) => other !== timer)
    }
  }

  return {
    now: () => now,
    after,
    sleep: (delayMs) => new Promise((resolve) => void after(delayMs, resolve)),
    advance: (ms) => {
      const end = now + ms
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((left, right) => left.at - right.at)
        if (!next) break
        timers = timers.filter((timer) => timer !== next)
        now = next.at
        next.action()
      }
      now = end
    },
  }
}
