import type { Knex } from 'knex'
import { PortalError } from '../../lib/portal-error.js'
import type { BlobStore } from '../../storage/blob-store.js'
import { findAccess } from '../access/index.js'
import type { Actor } from '../auth/index.js'
import type { LibraryService, Version } from '../library/index.js'
import { findDifference, type Difference } from './difference.js'
import { isComparable, readParts } from './read-parts.js'
import { getVersionOf } from './version-of.js'

const maxFileBytes = 20_000_000

export interface DifferenceServiceOptions {
  db: Knex
  library: LibraryService
  blobs: BlobStore
}

/** Two versions of one document. */
export interface ComparedVersions {
  documentId: string
  fromId: string
  toId: string
}

/** Finds what two versions of a document do not share, from their files alone. */
export function createDifferenceService({ db, library, blobs }: DifferenceServiceOptions) {
  // Reading files takes memory and time of this process: one pair at a time is enough.
  let last: Promise<unknown> = Promise.resolve()

  async function read(fileType: string, { blobSha256 }: Version) {
    const chunks: Uint8Array[] = []
    for await (const chunk of await blobs.open(blobSha256)) chunks.push(chunk as Uint8Array)
    return readParts(fileType, Buffer.concat(chunks))
  }

  async function compare(fileType: string, from: Version, to: Version): Promise<Difference> {
    try {
      return findDifference(await read(fileType, from), await read(fileType, to))
    } catch (cause) {
      if (cause instanceof PortalError) throw cause
      throw new PortalError(
        'FILE_DAMAGED',
        'The text of one of these versions cannot be read. Download both and compare them in their program.',
        { cause },
      )
    }
  }

  return {
    /** Compares two versions of a document that somebody may download. */
    async compare(actor: Actor, { documentId, fromId, toId }: ComparedVersions) {
      const document = await library.getDocument(actor, documentId)
      if (!(await findAccess(db, actor, document.id))?.mayDownload)
        throw new PortalError(
          'DOWNLOAD_FORBIDDEN',
          'This was shared with you for looking only, without download. Ask its owner.',
        )
      const from = await getVersionOf(db, document, fromId)
      const to = await getVersionOf(db, document, toId)
      if (!isComparable(document.fileType))
        throw new PortalError(
          'DIFFERENCE_UNKNOWN',
          `Versions of .${document.fileType} files cannot be compared here. Open both, or save the document in a newer format.`,
          { details: { fileType: document.fileType } },
        )
      if (Math.max(from.size, to.size) > maxFileBytes)
        throw new PortalError(
          'DIFFERENCE_TOO_LARGE',
          `Versions above ${maxFileBytes / 1_000_000} MB cannot be compared here. Download both and compare them in their program.`,
          { details: { maxBytes: maxFileBytes } },
        )
      const isIdentical = from.blobSha256 === to.blobSha256
      if (isIdentical) return { from, to, isIdentical, parts: [], isTruncated: false }
      const turn = last.then(() => compare(document.fileType, from, to))
      last = turn.catch(() => undefined)
      return { from, to, isIdentical, ...(await turn) }
    },
  }
}
export type DifferenceService = ReturnType<typeof createDifferenceService>
