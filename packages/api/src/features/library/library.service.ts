import type { Knex } from 'knex'
import { fileTypeOf } from '@lectern/shared'
import { isUniqueViolation } from '../../db/database.js'
import type { Clock } from '../../lib/clock.js'
import { createId } from '../../lib/ids.js'
import { cleanName, splitName } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import type { BlobStore } from '../../storage/blob-store.js'
import { recordActivity } from '../activity/index.js'
import { canRead, canRename, findRole, grantRepository, type Role } from '../access/index.js'
import type { Actor } from '../auth/index.js'
import { listChildren, type ChildPage, type WantedPage } from './children.repository.js'
import { createDocumentCreator, type NameConflict, type OnStored } from './document-creator.js'
import type { FileSource } from './receive-file.js'
import { getFormat } from './file-check.js'
import { rootFolderId, type DocumentNode, type Folder, type LibraryNode } from './node.js'
import { findNodeRoles, getFolderToCreateIn, getReadable, getWithAccess } from './node-access.js'
import { folderGone, nameChanged, nameTaken, notFound } from './node-errors.js'
import { nodeRepository } from './node.repository.js'
import { refuseOverQuota, type Quotas } from './quota.js'
import { getCreatable, openTemplate } from './templates.js'
import { lockTree } from './tree.repository.js'

export interface LibraryServiceOptions {
  db: Knex
  clock: Clock
  blobs: BlobStore
  quotas: Quotas
  maxUploadBytes: number
}

/** A file on its way in. */
export interface IncomingFile {
  fileName: string
  open(): FileSource
  onStored?: OnStored
}

export type LibraryService = ReturnType<typeof createLibraryService>

/** Folders and documents: find, list, create, upload, rename, delete. */
export function createLibraryService(options: LibraryServiceOptions) {
  const { db, clock, quotas } = options
  const createFrom = createDocumentCreator(options)

  async function getFolder(actor: Actor | undefined, id: string): Promise<Folder> {
    const node = await getReadable(db, actor, id)
    if (node.type !== 'folder') throw notFound()
    return node
  }

  async function getDocument(actor: Actor | undefined, id: string): Promise<DocumentNode> {
    const node = await getReadable(db, actor, id)
    if (node.type !== 'document') throw notFound()
    return node
  }

  /** Gives folders of these names one in the other below a folder; makes those that are missing. */
  async function ensureFolders(actor: Actor, folderId: string, names: readonly string[]): Promise<Folder> {
    let folder = await getFolderToCreateIn(db, actor, folderId)
    for (const name of names) folder = await ensureFolder(actor, folder, cleanName(name))
    return folder
  }

  async function ensureFolder(actor: Actor, parent: Folder, name: string): Promise<Folder> {
    try {
      const existing = await nodeRepository.findByName(db, parent.id, name)
      if (existing?.type === 'folder') return await getFolderToCreateIn(db, actor, existing.id)
      if (existing) throw nameTaken(name, existing)
      return await createFolder(actor, { parentId: parent.id, name })
    } catch (error) {
      // Several files of one folder arrive at once: another one may have made it just now.
      const made = await nodeRepository.findByName(db, parent.id, name)
      if (made?.type === 'folder' && error instanceof PortalError && error.code === 'NAME_TAKEN') return made
      throw error
    }
  }

  async function createFolder(
    actor: Actor,
    { parentId, name }: { parentId: string; name: string },
  ): Promise<Folder> {
    const parent = await getFolderToCreateIn(db, actor, parentId)
    const now = clock.now()
    const dates = { createdAt: now, updatedAt: now }
    const names = { name: cleanName(name), createdById: actor.userId }
    const folder: Folder = { type: 'folder', id: createId(), parentId: parent.id, ...names, ...dates }
    const deed = { action: 'created', actorId: actor.userId, nodeId: folder.id, at: now } as const
    await refuseTaken(folder.name, () =>
      db.transaction(async (trx) => {
        await insertFolder(trx, folder)
        await recordActivity(trx, deed)
      }),
    )
    return folder
  }

  return {
    ensureFolders,
    createFolder,
    getNode: (actor: Actor | undefined, id: string) => getReadable(db, actor, id),
    getFolder,
    getDocument,
    /** A document or folder with what somebody may do with it. */
    getWithAccess: (actor: Actor | undefined, id: string) => getWithAccess(db, actor, id),

    /**
     * Lists what is in a folder on which somebody has this role. People without a role on the whole library see at its
     * root what they were invited to.
     */
    async listChildren(actor: Actor, folder: Folder, { role, ...page }: WantedChildren): Promise<ChildPage> {
      const { userId: id, isGuest, isAdministrator } = actor
      const isRoot = folder.id === rootFolderId
      const viewer = {
        id,
        isGuest,
        isAdministrator,
        role: isRoot ? await findRole(db, actor, folder.id) : role,
      }
      const isShared = isRoot && !canRead(viewer.role)
      const place = isShared
        ? { ids: await grantRepository.listNodeIds(db, viewer) }
        : { parentId: folder.id }
      return listChildren(db, viewer, place, page)
    },

    async createDocument(actor: Actor, { folderId, title, fileType }: CreateDocument): Promise<DocumentNode> {
      const creatable = getCreatable(fileType)
      const name = withExtension(cleanName(title), creatable)
      const folder = await getFolderToCreateIn(db, actor, folderId)
      const source = openTemplate(creatable)
      return createFrom(actor, { folder, name, fileType: creatable, cause: 'create', source })
    },

    /** Refuses a file that could not be stored, before its bytes are sent; makes the folders for it. */
    async checkUpload(actor: Actor, upload: AnnouncedFile): Promise<void> {
      const name = cleanName(upload.fileName)
      getFormat(fileTypeOf(name))
      const folder = await ensureFolders(actor, upload.folderId, upload.path)
      const existing = await nodeRepository.findByName(db, folder.id, name)
      if (existing && upload.onConflict === 'refuse') throw nameTaken(name, existing)
      const rooms = await quotas.listRooms(db, { userId: actor.userId, folderId: folder.id })
      refuseOverQuota(rooms, upload.size)
    },

    async uploadDocument(
      actor: Actor,
      folderId: string,
      file: IncomingFile,
      onConflict: NameConflict = 'keep_both',
    ): Promise<DocumentNode> {
      const folder = await getFolderToCreateIn(db, actor, folderId)
      const name = cleanName(file.fileName)
      const { fileType } = getFormat(fileTypeOf(name))
      const source = file.open()
      const { onStored } = file
      return createFrom(actor, { folder, name, fileType, cause: 'upload', source, onConflict, onStored })
    },

    async rename(actor: Actor, { id, name, expectedName }: Renaming): Promise<LibraryNode> {
      const node = await getReadable(db, actor, id)
      if (node.id === rootFolderId || !canRename(await findNodeRoles(db, actor, node)))
        throw new PortalError(
          'FORBIDDEN',
          'Only editors of the folder can rename this. Ask its owner for the right to edit.',
        )
      const cleaned = cleanName(name)
      const newName = node.type === 'document' ? withExtension(cleaned, node.fileType) : cleaned
      const at = clock.now()
      await refuseTaken(newName, () =>
        db.transaction(async (trx) => {
          const previousName = await nodeRepository.lockName(trx, node.id)
          if (previousName === undefined) throw notFound()
          if ((expectedName ?? previousName) !== previousName) throw nameChanged(previousName)
          await nodeRepository.rename(trx, node.id, newName, at)
          const deed = { actorId: actor.userId, nodeId: node.id, previousName, at }
          if (newName !== previousName) await recordActivity(trx, { ...deed, action: 'renamed' })
        }),
      )
      return getReadable(db, actor, id)
    },
  }
}

type WantedChildren = WantedPage & { role: Role | undefined }

/** A file that somebody is about to send. */
interface AnnouncedFile {
  folderId: string
  /** Folders below, in which it is to be. */
  path: readonly string[]
  fileName: string
  size: number
  onConflict: NameConflict
}

interface Renaming {
  id: string
  name: string
  /** The name that whoever renames saw. */
  expectedName?: string | null | undefined
}

interface CreateDocument {
  folderId: string
  title: string
  fileType: string
}

async function insertFolder(trx: Knex, folder: Folder): Promise<void> {
  await lockTree(trx, 'shared')
  if (!folder.parentId || !(await nodeRepository.lockFolder(trx, folder.parentId))) throw folderGone()
  await nodeRepository.insertFolder(trx, folder)
}

/** Gives a name the extension of its file type, unless it has it already. */
export function withExtension(name: string, fileType: string): string {
  const { extension } = splitName(name)
  return extension.toLowerCase() === `.${fileType}` ? name : `${name}.${fileType}`
}

async function refuseTaken(name: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (cause) {
    if (!isUniqueViolation(cause)) throw cause
    throw nameTaken(name, undefined, cause)
  }
}
