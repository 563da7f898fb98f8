import type { Knex } from 'knex'
import { canRead, listRoles, type Role } from '../access/index.js'
import type { Actor } from '../auth/index.js'
import { rootFolderId, treeRepository } from '../library/index.js'
import type { Change } from './change.repository.js'
import {
  ChangeAspectModel,
  OwnAspectModel,
  type ChangeAspect,
  type LiveList,
  type OwnAspect,
} from './live.model.js'

const aspects: readonly string[] = Object.values(ChangeAspectModel)
const isAspect = (kind: string): kind is ChangeAspect => aspects.includes(kind)

/** Finds what changed of somebody's own. */
export function findOwnAspects(userId: string, changes: readonly Change[]): OwnAspect[] {
  const kinds = new Set(changes.filter((change) => change.userId === userId).map(({ kind }) => kind))
  return Object.values(OwnAspectModel).filter((aspect) => kinds.has(aspect))
}

/** The changes after which a list is to be asked for again. */
const listKinds: Record<LiveList, readonly string[]> = {
  people: ['list:people'],
  groups: ['list:groups', 'list:people'],
  // A space comes and goes for somebody by rights too, and by the bin.
  spaces: ['list:spaces', 'list:trash', 'access'],
  trash: ['list:trash'],
  activity: ['list:activity'],
}

/** Finds which of some lists may have changed. */
export function findLists(lists: readonly LiveList[], changes: readonly Change[]): LiveList[] {
  const kinds = new Set(changes.map(({ kind }) => kind))
  return lists.filter((list) => listKinds[list].some((kind) => kinds.has(kind)))
}

export interface FindAspects {
  actor: Actor
  /** The nodes that are watched, with the roles of the watcher. */
  roles: ReadonlyMap<string, Role | undefined>
  changes: readonly Change[]
}

/** Finds which of the watched nodes are concerned by changes, and in what. */
export async function findAspects(
  db: Knex,
  { actor, roles, changes }: FindAspects,
): Promise<Map<string, Set<ChangeAspect>>> {
  const found = new Map<string, Set<ChangeAspect>>()
  const add = (nodeId: string, aspect: ChangeAspect) =>
    found.set(nodeId, (found.get(nodeId) ?? new Set<ChangeAspect>()).add(aspect))
  for (const { kind, nodeId, parentId } of changes) {
    if (nodeId && roles.has(nodeId) && isAspect(kind)) add(nodeId, kind)
    if (parentId && roles.has(parentId)) add(parentId, 'children')
  }
  for (const nodeId of await listBelow(db, [...roles.keys()], changes)) add(nodeId, 'access')
  if (await isSharedListConcerned(db, { actor, roles, changes })) add(rootFolderId, 'children')
  return found
}

/** The watched nodes that lie below folders whose rights changed. */
async function listBelow(
  db: Knex,
  watched: readonly string[],
  changes: readonly Change[],
): Promise<string[]> {
  const changed = new Set(
    changes.flatMap(({ kind, nodeId }) => (kind === 'access' && nodeId ? [nodeId] : [])),
  )
  if (changed.size === 0) return []
  const around = await treeRepository.listAround(db, watched)
  return watched.filter((id) => around.get(id)?.some((above) => changed.has(above)))
}

/** People without a role on the library see at its root what was shared with them, wherever it lies. */
async function isSharedListConcerned(db: Knex, { actor, roles, changes }: FindAspects): Promise<boolean> {
  if (!roles.has(rootFolderId) || canRead(roles.get(rootFolderId))) return false
  if (changes.some(({ kind }) => kind === 'access')) return true
  const nodeIds = [...new Set(changes.flatMap(({ nodeId }) => nodeId ?? []))]
  return nodeIds.length > 0 && (await listRoles(db, actor, nodeIds)).size > 0
}
