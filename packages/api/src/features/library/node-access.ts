import type { Knex } from 'knex'
import { isId } from '../../lib/ids.js'
import { PortalError } from '../../lib/portal-error.js'
import { canCreateIn, canDelete, listRoles, type Access, type NodeRoles, type Role } from '../access/index.js'
import type { Actor } from '../auth/index.js'
import { rootFolderId, type Folder, type LibraryNode } from './node.js'
import { notFound, tooMany } from './node-errors.js'
import { listNodesWithAccess } from './readable.repository.js'

/** So many nodes can be named in one request. */
const maxNodesAtOnce = 500
const onlyLooking: Access = { role: 'viewer', mayDownload: false }

/** A node that somebody may read, with what they may do with it and with the folder around it. */
export interface Readable {
  node: LibraryNode
  access: Access
  parentAccess: Access | undefined
}

/** Finds what a policy must know about somebody and a node. */
export async function findNodeRoles(db: Knex, actor: Actor, node: Placed): Promise<NodeRoles> {
  return rolesOf(await listNodeRoles(db, actor, [node]), actor, node)
}

/** Nodes that somebody may not see are as good as absent: the answer does not tell that they exist. */
export async function getReadable(db: Knex, actor: Actor | undefined, id: string): Promise<LibraryNode> {
  return (await getWithAccess(db, actor, id)).node
}

/** Finds a node that somebody may read, and what else they may do. */
export async function getWithAccess(db: Knex, actor: Actor | undefined, id: string): Promise<Readable> {
  const [readable] = await listReadable(db, actor, [id])
  if (!readable) throw notFound()
  return readable
}

/** Finds several nodes, in the order of their ids; one that is missing fails all. */
export async function getAllReadable(
  db: Knex,
  actor: Actor | undefined,
  ids: readonly string[],
): Promise<LibraryNode[]> {
  return (await listReadable(db, actor, ids)).map(({ node }) => node)
}

async function listReadable(db: Knex, actor: Actor | undefined, ids: readonly string[]): Promise<Readable[]> {
  if (!actor) throw new PortalError('NOT_SIGNED_IN', 'You are not signed in. Sign in and try again.')
  const wanted = [...new Set(ids)]
  if (wanted.length > maxNodesAtOnce) throw tooMany(maxNodesAtOnce)
  const found = await listNodesWithAccess(db, actor, wanted.filter(isId))
  return wanted.map((id) => {
    const readable = found.get(id)
    // Everybody sees the root, at least what they were invited to in it.
    const access = readable?.access ?? (id === rootFolderId ? onlyLooking : undefined)
    if (!readable || !access) throw notFound()
    return { ...readable, access }
  })
}

/** Finds nodes that all may be taken away from where they are; refuses when one may not. */
export async function getAllDeletable(
  db: Knex,
  actor: Actor,
  ids: readonly string[],
  refusal: string,
): Promise<LibraryNode[]> {
  const nodes = await getAllReadable(db, actor, ids)
  const roles = await listNodeRoles(db, actor, nodes)
  for (const node of nodes)
    if (node.id === rootFolderId || !canDelete(rolesOf(roles, actor, node)))
      throw new PortalError('FORBIDDEN', refusal)
  return nodes
}

/** Finds a folder into which somebody may put something. */
export async function getFolderToCreateIn(db: Knex, actor: Actor | undefined, id: string): Promise<Folder> {
  const { node: folder, access } = await getWithAccess(db, actor, id)
  if (folder.type !== 'folder') throw notFound()
  if (!canCreateIn(access.role))
    throw new PortalError(
      'FORBIDDEN',
      'You may only look into this folder. Ask its owner for the right to edit.',
    )
  return folder
}

type Placed = Pick<LibraryNode, 'id' | 'parentId' | 'createdById'>

function listNodeRoles(db: Knex, actor: Actor, nodes: readonly Placed[]): Promise<Map<string, Role>> {
  const ids = nodes.flatMap(({ id, parentId }) => (parentId ? [id, parentId] : [id]))
  return listRoles(db, actor, [...new Set(ids)])
}

function rolesOf(roles: Map<string, Role>, actor: Actor, node: Placed): NodeRoles {
  return {
    role: roles.get(node.id),
    parentRole: node.parentId ? roles.get(node.parentId) : undefined,
    isCreator: node.createdById === actor.userId,
  }
}
