import type { Clock } from '../lib/clock.js'

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  advance(ms: number): void
}

/** Makes a clock that tests move. */
export function createTestClock(start = new Date('2026-03-02T09:00:00Z')): TestClock {
  let now = start.getTime()
  return {
    now: () => new Date(now),
    advance: (ms) => {
      now += ms
    },
  }
}
