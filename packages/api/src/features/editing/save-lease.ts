import { setTimeout as wait } from 'node:timers/promises'
import type { Knex } from 'knex'
import { toDate } from '../../db/database.js'
import { createId } from '../../lib/ids.js'
import type { Clock } from '../../lib/clock.js'

interface LeaseRow {
  document_id: string
  owner: string
  expires_at: Date | number
}

/** Another save of the same document takes too long; the document server is to try again. */
export class SaveBusy extends Error {
  override readonly name = 'SaveBusy'
}

export interface SaveLeaseOptions {
  /** A lease of a process that died ends by itself after this time. */
  durationMs?: number
  /** How long a save waits for the one before it. */
  patienceMs?: number
  pollMs?: number
}

/** Lets saves of one document run one at a time and in order, across processes as well. */
export function createSaveLeases(db: Knex, clock: Clock, options: SaveLeaseOptions = {}) {
  const { durationMs = 4_000, patienceMs = 20_000, pollMs = 100 } = options
  const tails = new Map<string, Promise<unknown>>()
  const leases = () => db<LeaseRow>('save_leases')
  const expiry = () => new Date(clock.now().getTime() + durationMs)

  async function tryTake(documentId: string, owner: string): Promise<boolean> {
    const expired = await leases()
      .where({ document_id: documentId })
      .where('expires_at', '<', clock.now())
      .update({ owner, expires_at: expiry() })
    if (expired > 0) return true
    await leases()
      .insert({ document_id: documentId, owner, expires_at: expiry() })
      .onConflict('document_id')
      .ignore()
    const row = await leases().where({ document_id: documentId }).first()
    return row?.owner === owner && toDate(row.expires_at) > clock.now()
  }

  async function take(documentId: string, owner: string): Promise<void> {
    for (let waitedMs = 0; !(await tryTake(documentId, owner)); waitedMs += pollMs) {
      if (waitedMs >= patienceMs) throw new SaveBusy('another save of this document has not ended')
      await wait(pollMs)
    }
  }

  async function hold<T>(documentId: string, work: () => Promise<T>): Promise<T> {
    const owner = createId()
    await take(documentId, owner)
    const mine = () => leases().where({ document_id: documentId, owner })
    const renewal = setInterval(() => {
      // A renewal that fails lets the lease run out; the row lock of the commit still keeps saves apart.
      mine()
        .update({ expires_at: expiry() })
        .catch(() => undefined)
    }, durationMs / 3)
    try {
      return await work()
    } finally {
      clearInterval(renewal)
      await mine().delete()
    }
  }

  /** Runs the work when no other save of the document runs, in the order of the calls. */
  async function run<T>(documentId: string, work: () => Promise<T>): Promise<T> {
    const before = tails.get(documentId) ?? Promise.resolve()
    const result = before.then(() => hold(documentId, work))
    const tail = result.catch(() => undefined)
    tails.set(documentId, tail)
    void tail.then(() => {
      if (tails.get(documentId) === tail) tails.delete(documentId)
    })
    return result
  }

  return { run }
}
export type SaveLeases = ReturnType<typeof createSaveLeases>
