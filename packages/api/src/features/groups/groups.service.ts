import type { Knex } from 'knex'
import { readPage, toConnection, type Connection, type PageArgs } from '../../graphql/connection.js'
import { isUniqueViolation } from '../../db/database.js'
import type { Clock } from '../../lib/clock.js'
import { isId } from '../../lib/ids.js'
import { cleanName, nameKey } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import { grantRepository, type ChangeAccess } from '../access/index.js'
import { requireAdministrator, userRepository, type Actor } from '../auth/index.js'
import { groupRepository, type Group } from './group.repository.js'

export interface GroupsServiceOptions {
  db: Knex
  clock: Clock
  changeAccess: ChangeAccess
}

export type GroupsService = ReturnType<typeof createGroupsService>

/** Groups of people, kept by administrators. */
export function createGroupsService({ db, clock, changeAccess }: GroupsServiceOptions) {
  async function getGroup(id: string): Promise<Group> {
    const group = isId(id) ? await groupRepository.find(db, id) : undefined
    if (!group) throw new PortalError('NOT_FOUND', 'There is no such group any more. Reload the list.')
    return group
  }

  /** Takes rights away from people of a group, and the people out of open editors. */
  async function withdraw(
    groupId: string,
    userIds: readonly string[],
    change: () => Promise<void>,
  ): Promise<void> {
    const nodeIds = await grantRepository.listNodeIdsOfGroup(db, groupId)
    await changeAccess({ nodeIds, people: await userRepository.listByIds(db, userIds) }, change)
  }

  return {
    async list(actor: Actor, { first, after }: PageArgs): Promise<Connection<Group>> {
      requireAdministrator(actor)
      const page = readPage(first, after)
      const found = await groupRepository.listPage(db, page)
      const totalCount = await groupRepository.count(db)
      return toConnection(found, { first, totalCount, keyOf: ({ name }) => nameKey(name) })
    },

    async get(actor: Actor, id: string): Promise<Group> {
      requireAdministrator(actor)
      return getGroup(id)
    },

    async create(actor: Actor, name: string): Promise<Group> {
      requireAdministrator(actor)
      return refuseTaken(name, (cleaned) => groupRepository.insert(db, cleaned, clock.now()))
    },

    async rename(actor: Actor, { id, name }: { id: string; name: string }): Promise<Group> {
      requireAdministrator(actor)
      const group = await getGroup(id)
      await refuseTaken(name, (cleaned) => groupRepository.rename(db, group.id, cleaned))
      return getGroup(id)
    },

    async delete(actor: Actor, id: string): Promise<void> {
      requireAdministrator(actor)
      const group = await getGroup(id)
      const members = await groupRepository.listMemberIds(db, [group.id])
      await withdraw(group.id, members.get(group.id) ?? [], () => groupRepository.delete(db, group.id))
    },

    async addMembers(actor: Actor, { groupId, userIds }: { groupId: string; userIds: readonly string[] }) {
      requireAdministrator(actor)
      const group = await getGroup(groupId)
      const people = await userRepository.listByIds(db, userIds.filter(isId))
      if (people.length < new Set(userIds).size)
        throw new PortalError('NOT_FOUND', 'One of these people does not exist. Reload the list of people.')
      await groupRepository.addMembers(db, group.id, [...new Set(userIds)], clock.now())
      return group
    },

    async removeMember(
      actor: Actor,
      { groupId, userId }: { groupId: string; userId: string },
    ): Promise<Group> {
      requireAdministrator(actor)
      const group = await getGroup(groupId)
      await withdraw(group.id, [userId], () => groupRepository.removeMember(db, group.id, userId))
      return group
    },
  }
}

async function refuseTaken<T>(name: string, write: (cleaned: string) => Promise<T>): Promise<T> {
  const cleaned = cleanName(name)
  try {
    return await write(cleaned)
  } catch (cause) {
    if (!isUniqueViolation(cause)) throw cause
    throw new PortalError('NAME_TAKEN', `There is a group "${cleaned}" already. Choose another name.`, {
      cause,
      details: { name: cleaned },
    })
  }
}
