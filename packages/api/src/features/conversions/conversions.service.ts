import type { Readable } from 'node:stream'
import type { Knex } from 'knex'
import { ConversionError } from '@lectern/shared'
import type { Clock } from '../../lib/clock.js'
import { splitName } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import { createRateLimit } from '../../lib/rate-limit.js'
import type { BlobStore } from '../../storage/blob-store.js'
import type { Actor } from '../auth/index.js'
import { ConversionFailed, DocumentServerUnavailable, type ConversionService } from '../editing/index.js'
import {
  createDocumentCreator,
  getFolderToCreateIn,
  notFound,
  versionRepository,
  withExtension,
  type DocumentNode,
  type LibraryService,
  type Quotas,
  type Version,
} from '../library/index.js'
import { listOutputTypes } from './output-types.js'

/** Each takes a turn of the document server, for which everybody waits. */
const limit = { limit: 60, windowMs: 10 * 60_000 }

export interface ConversionsServiceOptions {
  db: Knex
  clock: Clock
  blobs: BlobStore
  library: LibraryService
  quotas: Quotas
  conversions: ConversionService
  maxUploadBytes: number
}

/** Which document becomes a file of which type, and where that goes. */
export interface ConvertDocument {
  documentId: string
  fileType: string
  folderId?: string | null | undefined
}

/** Gives documents in other formats, to take along or as documents beside them. */
export function createConversionsService(options: ConversionsServiceOptions) {
  const { db, clock, library, conversions } = options
  const createFrom = createDocumentCreator(options)
  const turns = createRateLimit({ clock, ...limit })

  /** Opens a version in another format, for somebody who may download the document. */
  async function open(
    actor: Actor,
    document: DocumentNode,
    version: Version,
    outputType: string,
  ): Promise<Readable> {
    const known = listOutputTypes(document.fileType)
    if (!known.includes(outputType)) throw unknownOutput(document.fileType, known)
    turns.take(actor.userId)
    try {
      return await conversions.convert({ document, version, outputType })
    } catch (error) {
      throw explain(error, { name: document.name, outputType })
    }
  }

  return {
    open,

    /** Makes a document of another type from the current version; it lies beside the first one when no folder is named. */
    async convert(actor: Actor, { documentId, fileType, folderId }: ConvertDocument): Promise<DocumentNode> {
      const { node: document, access } = await library.getWithAccess(actor, documentId)
      if (document.type !== 'document') throw notFound()
      if (!access.mayDownload)
        throw new PortalError(
          'DOWNLOAD_FORBIDDEN',
          'This was shared with you for looking only, without download or copies. Ask its owner.',
        )
      const folder = await getFolderToCreateIn(db, actor, folderId ?? document.parentId)
      const version = await versionRepository.find(db, document.currentVersionId)
      if (!version) throw new Error(`Document ${document.id} has no current version`)
      const outputType = fileType.toLowerCase()
      const source = await open(actor, document, version, outputType)
      const name = withExtension(splitName(document.name).stem, outputType)
      return createFrom(actor, { folder, name, fileType: outputType, cause: 'convert', source })
    },
  }
}
export type ConversionsService = ReturnType<typeof createConversionsService>

function unknownOutput(fileType: string, known: readonly string[]): PortalError {
  const choice = known.length > 0 ? `Choose one of: ${known.join(', ')}.` : 'Download it as it is.'
  return new PortalError(
    'CONVERSION_UNKNOWN',
    `Files of type ".${fileType}" cannot become what you asked for. ${choice}`,
    { details: { fileType, supported: known } },
  )
}

function explain(error: unknown, details: { name: string; outputType: string }): unknown {
  if (error instanceof DocumentServerUnavailable)
    return new PortalError(
      'DOCUMENT_SERVER_UNREACHABLE',
      'The document server, which converts documents, does not answer. Try again in a moment, or tell an administrator.',
      { cause: error },
    )
  if (!(error instanceof ConversionFailed)) return error
  if (error.code === ConversionError.Password)
    return new PortalError(
      'FILE_ENCRYPTED',
      `"${details.name}" is protected with a password, without which it cannot be converted. Open it, and download it in another format from there.`,
      { details, cause: error },
    )
  const remedy = error.mayPass ? 'Try again in a moment.' : 'Download it as it is, or try another format.'
  return new PortalError(
    'CONVERSION_FAILED',
    `The document server could not make a .${details.outputType} file of "${details.name}". ${remedy}`,
    { details, cause: error },
  )
}
