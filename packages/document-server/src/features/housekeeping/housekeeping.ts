import type { Clock } from '../../lib/clock.js'
import { reasonOf } from '../../lib/errors.js'
import type { Log } from '../../lib/log.js'
import type { DocumentRecord, DocumentStore } from '../documents/index.js'
import type { ResultStore } from '../results/index.js'

/** Removes what nobody needs any more, so that the disk does not fill up. */
export interface Housekeeping {
  /** Sweeps now, and then every hour. */
  start: () => Promise<void>
  stop: () => void
}

interface HousekeepingOptions {
  store: DocumentStore
  results: ResultStore
  /** Tells whether somebody has a key open, or a copy of it waits for the portal. */
  isNeeded: (key: string) => Promise<boolean>
  clock: Clock
  log: Log
  limits: { closedDocumentDays: number; staleKeyDays: number }
}

const hourMs = 60 * 60 * 1_000
const dayMs = 24 * hourMs

/** Creates the housekeeping of documents on disk and of results. */
export function createHousekeeping(options: HousekeepingOptions): Housekeeping {
  const { store, results, isNeeded, clock, log, limits } = options
  let cancel: (() => void) | undefined
  let stopped = false

  async function sweep(): Promise<void> {
    await results.prune()
    let removed = 0
    for (const record of await store.list()) if (await sweepRecord(record)) removed += 1
    if (removed > 0)
      log.info({ removed }, 'Documents that nobody opened for long were removed from this server')
  }

  /** Documents that wait to be saved (`open`) stay, however old they are. */
  async function sweepRecord(record: DocumentRecord): Promise<boolean> {
    const days = (clock.now() - record.updatedAt) / dayMs
    if (record.state === 'open' || (await isNeeded(record.key))) return false
    const keptDays = record.state === 'closed' ? limits.closedDocumentDays : limits.staleKeyDays
    if (days > keptDays) {
      await store.remove(record.key)
      return true
    }
    if (record.state === 'saved' && days > 1) await removeFiles(record)
    return false
  }

  /** The portal has the document; that the key is of the past must be known for longer. */
  async function removeFiles({ original, snapshot, ...record }: DocumentRecord): Promise<void> {
    if (original === undefined && snapshot === undefined) return
    await store.save(record)
    await store.removeFiles(record.key)
  }

  async function run(): Promise<void> {
    try {
      await sweep()
    } catch (cause) {
      log.error({ reason: reasonOf(cause) }, 'Old files could not be removed; it is tried again in an hour')
    }
    if (!stopped) cancel = clock.after(hourMs, () => void run())
  }

  return {
    start: run,
    stop: () => {
      stopped = true
      cancel?.()
    },
  }
}
