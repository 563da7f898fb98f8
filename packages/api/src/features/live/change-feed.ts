import type { Knex } from 'knex'
import type { Logger } from '../../lib/logger.js'
import { changeRepository, type Change, type Position } from './change.repository.js'

const pageSize = 500

export type ChangeListener = (changes: readonly Change[]) => void

export interface ChangeFeedOptions {
  db: Knex
  log: Logger
  /** How often the list is looked at. */
  intervalMs?: number
}

/**
 * Follows the list of changes while somebody listens, so that pages of any portal process hear of changes that any
 * other process made.
 */
export function createChangeFeed({ db, log, intervalMs = 250 }: ChangeFeedOptions) {
  const listeners = new Set<ChangeListener>()
  let position: Position | undefined
  let timer: NodeJS.Timeout | undefined
  let reading: Promise<void> | undefined

  async function readAll(): Promise<void> {
    for (let size = pageSize; size === pageSize && timer;) {
      position ??= (await changeRepository.findEnd(db)).position
      const changes = await changeRepository.listAfter(db, position, pageSize)
      position = changes.at(-1)?.position ?? position
      size = changes.length
      if (size > 0) for (const listener of listeners) listener(changes)
    }
  }

  function look(): Promise<void> {
    reading ??= readAll()
      .catch((error: unknown) => {
        log.error({ err: error }, 'the list of changes could not be read; open pages are told later')
      })
      .finally(() => (reading = undefined))
    return reading
  }

  async function pause(): Promise<void> {
    clearInterval(timer)
    timer = undefined
    await reading
    // Somebody may have begun to listen meanwhile.
    if (listeners.size === 0) position = undefined
  }

  function leave(listener: ChangeListener): void {
    listeners.delete(listener)
    if (listeners.size === 0) void pause()
  }

  return {
    /** Calls the listener with all changes from now on; resolves when none can be missed any more. */
    async follow(listener: ChangeListener): Promise<() => void> {
      listeners.add(listener)
      timer ??= setInterval(() => void look(), intervalMs)
      // Not left to the next look: should that fail, changes until the one after it would be missed.
      try {
        position ??= (await changeRepository.findEnd(db)).position
      } catch (error) {
        leave(listener)
        throw error
      }
      return () => {
        leave(listener)
      }
    },

    async stop(): Promise<void> {
      listeners.clear()
      await pause()
    },
  }
}
export type ChangeFeed = ReturnType<typeof createChangeFeed>
