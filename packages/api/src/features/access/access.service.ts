import type { Knex } from 'knex'
import type { Actor } from '../auth/index.js'
import { decideRole } from './access.policy.js'
import { grantRepository } from './grant.repository.js'
import type { Role } from './role.js'

/** Finds the roles of somebody on many nodes with one query; nodes without a role are missing in the answer. */
export async function listRoles(
  db: Knex,
  actor: Actor | undefined,
  nodeIds: readonly string[],
): Promise<Map<string, Role>> {
  if (!actor) return new Map()
  const grants = actor.isAdministrator
    ? undefined
    : await grantRepository.listAbove(db, actor.userId, nodeIds)
  const found = new Map<string, Role>()
  for (const nodeId of nodeIds) {
    const role = decideRole(actor.isAdministrator, grants?.get(nodeId) ?? [])
    if (role) found.set(nodeId, role)
  }
  return found
}

/** Finds somebody's role on one node. */
export async function findRole(
  db: Knex,
  actor: Actor | undefined,
  nodeId: string,
): Promise<Role | undefined> {
  return (await listRoles(db, actor, [nodeId])).get(nodeId)
}
