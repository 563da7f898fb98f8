import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { createId } from '../../lib/ids.js'
import { PortalError } from '../../lib/portal-error.js'
import { recordActivity } from '../activity/index.js'
import type { Actor } from '../auth/index.js'
import { listAccess, listPeopleWithAccess, type ChangeAccess } from '../access/index.js'
import { findFreeName } from './document-creator.js'
import type { DocumentNode, LibraryNode } from './node.js'
import { getAllDeletable, getAllReadable, getFolderToCreateIn } from './node-access.js'
import { folderGone, tooMany } from './node-errors.js'
import { nodeRepository } from './node.repository.js'
import { refuseOverQuota, type Quotas } from './quota.js'
import { lockTree, treeRepository } from './tree.repository.js'
import { versionRepository } from './version.repository.js'

const maxCopied = 5_000

export interface OrganizeServiceOptions {
  db: Knex
  clock: Clock
  quotas: Quotas
  changeAccess: ChangeAccess
}

/** Which nodes go into which folder. */
export interface NodesIntoFolder {
  ids: readonly string[]
  folderId: string
}

/** Moves and copies documents and folders. */
export function createOrganizeService({ db, clock, quotas, changeAccess }: OrganizeServiceOptions) {
  async function copyTree(trx: Knex, actor: Actor, top: LibraryNode, parentId: string): Promise<string> {
    const entries = await treeRepository.listSubtree(trx, top.id, maxCopied + 1)
    if (entries.length > maxCopied) throw tooMany(maxCopied)
    const ids = entries.map(({ id }) => id)
    const access = await listAccess(trx, actor, ids)
    const nodes = new Map((await treeRepository.listNodes(trx, ids)).map((node) => [node.id, node]))
    const copies = new Map<string, string>()
    for (const id of ids) {
      const node = nodes.get(id)
      const newParent = id === top.id ? parentId : copies.get(node?.parentId ?? '')
      // A copy of one's own could be downloaded.
      if (!node || !newParent || !access.get(id)?.mayDownload) continue
      const name = id === top.id ? await findFreeName(trx, parentId, node) : node.name
      copies.set(id, await insertCopy(trx, actor, { ...node, parentId: newParent, name }))
    }
    const made = copies.get(top.id)
    if (!made)
      throw new PortalError(
        'DOWNLOAD_FORBIDDEN',
        'This was shared with you for looking only, without download or copies. Ask its owner.',
      )
    return made
  }

  async function insertCopy(trx: Knex, actor: Actor, node: LibraryNode): Promise<string> {
    const now = clock.now()
    const made = { id: createId(), createdById: actor.userId, createdAt: now, updatedAt: now }
    if (node.type === 'folder') await nodeRepository.insertFolder(trx, { ...node, ...made })
    else await insertDocumentCopy(trx, node, { ...node, ...made, currentVersionId: createId() })
    return made.id
  }

  return {
    /** Puts documents and folders into another folder; a name that is taken there gets a number. */
    async move(actor: Actor, { ids, folderId }: NodesIntoFolder): Promise<LibraryNode[]> {
      const target = await getFolderToCreateIn(db, actor, folderId)
      const nodes = await getAllDeletable(
        db,
        actor,
        ids,
        'Only the owner can move this away from its folder. Ask the owner to do it.',
      )
      const nodeIds = nodes.map(({ id }) => id)
      // Rights come down from folders, so another place may mean less.
      await changeAccess({ nodeIds, people: () => listPeopleWithAccess(db, nodeIds) }, () =>
        db.transaction(async (trx) => {
          for (const id of await moveInto(trx, nodes, target.id))
            await recordActivity(trx, { action: 'moved', actorId: actor.userId, nodeId: id, at: clock.now() })
        }),
      )
      return treeRepository.listNodes(db, nodeIds)
    },

    /** Copies documents in their current version, and folders with all in them that this person may read. */
    async copy(actor: Actor, { ids, folderId }: NodesIntoFolder): Promise<LibraryNode[]> {
      const target = await getFolderToCreateIn(db, actor, folderId)
      const nodes = await getAllReadable(db, actor, ids)
      const owner = { userId: actor.userId, folderId: target.id }
      const copied = await db.transaction(async (trx) => {
        await quotas.hold(trx, owner)
        await lockTree(trx, 'shared')
        if (!(await nodeRepository.lockFolder(trx, target.id))) throw folderGone()
        const made: string[] = []
        for (const node of nodes) made.push(await copyTree(trx, actor, node, target.id))
        for (const id of made)
          await recordActivity(trx, { action: 'copied', actorId: actor.userId, nodeId: id, at: clock.now() })
        // What was copied counts already; when it is too much, nothing was.
        refuseOverQuota(await quotas.listRooms(trx, owner), 0)
        return made
      })
      return treeRepository.listNodes(db, copied)
    },
  }
}
export type OrganizeService = ReturnType<typeof createOrganizeService>

/** Gives the ids of those that were somewhere else before. */
async function moveInto(trx: Knex, nodes: readonly LibraryNode[], folderId: string): Promise<string[]> {
  await lockTree(trx, 'alone')
  const folder = await nodeRepository.lockFolder(trx, folderId)
  if (!folder) throw folderGone()
  const above = await nodeRepository.listAncestors(trx, folder)
  const around = new Set([folder, ...above].map(({ id }) => id))
  const moved: string[] = []
  for (const node of nodes) {
    if (around.has(node.id)) throw intoItself(node)
    if (node.parentId === folder.id) continue
    const name = await findFreeName(trx, folder.id, node)
    await treeRepository.move(trx, node.id, { parentId: folder.id, name })
    moved.push(node.id)
  }
  return moved
}

async function insertDocumentCopy(trx: Knex, original: DocumentNode, copy: DocumentNode): Promise<void> {
  const version = await versionRepository.find(trx, original.currentVersionId)
  if (!version) throw new Error(`Document ${original.id} has no current version`)
  await nodeRepository.insertDocument(trx, copy)
  await versionRepository.insert(trx, {
    ...version,
    id: copy.currentVersionId,
    documentId: copy.id,
    number: 1,
    cause: 'copy',
    authorId: copy.createdById,
    changesSha256: null,
    history: null,
    createdAt: copy.createdAt,
  })
}

function intoItself({ name }: LibraryNode): PortalError {
  return new PortalError(
    'MOVE_INTO_ITSELF',
    `"${name}" cannot be moved into itself or into a folder within it. Choose another folder.`,
    { details: { name } },
  )
}
