import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from '../../lib/logger.js'
import { DocumentServerUnavailable } from './document-server.client.js'
import type { RecoveryService } from './recovery.service.js'

export interface RecoveryJobOptions {
  recovery: RecoveryService
  log: Logger
  intervalMs?: number
}

export interface RecoveryJob {
  /** Starts no other round, and gives the one that is running a moment to end. */
  stop(): Promise<void>
}

/** Runs the recovery at once and then again and again, one round after the other. */
export function startRecoveryJob({ recovery, log, intervalMs = 30_000 }: RecoveryJobOptions): RecoveryJob {
  let isStart = true
  let running: Promise<void> | undefined

  async function round(): Promise<void> {
    try {
      await recovery.runOnce({ isStart })
      isStart = false
    } catch (error) {
      if (error instanceof DocumentServerUnavailable)
        log.debug({ err: error }, 'the document server could not be asked for forgotten files')
      else log.error({ err: error }, 'looking for unfinished saves failed')
    }
  }

  function begin(): void {
    running ??= round().finally(() => (running = undefined))
  }

  begin()
  const timer = setInterval(begin, intervalMs)
  return {
    async stop() {
      clearInterval(timer)
      // A download may take minutes; what it leaves undone is in the ledger for the next start.
      await Promise.race([running, wait(3_000, undefined, { ref: false })])
    },
  }
}
