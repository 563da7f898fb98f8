import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import type { Logger } from '../../lib/logger.js'
import { recordActivity } from '../activity/index.js'
import type { Actor } from '../auth/index.js'
import { collectionRepository } from './collection.repository.js'

/** So long openings are collected, to be written down together. */
const collectedMs = 500
/** Whoever opens a document again within this time is not told of again. */
const toldAgainMs = 10 * 60_000
const maxTold = 10_000

export interface OpeningsOptions {
  db: Knex
  clock: Clock
  log: Logger
}

/**
 * Notes who opened what. Opening waits for none of it: a class that opens its exercise at once would otherwise wait for
 * the disk once for each of its pupils.
 */
export function createOpenings({ db, clock, log }: OpeningsOptions) {
  /** When it was last told that somebody opened something. */
  const told = new Map<string, number>()
  let waiting = new Map<string, { userId: string; nodeId: string; at: Date }>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  function isNews(key: string, at: Date): boolean {
    if (at.getTime() - (told.get(key) ?? Number.NEGATIVE_INFINITY) < toldAgainMs) return false
    if (told.size >= maxTold) told.clear()
    told.set(key, at.getTime())
    return true
  }

  async function write(): Promise<void> {
    const entries = [...waiting]
    waiting = new Map()
    if (entries.length === 0) return
    try {
      await db.transaction(async (trx) => {
        for (const [key, entry] of entries) {
          const { userId: actorId, nodeId, at } = entry
          await collectionRepository.put(trx, 'recent', entry)
          if (isNews(key, at)) await recordActivity(trx, { action: 'opened', actorId, nodeId, at })
        }
      })
    } catch (error) {
      // A document that was deleted for ever meanwhile, at worst.
      log.warn({ err: error }, 'what people opened could not be noted')
    }
  }

  /** Writes down what was noted so far. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write)
    await writing
  }

  return {
    flush,

    /** Notes that somebody opened a document. */
    note({ userId }: Actor, documentId: string): void {
      waiting.delete(`${userId} ${documentId}`)
      waiting.set(`${userId} ${documentId}`, { userId, nodeId: documentId, at: clock.now() })
      timer ??= setTimeout(() => void flush(), collectedMs)
    },
  }
}
