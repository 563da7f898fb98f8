import type { Knex } from 'knex'
import { CallbackStatus, CommandError } from '@lectern/shared'
import type { Clock } from '../../lib/clock.js'
import { createId } from '../../lib/ids.js'
import type { Logger } from '../../lib/logger.js'
import { nodeRepository } from '../library/index.js'
import { parseCallback } from './callback.js'
import { documentIdOfKey, isKeyOfInstance } from './document-key.js'
import type { DocumentServerClient } from './document-server.client.js'
import { editingSessionRepository } from './editing-session.repository.js'
import { UnusableResult } from './result-fetcher.js'
import { saveLedgerRepository } from './save-ledger.repository.js'
import type { LedgerEntry } from './save-ledger.repository.js'
import type { SaveService } from './save.service.js'

/** Result links live that long; what could not be fetched until then is with the forgotten files. */
const linkLifetimeMs = 15 * 60_000
/** The document server's own attempts are over after this time. */
const retryWindowMs = 20_000
const silenceMs = 60_000
const presenceKeptMs = 24 * 60 * 60_000

export interface RecoveryServiceOptions {
  db: Knex
  clock: Clock
  log: Logger
  client: DocumentServerClient
  saves: SaveService
}

/** Finishes what a crash or a failed save left behind. */
export function createRecoveryService({ db, clock, log, client, saves }: RecoveryServiceOptions) {
  /** Keys whose forgotten file can neither become a version nor be kept aside: asking again would change nothing. */
  const hopeless = new Set<string>()
  let lastListError: number = CommandError.None
  const ago = (ms: number) => new Date(clock.now().getTime() - ms)

  /** Carries out saves that were written down and not ended. */
  async function resumeSaves(untouchedForMs = retryWindowMs): Promise<void> {
    for (const entry of await saveLedgerRepository.listUnfinished(db, ago(untouchedForMs))) {
      try {
        await saves.carryOut(entry)
      } catch (error) {
        if (entry.receivedAt > ago(linkLifetimeMs)) continue
        const message = 'The result could not be fetched while its link was valid.'
        await saves.giveUp(
          entry,
          new UnusableResult('RESULT_UNREACHABLE', message, undefined, { cause: error }),
        )
      }
    }
  }

  /** Brings home what the document server kept because a save failed, and only then lets it forget. */
  async function collectForgotten(): Promise<void> {
    const { error, keys = [] } = await client.command({ c: 'getForgottenList' })
    // Once is enough: the job comes back every few seconds.
    if (error !== lastListError && error !== CommandError.None)
      log.warn(
        { error },
        'the document server does not tell of forgotten files: check that the secrets are equal',
      )
    lastListError = error
    const instanceId = await editingSessionRepository.instanceId(db)
    for (const key of keys.filter(
      (candidate) => isKeyOfInstance(candidate, instanceId) && !hopeless.has(candidate),
    ))
      await collect(key).catch((error: unknown) =>
        log.warn({ err: error, key }, 'a forgotten file was not fetched'),
      )
  }

  async function collect(key: string): Promise<void> {
    const session = await editingSessionRepository.find(db, key)
    // Somebody goes on editing exactly these bytes; their save will bring them.
    if (session && session.participants.length > 0) return
    const { error, url } = await client.command({ c: 'getForgotten', key })
    if (error !== CommandError.None || !url) return
    const entry = await writeDown(key, url)
    if (!entry) {
      hopeless.add(key)
      log.warn({ key }, 'a forgotten file belongs to no document of this portal')
      return
    }
    const { outcome, asideSha256 } = await recover(entry)
    if (outcome === 'done' || asideSha256) await client.command({ c: 'deleteForgotten', key })
    else hopeless.add(key)
  }

  async function recover(entry: LedgerEntry): Promise<LedgerEntry> {
    try {
      return await saves.recover(entry)
    } catch (error) {
      // The next round writes an entry of its own; this one would only be taken for a save that is still due.
      await saveLedgerRepository.finish(db, entry.id, { outcome: 'failed' }, clock.now())
      throw error
    }
  }

  async function writeDown(key: string, url: string): Promise<LedgerEntry | undefined> {
    // Each round is an entry of its own: one key can be forgotten twice with different bytes under one address.
    const claims = { key, status: CallbackStatus.SaveFailed, url, userdata: `recovery ${createId()}` }
    const callback = parseCallback(claims)
    const documentId = documentIdOfKey(key)
    const document = documentId && (await nodeRepository.findDocumentEvenDeleted(db, documentId))
    if (!document || !callback) return undefined
    return saveLedgerRepository.receive(db, { documentId: document.id, callback, claims, at: clock.now() })
  }

  /** Asks who is still there where people were said to be and nothing was heard since. */
  async function reconcileSessions(silentForMs = silenceMs): Promise<void> {
    for (const { key } of await editingSessionRepository.listSilent(db, ago(silentForMs))) {
      const { error, users = [] } = await client.command({ c: 'info', key })
      if (error === CommandError.None || error === CommandError.UnknownKey)
        await editingSessionRepository.setParticipants(db, key, users, clock.now())
    }
  }

  return {
    resumeSaves,
    collectForgotten,
    reconcileSessions,

    /** Everything, one after the other. At the start of the portal nothing that is open is too young to be looked at. */
    async runOnce({ isStart = false } = {}): Promise<void> {
      await resumeSaves(isStart ? 0 : retryWindowMs)
      await saveLedgerRepository.prunePresence(db, ago(presenceKeptMs))
      await collectForgotten()
      await reconcileSessions(isStart ? 0 : silenceMs)
    },
  }
}
export type RecoveryService = ReturnType<typeof createRecoveryService>
