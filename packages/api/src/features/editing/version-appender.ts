import type { Knex } from 'knex'
import { createId } from '../../lib/ids.js'
import { recordActivity } from '../activity/index.js'
import { insertBlob, nodeRepository, versionRepository } from '../library/index.js'
import type { Version, VersionCause } from '../library/index.js'
import { editingSessionRepository } from './editing-session.repository.js'
import type { EditingSession } from './editing-session.repository.js'

export interface StoredBytes {
  sha256: string
  size: number
}

export type SessionCause = Extract<VersionCause, 'edit' | 'force_save' | 'recovered'>

/** Bytes that came out of an editing session and are to become a version. */
export interface SessionResult {
  documentId: string
  session: EditingSession | undefined
  bytes: StoredBytes
  cause: SessionCause
  authorId: string | undefined
  changesSha256?: string
  history?: unknown
  at: Date
}

export interface AppendedVersion {
  versionId: string
  /** The document was changed otherwise meanwhile: the version stands beside the current one. */
  isConflict: boolean
}

/**
 * Locks a document until the transaction ends and gives its current version. Everything that makes versions or sessions
 * of a document starts here, so that two of them never interleave.
 */
export async function lockDocument(trx: Knex, documentId: string): Promise<string | undefined> {
  const row = await trx<{ node_id: string; current_version_id: string }>('documents')
    .where({ node_id: documentId })
    .forUpdate()
    .first('current_version_id')
  return row?.current_version_id
}

/** Adds a session's result to its document's versions, never over anything that the session did not know of. */
export async function appendSessionResult(trx: Knex, result: SessionResult): Promise<AppendedVersion> {
  const { documentId, session, bytes, at } = result
  const currentId = await lockDocument(trx, documentId)
  if (currentId === undefined) throw new Error(`The document ${documentId} is gone.`)
  // Read again under the lock: another save of this session may have ended since.
  const headId = session && (await editingSessionRepository.find(trx, session.key))?.headVersionId
  const head = headId === undefined ? undefined : await versionRepository.find(trx, headId)
  const isConflict = headId !== currentId
  if (head && head.blobSha256 === bytes.sha256) return { versionId: head.id, isConflict: false }

  const version = await insertVersion(trx, result, isConflict)
  await recordActivity(trx, { action: 'saved', actorId: version.authorId, nodeId: documentId, at })
  if (!isConflict) await nodeRepository.setCurrentVersion(trx, documentId, version.id, at)
  if (session) await editingSessionRepository.setHead(trx, session.key, version.id, at)
  return { versionId: version.id, isConflict }
}

async function insertVersion(trx: Knex, result: SessionResult, isConflict: boolean): Promise<Version> {
  const { documentId, bytes, at } = result
  await insertBlob(trx, bytes, at)
  return versionRepository.insert(trx, {
    id: createId(),
    documentId,
    number: await versionRepository.nextNumber(trx, documentId),
    blobSha256: bytes.sha256,
    size: bytes.size,
    cause: isConflict && result.cause !== 'recovered' ? 'conflict' : result.cause,
    authorId: result.authorId ?? null,
    changesSha256: result.changesSha256 ?? null,
    history: result.history === undefined ? null : JSON.stringify(result.history),
    createdAt: at,
  })
}
