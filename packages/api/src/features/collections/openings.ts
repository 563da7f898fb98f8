import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import type { Logger } from '../../lib/logger.js'
import type { Actor } from '../auth/index.js'
import { collectionRepository } from './collection.repository.js'

/** So long openings are collected, to be written down together. */
const collectedMs = 500

export interface OpeningsOptions {
  db: Knex
  clock: Clock
  log: Logger
}

export type Openings = ReturnType<typeof createOpenings>

/**
 * Notes who opened what. Opening waits for none of it: a class that opens its exercise at once would otherwise wait for
 * the disk once for each of its pupils.
 */
export function createOpenings({ db, clock, log }: OpeningsOptions) {
  let waiting = new Map<string, { userId: string; nodeId: string; at: Date }>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    const entries = [...waiting.values()]
    waiting = new Map()
    if (entries.length === 0) return
    try {
      await db.transaction(async (trx) => {
        for (const entry of entries) await collectionRepository.put(trx, 'recent', entry)
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
