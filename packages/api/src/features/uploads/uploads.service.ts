import type { Knex } from 'knex'
import { isUniqueViolation } from '../../db/database.js'
import type { Clock } from '../../lib/clock.js'
import type { Actor } from '../auth/index.js'
import { partsOf, type LibraryService, type ReceivedFile } from '../library/index.js'
import type { VersionsService } from '../versions/index.js'
import { finishedUploadRepository } from './finished-upload.repository.js'
import type { UploadTarget } from './upload-target.js'

/** So long somebody who did not hear the answer may ask again. */
const rememberedMs = 10 * 60_000

export interface UploadsServiceOptions {
  db: Knex
  clock: Clock
  library: LibraryService
  versions: VersionsService
}

/** A file that has arrived completely. */
export interface ArrivedUpload {
  id: string
  target: UploadTarget
  /** Where it lies on this machine. */
  file: string
}

/** Takes files in that arrive piece by piece. */
export function createUploadsService({ db, clock, library, versions }: UploadsServiceOptions) {
  async function store(actor: Actor, { id, target, file }: ArrivedUpload): Promise<string> {
    const source: ReceivedFile = { path: file }
    // With the document itself: whatever ends the portal now, the upload becomes no second one.
    const onStored = (trx: Knex, documentId: string) =>
      finishedUploadRepository.insert(trx, { uploadId: id, documentId, at: clock.now() })
    if (target.kind === 'document') {
      const { documentId } = target
      return (await versions.upload(actor, { documentId, source: () => source, onStored })).id
    }
    const { folderId, path, fileName, onConflict } = target
    const folder = await library.ensureFolders(actor, folderId, path)
    const incoming = { fileName, open: () => source, onStored }
    return (await library.uploadDocument(actor, folder.id, incoming, onConflict)).id
  }

  return {
    /** Refuses what could not be stored, before its bytes are sent. */
    async check(actor: Actor, target: UploadTarget, size: number): Promise<void> {
      if (target.kind === 'document') await versions.checkUpload(actor, { ...target, size })
      else await library.checkUpload(actor, { ...target, size })
    },

    /** Makes the document, or its version, of an upload, once however often it is asked; gives the document's id. */
    async finish(actor: Actor, upload: ArrivedUpload): Promise<string> {
      const known = await finishedUploadRepository.findDocumentId(db, upload.id)
      if (known) return known
      try {
        return await store(actor, upload)
      } catch (error) {
        const made =
          isUniqueViolation(error) && (await finishedUploadRepository.findDocumentId(db, upload.id))
        if (!made) throw error
        return made
      }
    },

    /** Forgets uploads that were finished a while ago, after their files are removed. */
    async forgetFinished(removeFile: (uploadId: string) => Promise<void>): Promise<void> {
      const before = new Date(clock.now().getTime() - rememberedMs)
      for (const ids of partsOf(await finishedUploadRepository.listBefore(db, before))) {
        for (const id of ids) await removeFile(id)
        await finishedUploadRepository.delete(db, ids)
      }
    },
  }
}
export type UploadsService = ReturnType<typeof createUploadsService>
