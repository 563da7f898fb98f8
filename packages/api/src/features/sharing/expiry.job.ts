import type { Logger } from '../../lib/logger.js'

const intervalMs = 30_000

export interface ExpiryJobOptions {
  endExpired: () => Promise<void>
  log: Logger
}

/** Looks every half minute for share links whose time is over; `stop()` waits for a round that runs. */
export function startExpiryJob({ endExpired, log }: ExpiryJobOptions): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(endExpired).catch((error: unknown) => {
      log.error({ err: error }, 'share links whose time is over could not be ended now')
    })
  }, intervalMs)
  return {
    stop: () => {
      clearInterval(timer)
      return running
    },
  }
}
