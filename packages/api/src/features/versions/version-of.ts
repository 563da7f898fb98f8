import type { Knex } from 'knex'
import { PortalError } from '../../lib/portal-error.js'
import { versionRepository, type DocumentNode, type Version } from '../library/index.js'

/** Gives a version of a document; NOT_FOUND when it is none of this document. */
export async function getVersionOf(db: Knex, document: DocumentNode, versionId: string): Promise<Version> {
  const version = await versionRepository.find(db, versionId)
  if (version?.documentId === document.id) return version
  throw new PortalError(
    'NOT_FOUND',
    'The document has no such version. Choose one from its list of versions.',
  )
}
