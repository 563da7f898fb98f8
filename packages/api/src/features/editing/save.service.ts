import type { Knex } from 'knex'
import { CallbackStatus } from '@lectern/shared'
import type { Clock } from '../../lib/clock.js'
import type { Logger } from '../../lib/logger.js'
import { insertBlob, nodeRepository } from '../library/index.js'
import { lastAuthorOf } from './callback.js'
import type { ReachCrashPoint } from './crash-point.js'
import { editingSessionRepository } from './editing-session.repository.js'
import { findAuthor } from './participants.js'
import { tellOfProblem } from './problem-notice.js'
import { UnusableResult } from './result-fetcher.js'
import type { ResultFetcher } from './result-fetcher.js'
import type { SaveLeases } from './save-lease.js'
import { saveLedgerRepository } from './save-ledger.repository.js'
import type { LedgerEntry, LedgerResult } from './save-ledger.repository.js'
import { appendSessionResult } from './version-appender.js'
import type { SessionCause, StoredBytes } from './version-appender.js'

const causes = { [CallbackStatus.ReadyToSave]: 'edit', [CallbackStatus.ForceSaved]: 'force_save' } as const

type Work = (entry: LedgerEntry) => Promise<void>

export interface SaveServiceOptions {
  db: Knex
  clock: Clock
  log: Logger
  fetcher: ResultFetcher
  leases: SaveLeases
  reachCrashPoint: ReachCrashPoint
}

interface FetchedResult {
  document: StoredBytes
  changes: StoredBytes | undefined
}

/** Carries saves of the ledger out: fetch, check, store, and only then count them as done. */
export function createSaveService({ db, clock, log, fetcher, leases, reachCrashPoint }: SaveServiceOptions) {
  /**
   * Carries out one entry and gives it back ended: `done` when everything is durable, `failed` when it never can be.
   * Throws on faults that may pass; the entry then stays open.
   */
  async function carryOut(entry: LedgerEntry, work: Work = carryOutOpen): Promise<LedgerEntry> {
    return leases.run(entry.documentId, async () => {
      // While it waited for its turn somebody else may have done the work.
      const open = await saveLedgerRepository.get(db, entry.id)
      if (open.outcome !== 'received') return open
      try {
        await work(open)
      } catch (error) {
        if (!(error instanceof UnusableResult)) {
          await noteAttempt(open, error)
          throw error
        }
        log.warn({ err: error, documentId: open.documentId, ledgerEntry: open.id }, 'a save was refused')
        await giveUp(open, error)
      }
      return saveLedgerRepository.get(db, entry.id)
    })
  }

  async function carryOutOpen(entry: LedgerEntry): Promise<void> {
    switch (entry.callback.status) {
      case CallbackStatus.ReadyToSave:
      case CallbackStatus.ForceSaved:
        await store(entry, await fetchResult(entry), causes[entry.callback.status])
        return
      case CallbackStatus.SaveFailed:
      case CallbackStatus.ForceSaveFailed:
        await reportFailure(entry)
        return
      case CallbackStatus.Editing:
      case CallbackStatus.ClosedUnchanged:
        await saveLedgerRepository.finish(db, entry.id, { outcome: 'done' }, clock.now())
    }
  }

  async function fetchResult({ documentId, callback }: LedgerEntry): Promise<FetchedResult> {
    if (!callback.url) throw new UnusableResult('RESULT_UNUSABLE', 'The callback of a save names no file.')
    const document = await nodeRepository.findDocumentEvenDeleted(db, documentId)
    if (!document) throw new Error(`The document ${documentId} is gone.`)
    const fileType = { sent: callback.fileType, expected: document.fileType }
    const bytes = await fetcher.fetchDocument(callback.url, fileType)
    const changes = callback.changesUrl ? await fetchChanges(callback.changesUrl, documentId) : undefined
    reachCrashPoint('after-blob')
    return { document: bytes, changes }
  }

  /** The list of changes only decorates the history; a save counts without it. */
  async function fetchChanges(link: string, documentId: string): Promise<StoredBytes | undefined> {
    try {
      return await fetcher.keep(link)
    } catch (error) {
      log.warn({ err: error, documentId }, 'the list of changes of a save could not be fetched')
      return undefined
    }
  }

  async function store(entry: LedgerEntry, { document, changes }: FetchedResult, cause: SessionCause) {
    const { documentId, callback } = entry
    const at = clock.now()
    await db.transaction(async (trx) => {
      if (!(await saveLedgerRepository.finish(trx, entry.id, { outcome: 'done' }, at))) return
      if (changes) await insertBlob(trx, changes, at)
      const { versionId, isConflict } = await appendSessionResult(trx, {
        documentId,
        session: await editingSessionRepository.find(trx, callback.key),
        bytes: document,
        cause,
        authorId: await findAuthor(trx, lastAuthorOf(callback)),
        changesSha256: changes?.sha256,
        history: callback.history,
        at,
      })
      const problem = isConflict ? 'CONFLICT' : undefined
      await saveLedgerRepository.setVersion(trx, entry.id, versionId, problem)
      if (problem) await tellOfProblem(trx, entry, { problem, at })
      if (cause !== 'force_save') await editingSessionRepository.end(trx, callback.key, at)
      reachCrashPoint('before-commit')
    })
    reachCrashPoint('after-commit')
  }

  /** The document server could not save; what it has nevertheless is kept aside, never over a good version. */
  async function reportFailure(entry: LedgerEntry): Promise<void> {
    const { documentId, callback } = entry
    const aside = callback.url ? await fetcher.keep(callback.url) : undefined
    const isFinal = callback.status === CallbackStatus.SaveFailed
    const problem = isFinal ? 'EDITOR_COULD_NOT_SAVE' : 'FORCE_SAVE_FAILED'
    await end(entry, { outcome: 'done', problem, asideSha256: aside?.sha256 }, aside)
    log.warn({ documentId, problem }, 'the document server could not save a document')
  }

  async function giveUp(entry: LedgerEntry, { problem, message, aside }: UnusableResult): Promise<void> {
    await end(entry, { outcome: 'failed', problem, detail: message, asideSha256: aside?.sha256 }, aside)
  }

  async function end(
    entry: LedgerEntry,
    result: LedgerResult,
    aside: StoredBytes | undefined,
  ): Promise<void> {
    const at = clock.now()
    await db.transaction(async (trx) => {
      if (aside) await insertBlob(trx, aside, at)
      const isNews = await saveLedgerRepository.finish(trx, entry.id, result, at)
      if (isNews && result.problem) await tellOfProblem(trx, entry, { problem: result.problem, at })
    })
  }

  async function noteAttempt(entry: LedgerEntry, error: unknown): Promise<void> {
    const detail = error instanceof Error ? error.message : 'unknown fault'
    log.warn(
      { err: error, documentId: entry.documentId, ledgerEntry: entry.id },
      'a save has to be tried again',
    )
    // The fault may be the database itself; the first error is the one that matters.
    await saveLedgerRepository.countAttempt(db, entry.id, detail, clock.now()).catch(() => undefined)
  }

  return {
    carryOut: (entry: LedgerEntry) => carryOut(entry),
    giveUp,
    /** Makes a version of what the document server kept after a failed save. */
    recover: (entry: LedgerEntry) =>
      carryOut(entry, async (open) => store(open, await fetchResult(open), 'recovered')),
  }
}
export type SaveService = ReturnType<typeof createSaveService>
