const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000

/** Counts crashes in a row and says how long to wait before the next start. */
export function createBackoff({ stableAfterMs = 60_000 } = {}) {
  let crashes = 0
  return {
    /** The pause after a process that ran for `ranMs` has died. */
    nextPauseMs(ranMs: number): number {
      if (ranMs >= stableAfterMs) crashes = 0
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** crashes, LONGEST_PAUSE_MS)
      crashes += 1
      return pause
    },
  }
}
