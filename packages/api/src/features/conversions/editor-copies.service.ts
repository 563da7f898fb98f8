import type { Readable } from 'node:stream'
import { cleanName, splitName } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import type { Actor } from '../auth/index.js'
import { DocumentServerUnavailable } from '../editing/index.js'
import {
  createDocumentCreator,
  getFolderToCreateIn,
  getFormat,
  notFound,
  rootFolderId,
  withExtension,
  type DocumentNode,
  type Folder,
} from '../library/index.js'
import type { ConversionsServiceOptions } from './conversions.service.js'

export interface EditorCopiesServiceOptions extends Omit<ConversionsServiceOptions, 'conversions'> {
  /** Opens a result of the document server; undefined for what is no link to one. */
  openResult: (link: string) => Promise<Readable> | undefined
}

/** What the editor made of a document that somebody wants to keep as another one. */
export interface SaveEditorCopy {
  documentId: string
  /** The document server's link to the bytes. */
  url: string
  fileType: string
  title: string
  folderId?: string | null | undefined
}

/** Keeps copies that people made in the editor, with what is not saved yet. */
export function createEditorCopiesService(options: EditorCopiesServiceOptions) {
  const { db, library, openResult } = options
  const createFrom = createDocumentCreator(options)

  /** The folder of the first document, or the library's root for people who may not add to that folder. */
  async function placeBeside(actor: Actor, document: DocumentNode): Promise<Folder> {
    try {
      return await getFolderToCreateIn(db, actor, document.parentId)
    } catch (error) {
      if (!(error instanceof PortalError)) throw error
      return getFolderToCreateIn(db, actor, rootFolderId)
    }
  }

  return {
    /** Stores a copy as a new document; a taken name gets a number. */
    async save(actor: Actor, { documentId, url, fileType, title, folderId }: SaveEditorCopy) {
      const { node: document, access } = await library.getWithAccess(actor, documentId)
      if (document.type !== 'document') throw notFound()
      if (!access.mayDownload)
        throw new PortalError(
          'DOWNLOAD_FORBIDDEN',
          'This was shared with you for looking only, without download or copies. Ask its owner.',
        )
      const { fileType: wanted } = getFormat(fileType.toLowerCase())
      const name = withExtension(cleanName(title.trim() || splitName(document.name).stem), wanted)
      const folder = folderId
        ? await getFolderToCreateIn(db, actor, folderId)
        : await placeBeside(actor, document)
      const source = await open(url)
      return createFrom(actor, { folder, name, fileType: wanted, cause: 'create', source })
    },
  }

  async function open(url: string): Promise<Readable> {
    const opening = openResult(url)
    if (!opening)
      throw new PortalError(
        'BAD_INPUT',
        'This is no link to a result of the document server. Give the one that its editor gave you.',
      )
    try {
      return await opening
    } catch (cause) {
      if (!(cause instanceof DocumentServerUnavailable)) throw cause
      throw new PortalError(
        'DOCUMENT_SERVER_UNREACHABLE',
        'The document server does not give the copy any more, or does not answer. Save the copy again, or tell an administrator.',
        { cause },
      )
    }
  }
}
export type EditorCopiesService = ReturnType<typeof createEditorCopiesService>
