import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { createId } from '../../lib/ids.js'
import { PortalError } from '../../lib/portal-error.js'
import { canEdit, findRole } from '../access/index.js'
import type { Actor } from '../auth/index.js'
import { editingSessionRepository, lockDocument } from '../editing/index.js'
import { nodeRepository, versionRepository } from '../library/index.js'
import type { DocumentNode, LibraryService, Version } from '../library/index.js'

export interface VersionsServiceOptions {
  db: Knex
  clock: Clock
  library: LibraryService
}

export interface RestoreVersion {
  documentId: string
  versionId: string
}

/** Brings earlier versions back. */
export function createVersionsService({ db, clock, library }: VersionsServiceOptions) {
  async function append(actor: Actor, source: Version): Promise<void> {
    const { documentId } = source
    const at = clock.now()
    await db.transaction(async (trx) => {
      // People who have the document open build on what was there before: from here on their save is a conflict.
      await lockDocument(trx, documentId)
      await editingSessionRepository.endAll(trx, documentId, at)
      const number = await versionRepository.nextNumber(trx, documentId)
      const origin = { cause: 'restore', authorId: actor.userId, changesSha256: null, history: null } as const
      const restored = { ...source, ...origin, id: createId(), number, createdAt: at }
      await versionRepository.insert(trx, restored)
      await nodeRepository.setCurrentVersion(trx, documentId, restored.id, at)
    })
  }

  return {
    /** Makes an earlier version the current one, as a new version; nothing in between is lost. */
    async restore(actor: Actor, { documentId, versionId }: RestoreVersion): Promise<DocumentNode> {
      const document = await library.getDocument(actor, documentId)
      if (!canEdit(await findRole(db, actor, document.id)))
        throw new PortalError(
          'EDIT_FORBIDDEN',
          'You may not edit this document. Ask its owner for the right to edit.',
        )
      const version = await versionRepository.find(db, versionId)
      if (version?.documentId !== document.id)
        throw new PortalError(
          'NOT_FOUND',
          'The document has no such version. Choose one from its list of versions.',
        )
      if (version.id !== document.currentVersionId) await append(actor, version)
      return library.getDocument(actor, documentId)
    },
  }
}
export type VersionsService = ReturnType<typeof createVersionsService>
