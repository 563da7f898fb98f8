/** Time as the server sees it; tests give one that they move by hand. */
export interface Clock {
  now: () => number
  /** Runs `action` once after a delay; the answer cancels it. */
  after: (delayMs: number, action: () => void) => () => void
  sleep: (delayMs: number) => Promise<void>
}

/** The machine's own clock. Its timers keep no process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, action) => {
    const timer = setTimeout(action, delayMs)
    timer.unref()
    return () => {
      clearTimeout(timer)
    }
  },
  sleep: (delayMs) =>
    new Promise((resolve) => {
      setTimeout(resolve, delayMs)
    }),
}
