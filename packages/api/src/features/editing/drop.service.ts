import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import type { Logger } from '../../lib/logger.js'
import type { DocumentServerClient } from './document-server.client.js'
import { editingSessionRepository } from './editing-session.repository.js'
import { versionViewRepository, type VersionView } from './version-view.repository.js'

/** Viewers are not among the participants, so sessions opened within this time may hold some. */
const viewingMs = 24 * 60 * 60_000

export interface DropServiceOptions {
  db: Knex
  clock: Clock
  log: Logger
  client: DocumentServerClient
}

/** People to take out of one document's editor. */
export interface Drop {
  documentId: string
  userIds: readonly string[]
}

/** Takes people out of open editors at once, when they may not be there any more. */
export function createDropService({ db, clock, log, client }: DropServiceOptions) {
  async function drop(key: string, userIds: readonly string[]): Promise<void> {
    try {
      await client.command({ c: 'drop', key, users: [...userIds] })
    } catch (error) {
      // The right is gone all the same: whoever reloads the page is refused.
      log.warn({ err: error, key }, 'the document server could not be told to let somebody go')
    }
  }

  /** Everything that somebody may have open: what is edited, and earlier versions. */
  async function listOpen(): Promise<VersionView[]> {
    const since = openSince()
    await versionViewRepository.deleteBefore(db, since)
    const sessions = await editingSessionRepository.listPossiblyOpen(db, since)
    return [...sessions, ...(await versionViewRepository.listSince(db, since))]
  }

  const openSince = () => new Date(clock.now().getTime() - viewingMs)

  return {
    /** Documents below these nodes that somebody may have open now. */
    listOpenDocuments: (nodeIds: readonly string[]) =>
      editingSessionRepository.listOpenDocuments(db, nodeIds, openSince()),

    /** Takes people out of single documents. */
    async dropFrom(drops: readonly Drop[]): Promise<void> {
      const byDocument = new Map(drops.map(({ documentId, userIds }) => [documentId, userIds]))
      for (const { key, documentId } of await listOpen()) {
        const userIds = byDocument.get(documentId) ?? []
        if (userIds.length > 0) await drop(key, userIds)
      }
    },

    /** Takes somebody out of every document. */
    async dropEverywhere(userId: string): Promise<void> {
      for (const { key } of await listOpen()) await drop(key, [userId])
    },
  }
}
