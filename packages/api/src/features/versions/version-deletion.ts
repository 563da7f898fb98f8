import type { Knex } from 'knex'
import { PortalError } from '../../lib/portal-error.js'
import { canDelete } from '../access/index.js'
import type { Actor } from '../auth/index.js'
import { lockDocument } from '../editing/index.js'
import { findNodeRoles, type DocumentNode, type LibraryService } from '../library/index.js'
import { newerVersions, sessionsThatNeedIt } from './retention.js'
import { getVersionOf } from './version-of.js'

export interface DeleteVersion {
  documentId: string
  versionId: string
}

/** Makes a function that deletes an earlier version by hand; its stored bytes go with the next cleaning of the storage. */
export function createVersionDeletion({ db, library }: { db: Knex; library: LibraryService }) {
  return async (actor: Actor, { documentId, versionId }: DeleteVersion): Promise<DocumentNode> => {
    const document = await library.getDocument(actor, documentId)
    if (!canDelete(await findNodeRoles(db, actor, document)))
      throw new PortalError('FORBIDDEN', 'Only the owner can delete versions. Ask the owner to do it.')
    const version = await getVersionOf(db, document, versionId)
    let count = 0
    await db.transaction(async (trx) => {
      await lockDocument(trx, document.id)
      count = await trx('versions')
        .where({ id: version.id, is_pinned: false })
        .whereNotIn('id', trx('documents').select('current_version_id'))
        // The last number of a document is never given twice.
        .whereRaw(`${newerVersions} > 0`)
        .whereNotExists(sessionsThatNeedIt(trx))
        .delete()
    })
    if (count === 0) throw neededStill(version.number)
    return library.getDocument(actor, document.id)
  }
}

export type DeleteVersionOfDocument = ReturnType<typeof createVersionDeletion>

function neededStill(number: number): PortalError {
  return new PortalError(
    'VERSION_NEEDED',
    `Version ${number} cannot be deleted: it is the current, the newest or a pinned one, or somebody's editor builds on it. Unpin it, or wait until the editor is closed.`,
    { details: { number } },
  )
}
