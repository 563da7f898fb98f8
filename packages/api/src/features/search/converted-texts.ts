import type { Knex } from 'knex'
import { findFormat, outputTypes } from '@lectern/shared'
import type { Clock } from '../../lib/clock.js'
import type { Logger } from '../../lib/logger.js'
import { afterFailedConversion, type ConversionService } from '../editing/index.js'
import { nodeRepository, versionRepository } from '../library/index.js'
import { conversionQueueRepository, type WaitingConversion } from './conversion-queue.repository.js'
import { extractText, isReadable } from './text-extraction.js'

const turnMs = 5 * 60_000

/** The type that a file is converted into for its text; undefined when it is read as it is, or cannot be. */
export function readableTypeOf(fileType: string): string | undefined {
  const documentType = findFormat(fileType)?.documentType
  return documentType && !isReadable(fileType) ? outputTypes[documentType]?.[0] : undefined
}

export interface ConvertedTextsOptions {
  db: Knex
  clock: Clock
  log: Logger
  conversions: ConversionService
  /** Puts the text of a document into the index, in the transaction that takes it from the list. */
  store: (trx: Knex, nodeId: string, text: string) => Promise<void>
}

type Outcome = 'done' | 'unavailable'

/** Gets the text of older and foreign file types by the document server's conversion, one document after the other. */
export function createConvertedTexts({ db, clock, log, conversions, store }: ConvertedTextsOptions) {
  const later = (ms: number) => new Date(clock.now().getTime() + ms)

  /** The text of what waits; undefined when it is gone meanwhile. */
  async function readText({ nodeId, versionId }: WaitingConversion): Promise<string | undefined> {
    const [document, version] = await Promise.all([
      nodeRepository.findDocumentEvenDeleted(db, nodeId),
      versionRepository.find(db, versionId),
    ])
    const outputType = document && readableTypeOf(document.fileType)
    if (!version || !outputType) return undefined
    return extractText(outputType, version.size, () => conversions.convert({ document, version, outputType }))
  }

  async function finish(waiting: WaitingConversion, text: string | undefined): Promise<void> {
    await db.transaction(async (trx) => {
      const isCurrent = await conversionQueueRepository.remove(trx, waiting)
      if (isCurrent && text !== undefined) await store(trx, waiting.nodeId, text)
    })
  }

  async function handleFailure(waiting: WaitingConversion, error: unknown): Promise<Outcome> {
    const next = afterFailedConversion(error, waiting.attempts)
    if (next.kind === 'never') {
      // It is still found by its name, as everything with a password is.
      if (!next.isProtected)
        log.warn(
          { err: error, documentId: waiting.nodeId },
          'a document could not be converted for the search',
        )
      await conversionQueueRepository.remove(db, waiting)
      return 'done'
    }
    const { attempts, afterMs } = next
    await conversionQueueRepository.postpone(db, waiting, { attempts, until: later(afterMs) })
    return next.kind === 'unavailable' ? 'unavailable' : 'done'
  }

  return {
    /** Reads all that is due; stops when the document server does not answer. */
    async work(): Promise<void> {
      for (;;) {
        const next = await conversionQueueRepository.findDue(db, clock.now())
        if (!next) return
        const until = later(turnMs)
        // Another process of the portal may have been quicker.
        if (!(await conversionQueueRepository.postpone(db, next, { attempts: next.attempts, until })))
          continue
        const taken = { ...next, dueMs: until.getTime() }
        try {
          await finish(taken, await readText(taken))
        } catch (error) {
          if ((await handleFailure(taken, error)) === 'unavailable') return
        }
      }
    },
  }
}
