/** Moments of a save at which a test kills the process, to show that nothing is lost there. */
export const crashPoints = ['after-ledger', 'after-blob', 'before-commit', 'after-commit'] as const
export type CrashPoint = (typeof crashPoints)[number]

/** Kills the process at once when it reaches the configured point; does nothing without one. */
export type ReachCrashPoint = (point: CrashPoint) => void

/** Makes the function that saves call at each crash point. */
export function createCrashPoints(crashAt: string | undefined): ReachCrashPoint {
  return (point) => {
    // SIGKILL, because no handler may tidy up: that is what a power cut looks like.
    if (point === crashAt) process.kill(process.pid, 'SIGKILL')
  }
}
