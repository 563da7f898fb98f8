import { createReadStream } from 'node:fs'
import type { Actor } from '../auth/index.js'
import type { DocumentNode, LibraryService } from '../library/index.js'
import type { VersionsService } from '../versions/index.js'
import type { UploadTarget } from './upload-target.js'

export interface UploadsServiceOptions {
  library: LibraryService
  versions: VersionsService
}

/** Takes files in that arrive piece by piece. */
export function createUploadsService({ library, versions }: UploadsServiceOptions) {
  return {
    /** Refuses what could not be stored, before its bytes are sent. */
    async check(actor: Actor, target: UploadTarget, size: number): Promise<void> {
      if (target.kind === 'document') await versions.checkUpload(actor, { ...target, size })
      else await library.checkUpload(actor, { ...target, size })
    },

    /** Makes the document, or its version, of the file that has arrived completely. */
    async finish(actor: Actor, target: UploadTarget, file: string): Promise<DocumentNode> {
      const open = () => createReadStream(file)
      if (target.kind === 'document')
        return versions.upload(actor, { documentId: target.documentId, source: open })
      const { folderId, path, fileName, onConflict } = target
      const folder = await library.ensureFolders(actor, folderId, path)
      return library.uploadDocument(actor, folder.id, { fileName, open }, onConflict)
    },
  }
}
export type UploadsService = ReturnType<typeof createUploadsService>
