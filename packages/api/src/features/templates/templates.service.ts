import type { Knex } from 'knex'
import { findFormat, type DocumentType } from '@lectern/shared'
import type { Clock } from '../../lib/clock.js'
import { cleanName, splitName } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import type { BlobStore } from '../../storage/blob-store.js'
import { findAccess, listAccess } from '../access/index.js'
import type { Actor } from '../auth/index.js'
import {
  createDocumentCreator,
  getFolderToCreateIn,
  nodeRepository,
  versionRepository,
  withExtension,
  type DocumentNode,
  type Folder,
  type LibraryNode,
  type LibraryService,
  type Quotas,
} from '../library/index.js'
import { previewRepository, previewUrlOf } from '../previews/index.js'
import {
  builtInTemplates,
  openBuiltIn,
  templateLanguage,
  type TemplateLanguage,
} from './built-in-templates.js'

/** Documents in folders of these names are offered as templates below the folder around them. */
const templateFolderNames = ['Templates', '模板']
const builtInPrefix = 'builtin:'
const maxOfFolder = 100

/** What a new document can be made from. */
export interface Template {
  /** Of a document, or `builtin:` and a name. */
  id: string
  name: string
  fileType: string
  documentType: DocumentType
  previewUrl: string | null
  /** The folder around the templates' folder; null for the portal's own. */
  place: string | null
}

export interface TemplatesServiceOptions {
  db: Knex
  clock: Clock
  blobs: BlobStore
  library: LibraryService
  quotas: Quotas
  maxUploadBytes: number
}

/** Which template becomes which document. */
export interface CreateFromTemplate {
  folderId: string
  title: string
  templateId: string
}

/** Offers templates, and makes documents from them. */
export function createTemplatesService({
  db,
  clock,
  blobs,
  library,
  quotas,
  maxUploadBytes,
}: TemplatesServiceOptions) {
  const createFrom = createDocumentCreator({ db, clock, blobs, quotas, maxUploadBytes })

  async function listIn(actor: Actor, around: Folder): Promise<Template[]> {
    const found = await Promise.all(
      templateFolderNames.map((name) => nodeRepository.findByName(db, around.id, name)),
    )
    const pages = await Promise.all(
      found
        .filter((node) => node?.type === 'folder')
        .map(({ id }) => nodeRepository.listDocumentsIn(db, id, maxOfFolder)),
    )
    const documents = pages.flat().filter(isTemplate)
    const access = await listAccess(db, actor, [around.id, ...documents.map(({ id }) => id)])
    // Whoever may not see the folder is not told its name.
    const place = access.has(around.id) ? around.name : null
    const offered = documents.filter(({ id }) => access.get(id)?.mayDownload)
    const pictures = await previewRepository.listNewest(
      db,
      offered.map(({ id }) => id),
    )
    const urls = new Map(pictures.map((picture) => [picture.documentId, previewUrlOf(picture)]))
    return offered.map((document) => toTemplate(document, place, urls.get(document.id) ?? null))
  }

  async function open(actor: Actor, templateId: string) {
    const language = templateLanguage(actor.language)
    const builtIn = builtInTemplates.find(({ key }) => builtInPrefix + key === templateId)
    if (builtIn) return { fileType: builtIn.fileType, source: openBuiltIn(builtIn, language) }
    if (templateId.startsWith(builtInPrefix))
      throw new PortalError('NOT_FOUND', 'There is no such template. Choose one from the list of templates.')
    const document = await library.getDocument(actor, templateId)
    // A document made from it could be downloaded.
    if (!(await findAccess(db, actor, document.id))?.mayDownload)
      throw new PortalError(
        'DOWNLOAD_FORBIDDEN',
        'This was shared with you for looking only, without download or copies. Ask its owner.',
      )
    const version = await versionRepository.find(db, document.currentVersionId)
    if (!version) throw new Error(`Document ${document.id} has no current version`)
    return { fileType: document.fileType, source: await blobs.open(version.blobSha256) }
  }

  return {
    /** The templates for a folder: those of the folders around it, the nearest first, then the portal's own. */
    async list(actor: Actor, folderId: string): Promise<Template[]> {
      const folder = await library.getFolder(actor, folderId)
      const around = [folder, ...(await nodeRepository.listAncestors(db, folder)).reverse()]
      const own = await Promise.all(around.map((each) => listIn(actor, each)))
      const language = templateLanguage(actor.language)
      return [...own.flat(), ...builtInTemplates.map((template) => describeBuiltIn(template, language))]
    },

    /** Makes a document with the contents of a template. */
    async create(actor: Actor, { folderId, title, templateId }: CreateFromTemplate): Promise<DocumentNode> {
      const folder = await getFolderToCreateIn(db, actor, folderId)
      const { fileType, source } = await open(actor, templateId)
      const name = withExtension(cleanName(title), fileType)
      return createFrom(actor, { folder, name, fileType, cause: 'create', source })
    },
  }
}
export type TemplatesService = ReturnType<typeof createTemplatesService>

function isTemplate(node: LibraryNode): node is DocumentNode {
  return node.type === 'document' && findFormat(node.fileType)?.action === 'edit'
}

function toTemplate(
  { id, name, fileType }: DocumentNode,
  place: string | null,
  previewUrl: string | null,
): Template {
  const documentType = findFormat(fileType)?.documentType ?? 'word'
  return { id, name: splitName(name).stem, fileType, documentType, previewUrl, place }
}

function describeBuiltIn(
  { key, fileType, names }: (typeof builtInTemplates)[number],
  language: TemplateLanguage,
): Template {
  return {
    id: builtInPrefix + key,
    name: names[language],
    fileType,
    documentType: findFormat(fileType)?.documentType ?? 'word',
    previewUrl: `/templates/${language}/${key}.png`,
    place: null,
  }
}
