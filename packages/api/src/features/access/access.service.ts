import type { Knex } from 'knex'
import type { Actor } from '../auth/index.js'
import { decideAccess, decideRole, type Access } from './access.policy.js'
import { grantRepository, type Person } from './grant.repository.js'
import { listRightsAbove } from './rights-above.js'
import type { Role } from './role.js'

/** Finds what somebody may do with many nodes with one query; nodes without a role are missing in the answer. */
export async function listAccess(
  db: Knex,
  actor: Actor | undefined,
  nodeIds: readonly string[],
): Promise<Map<string, Access>> {
  if (!actor) return new Map()
  const person = { id: actor.userId, isGuest: actor.isGuest }
  const grants = actor.isAdministrator ? undefined : await listRightsAbove(db, person, nodeIds)
  const found = new Map<string, Access>()
  for (const nodeId of nodeIds) {
    const access = decideAccess(actor.isAdministrator, grants?.get(nodeId) ?? [])
    if (access) found.set(nodeId, access)
  }
  return found
}

/** Finds the roles of somebody on many nodes with one query; nodes without a role are missing in the answer. */
export async function listRoles(
  db: Knex,
  actor: Actor | undefined,
  nodeIds: readonly string[],
): Promise<Map<string, Role>> {
  const found = await listAccess(db, actor, nodeIds)
  return new Map([...found].map(([nodeId, { role }]) => [nodeId, role]))
}

/** Finds what somebody may do with one node. */
export async function findAccess(
  db: Knex,
  actor: Actor | undefined,
  nodeId: string,
): Promise<Access | undefined> {
  return (await listAccess(db, actor, [nodeId])).get(nodeId)
}

/** Finds somebody's role on one node. */
export async function findRole(
  db: Knex,
  actor: Actor | undefined,
  nodeId: string,
): Promise<Role | undefined> {
  return (await findAccess(db, actor, nodeId))?.role
}

/** Finds the roles of many people on many nodes with one query: node, then person. */
export async function listRolesOfPeople(
  db: Knex,
  people: readonly Person[],
  nodeIds: readonly string[],
): Promise<Map<string, Map<string, Role>>> {
  const grants = await grantRepository.listAllAbove(db, nodeIds)
  const rolesOn = (nodeId: string) => {
    const around = grants.filter(({ startId }) => startId === nodeId)
    const roles = people.map((person) => {
      const mine = around.filter(({ subject, memberId }) =>
        subject.type === 'everyone' ? !person.isGuest : memberId === person.id,
      )
      return [person.id, decideRole(person.isAdministrator, mine)] as const
    })
    return new Map(roles.flatMap(([id, role]) => (role ? [[id, role] as const] : [])))
  }
  return new Map(nodeIds.map((nodeId) => [nodeId, rolesOn(nodeId)]))
}
