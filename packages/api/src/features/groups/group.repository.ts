import type { Knex } from 'knex'
import { countRows } from '../../db/count-rows.js'
import { createId } from '../../lib/ids.js'
import type { PageRequest } from '../../graphql/connection.js'
import { nameKey } from '../../lib/names.js'

/** People who get rights together. */
export interface Group {
  id: string
  name: string
}

interface GroupRow {
  id: string
  name: string
  name_key: string
  created_at: Date | number
}

interface MemberRow {
  group_id: string
  user_id: string
  created_at: Date | number
}

const rows = (db: Knex) => db<GroupRow>('groups')
const memberRows = (db: Knex) => db<MemberRow>('group_members')
const toGroup = ({ id, name }: GroupRow): Group => ({ id, name })

/** Reads and writes groups and who is in them. */
export const groupRepository = {
  async insert(db: Knex, name: string, createdAt: Date): Promise<Group> {
    const group = { id: createId(), name }
    await rows(db).insert({ ...group, name_key: nameKey(name), created_at: createdAt })
    return group
  },

  async rename(db: Knex, id: string, name: string): Promise<void> {
    await rows(db)
      .where({ id })
      .update({ name, name_key: nameKey(name) })
  },

  async delete(db: Knex, id: string): Promise<void> {
    await rows(db).where({ id }).delete()
  },

  async find(db: Knex, id: string): Promise<Group | undefined> {
    const row = await rows(db).where({ id }).first()
    return row && toGroup(row)
  },

  /** By name; one more than asked for when there are more. */
  async listPage(db: Knex, { first, after }: PageRequest): Promise<Group[]> {
    const query = rows(db)
      .orderBy(['name_key', 'id'])
      .limit(first + 1)
    if (after) void query.whereRaw('(name_key, id) > (?, ?)', [...after])
    return (await query).map(toGroup)
  },

  async count(db: Knex): Promise<number> {
    return countRows(rows(db))
  },

  /** By name, those with a part of a name. */
  async search(db: Knex, { search, limit }: { search: string; limit: number }): Promise<Group[]> {
    const part = `%${nameKey(search.trim()).replace(/[\\%_]/g, '\\$&')}%`
    const found = await rows(db)
      .whereRaw("name_key LIKE ? ESCAPE '\\'", [part])
      .orderBy('name_key')
      .limit(limit)
    return found.map(toGroup)
  },

  async listByIds(db: Knex, ids: readonly string[]): Promise<Group[]> {
    return (await rows(db).whereIn('id', ids)).map(toGroup)
  },

  async addMembers(db: Knex, groupId: string, userIds: readonly string[], createdAt: Date): Promise<void> {
    if (userIds.length === 0) return
    const added = userIds.map((user_id) => ({ group_id: groupId, user_id, created_at: createdAt }))
    await memberRows(db).insert(added).onConflict(['group_id', 'user_id']).ignore()
  },

  async removeMember(db: Knex, groupId: string, userId: string): Promise<void> {
    await memberRows(db).where({ group_id: groupId, user_id: userId }).delete()
  },

  async listMemberIds(db: Knex, groupIds: readonly string[]): Promise<Map<string, string[]>> {
    const found = new Map(groupIds.map((id) => [id, [] as string[]]))
    for (const { group_id, user_id } of await memberRows(db)
      .whereIn('group_id', groupIds)
      .orderBy('created_at'))
      found.get(group_id)?.push(user_id)
    return found
  },
}
