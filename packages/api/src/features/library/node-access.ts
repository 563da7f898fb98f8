import type { Knex } from 'knex'
import { isId } from '../../lib/ids.js'
import { PortalError } from '../../lib/portal-error.js'
import {
  canCreateIn,
  canDelete,
  canRead,
  findRole,
  listRoles,
  type NodeRoles,
  type Role,
} from '../access/index.js'
import type { Actor } from '../auth/index.js'
import { rootFolderId, type Folder, type LibraryNode } from './node.js'
import { notFound, tooMany } from './node-errors.js'
import { nodeRepository } from './node.repository.js'

/** So many nodes can be named in one request. */
const maxNodesAtOnce = 500

/** Finds what a policy must know about somebody and a node. */
export async function findNodeRoles(db: Knex, actor: Actor, node: Placed): Promise<NodeRoles> {
  return rolesOf(await listNodeRoles(db, actor, [node]), actor, node)
}

/** Nodes that somebody may not see are as good as absent: the answer does not tell that they exist. */
export async function getReadable(db: Knex, actor: Actor | undefined, id: string): Promise<LibraryNode> {
  const [node] = await getAllReadable(db, actor, [id])
  if (!node) throw notFound()
  return node
}

/** Finds several nodes, in the order of their ids; one that is missing fails all. */
export async function getAllReadable(
  db: Knex,
  actor: Actor | undefined,
  ids: readonly string[],
): Promise<LibraryNode[]> {
  if (!actor) throw new PortalError('NOT_SIGNED_IN', 'You are not signed in. Sign in and try again.')
  const wanted = [...new Set(ids)]
  if (wanted.length > maxNodesAtOnce) throw tooMany(maxNodesAtOnce)
  const found = new Map(
    (await nodeRepository.listByIds(db, wanted.filter(isId))).map((node) => [node.id, node]),
  )
  const roles = await listRoles(db, actor, [...found.keys()])
  return wanted.map((id) => {
    const node = found.get(id)
    if (!node || (id !== rootFolderId && !canRead(roles.get(id)))) throw notFound()
    return node
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
  const folder = await getReadable(db, actor, id)
  if (folder.type !== 'folder') throw notFound()
  if (!canCreateIn(await findRole(db, actor, folder.id)))
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
