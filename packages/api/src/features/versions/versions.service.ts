import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { createId } from '../../lib/ids.js'
import { cleanName } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import type { BlobStore } from '../../storage/blob-store.js'
import { recordActivity } from '../activity/index.js'
import { canEdit, findRole } from '../access/index.js'
import type { Actor } from '../auth/index.js'
import { editingSessionRepository, lockDocument } from '../editing/index.js'
import {
  admit,
  insertBlob,
  nodeRepository,
  receiveFile,
  refuseOverQuota,
  versionRepository,
} from '../library/index.js'
import type { DocumentNode, FileSource, LibraryService, OnStored, Quotas, Version } from '../library/index.js'
import { getVersionOf } from './version-of.js'

export interface VersionsServiceOptions {
  db: Knex
  clock: Clock
  library: LibraryService
  blobs: BlobStore
  quotas: Quotas
  maxUploadBytes: number
}

export interface RestoreVersion {
  documentId: string
  versionId: string
}

/** What somebody says about a version; what is left out stays as it is. */
export interface MarkVersion {
  documentId: string
  versionId: string
  /** An empty name takes the name away. */
  name?: string | null | undefined
  isPinned?: boolean | null | undefined
}

export interface UploadVersion {
  documentId: string
  source: () => FileSource
  /** What belongs into the transaction that stores the version. */
  onStored?: OnStored
}

type NewContents = Pick<Version, 'documentId' | 'blobSha256' | 'size' | 'cause'>

/** Brings earlier versions back, and takes newer ones in. */
export function createVersionsService(options: VersionsServiceOptions) {
  const { db, clock, library, blobs, quotas, maxUploadBytes } = options

  const ownerOf = ({ createdById, parentId }: DocumentNode) => ({
    userId: createdById,
    folderId: parentId,
  })

  async function getEditable(actor: Actor, documentId: string): Promise<DocumentNode> {
    const document = await library.getDocument(actor, documentId)
    if (canEdit(await findRole(db, actor, document.id))) return document
    throw new PortalError(
      'EDIT_FORBIDDEN',
      'You may not edit this document. Ask its owner for the right to edit.',
    )
  }

  async function append(trx: Knex, actor: Actor, version: NewContents): Promise<void> {
    const { documentId } = version
    const at = clock.now()
    // People who have the document open build on what was there before: from here on their save is a conflict.
    await lockDocument(trx, documentId)
    await editingSessionRepository.endAll(trx, documentId, at)
    const id = createId()
    const number = await versionRepository.nextNumber(trx, documentId)
    const origin = { authorId: actor.userId, changesSha256: null, history: null, createdAt: at }
    await versionRepository.insert(trx, { ...version, ...origin, id, number })
    await nodeRepository.setCurrentVersion(trx, documentId, id, at)
    const action = version.cause === 'upload' ? 'version_uploaded' : 'version_restored'
    await recordActivity(trx, { action, actorId: actor.userId, nodeId: documentId, at })
  }

  return {
    /** Makes an earlier version the current one, as a new version; nothing in between is lost. */
    async restore(actor: Actor, { documentId, versionId }: RestoreVersion): Promise<DocumentNode> {
      const document = await getEditable(actor, documentId)
      const version = await getVersionOf(db, document, versionId)
      const { blobSha256, size } = version
      if (version.id !== document.currentVersionId)
        await db.transaction((trx) =>
          append(trx, actor, { documentId: document.id, blobSha256, size, cause: 'restore' }),
        )
      return library.getDocument(actor, documentId)
    },

    /** Names a version or pins it, so that no rule deletes it. */
    async mark(actor: Actor, { documentId, versionId, name, isPinned }: MarkVersion): Promise<Version> {
      const document = await getEditable(actor, documentId)
      const version = await getVersionOf(db, document, versionId)
      const marks = {
        name: name === undefined || name === null ? version.name : nameOrNone(name),
        isPinned: isPinned ?? version.isPinned,
      }
      await versionRepository.mark(db, version.id, marks)
      return { ...version, ...marks }
    },

    /** Refuses an upload that would be refused later, before its bytes are sent. */
    async checkUpload(
      actor: Actor,
      { documentId, size }: { documentId: string; size: number },
    ): Promise<void> {
      const owner = ownerOf(await getEditable(actor, documentId))
      refuseOverQuota(await quotas.listRooms(db, owner), size)
    },

    /** Makes an uploaded file of the same type the current version; the earlier ones stay. */
    async upload(actor: Actor, { documentId, source, onStored }: UploadVersion): Promise<DocumentNode> {
      const document = await getEditable(actor, documentId)
      const owner = ownerOf(document)
      const rooms = await quotas.listRooms(db, owner)
      const { fileType } = document
      const { sha256, size } = await receiveFile(blobs, { source: source(), fileType, rooms, maxUploadBytes })
      await db.transaction(async (trx) => {
        await admit(quotas, trx, owner, size)
        await insertBlob(trx, { sha256, size }, clock.now())
        await append(trx, actor, { documentId: document.id, blobSha256: sha256, size, cause: 'upload' })
        await onStored?.(trx, document.id)
      })
      return library.getDocument(actor, documentId)
    },
  }
}

function nameOrNone(name: string): string | null {
  return name.trim() === '' ? null : cleanName(name)
}
export type VersionsService = ReturnType<typeof createVersionsService>
