import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { createId } from '../../lib/ids.js'
import { freeName, nameKey, splitName } from '../../lib/names.js'
import type { BlobStore, StagedBlob } from '../../storage/blob-store.js'
import { recordActivity } from '../activity/index.js'
import type { Actor } from '../auth/index.js'
import type { DocumentNode, Folder, LibraryNode } from './node.js'
import { folderGone, nameTaken } from './node-errors.js'
import { nodeRepository } from './node.repository.js'
import { admit, type Quotas } from './quota.js'
import { receiveFile, type FileSource } from './receive-file.js'
import { lockTree } from './tree.repository.js'
import { insertBlob, versionRepository, type VersionCause } from './version.repository.js'

export interface DocumentSource {
  folder: Folder
  name: string
  fileType: string
  cause: VersionCause
  source: FileSource
  /** What to do when the folder has the name already; without it the new one gets a number. */
  onConflict?: NameConflict
  /** What belongs into the transaction that stores the document. */
  onStored?: OnStored | undefined
}

/** Does something more in the transaction in which a document gets its bytes. */
export type OnStored = (trx: Knex, documentId: string) => Promise<void>

/** Keep both, the new one with a number; or refuse the new one. */
export type NameConflict = 'keep_both' | 'refuse'

export interface DocumentCreatorOptions {
  db: Knex
  clock: Clock
  blobs: BlobStore
  quotas: Quotas
  maxUploadBytes: number
}

/** Makes a function that stores bytes as a new document: received, checked, durable, then visible. */
export function createDocumentCreator({ db, clock, blobs, quotas, maxUploadBytes }: DocumentCreatorOptions) {
  return async (actor: Actor, from: DocumentSource): Promise<DocumentNode> => {
    // Before the bytes come in, so that nobody sends a large file for nothing.
    if (from.onConflict === 'refuse') await refuseTaken(db, from.folder.id, from.name)
    const owner = { userId: actor.userId, folderId: from.folder.id }
    const rooms = await quotas.listRooms(db, owner)
    const staged = await receiveFile(blobs, { ...from, rooms, maxUploadBytes })
    return db.transaction(async (trx) => {
      await admit(quotas, trx, owner, staged.size)
      const document = await insertDocument(trx, clock.now(), actor, from, staged)
      const action = from.cause === 'upload' ? 'uploaded' : 'created'
      const at = document.createdAt
      await recordActivity(trx, { action, actorId: actor.userId, nodeId: document.id, at })
      await from.onStored?.(trx, document.id)
      return document
    })
  }
}

async function insertDocument(
  db: Knex,
  now: Date,
  actor: Actor,
  { folder, name, fileType, cause, onConflict }: DocumentSource,
  { sha256, size }: StagedBlob,
): Promise<DocumentNode> {
  await lockTree(db, 'shared')
  if (!(await nodeRepository.lockFolder(db, folder.id))) throw folderGone()
  if (onConflict === 'refuse') await refuseTaken(db, folder.id, name)
  const document: DocumentNode = {
    type: 'document',
    id: createId(),
    parentId: folder.id,
    name: await findFreeName(db, folder.id, { type: 'document', name }),
    fileType,
    currentVersionId: createId(),
    createdById: actor.userId,
    createdAt: now,
    updatedAt: now,
  }
  await insertBlob(db, { sha256, size }, now)
  await nodeRepository.insertDocument(db, document)
  await versionRepository.insert(db, {
    id: document.currentVersionId,
    documentId: document.id,
    number: 1,
    blobSha256: sha256,
    size,
    cause,
    authorId: actor.userId,
    changesSha256: null,
    history: null,
    createdAt: now,
  })
  return document
}

/** Gives a name that is free in the folder: "plan.docx", "plan (2).docx". Ask while the folder is locked. */
export async function findFreeName(
  db: Knex,
  folderId: string,
  { type, name }: Pick<LibraryNode, 'type' | 'name'>,
): Promise<string> {
  const stem = type === 'folder' ? name : splitName(name).stem
  const taken = await nodeRepository.listNameKeys(db, folderId, nameKey(stem))
  return freeName(name, (key) => taken.has(key), { hasExtension: type === 'document' })
}

async function refuseTaken(db: Knex, folderId: string, name: string): Promise<void> {
  const existing = await nodeRepository.findByName(db, folderId, name)
  if (existing) throw nameTaken(name, existing)
}
