import type { Knex } from 'knex'
import { toDate } from '../../db/database.js'
import { createId } from '../../lib/ids.js'
import type { GrantAbove } from './access.policy.js'
import type { Role } from './role.js'

/** To whom a right is given. */
export type Subject = { type: 'user'; id: string } | { type: 'group'; id: string } | { type: 'everyone' }

/** Somebody whose rights are asked for. */
export interface Person {
  id: string
  isAdministrator: boolean
  isGuest: boolean
}

/** A right on a node and on all below it. */
export interface Grant {
  id: string
  nodeId: string
  subject: Subject
  shareLinkId: string | null
  role: Role
  mayDownload: boolean
  createdAt: Date
}

export interface NewGrant {
  nodeId: string
  userId: string
  role: Role
  shareLinkId: string | null
  mayDownload?: boolean
  createdAt: Date
}

interface GrantRow {
  id: string
  node_id: string
  subject_type: Subject['type']
  user_id: string | null
  group_id: string | null
  share_link_id: string | null
  subject_key: string
  role: Role
  may_download: boolean | number
  created_at: Date | number
}

type AboveRow = GrantRow & { start_id: string; distance: number; member_id: string | null }

const rows = (db: Knex) => db<GrantRow>('grants')

function toGrant(row: GrantRow): Grant {
  const subject: Subject =
    row.subject_type === 'everyone'
      ? { type: 'everyone' }
      : { type: row.subject_type, id: row.user_id ?? row.group_id ?? '' }
  return {
    id: row.id,
    nodeId: row.node_id,
    subject,
    shareLinkId: row.share_link_id,
    role: row.role,
    mayDownload: Boolean(row.may_download),
    createdAt: toDate(row.created_at),
  }
}

/** The nodes with each folder above them, and how far up it is. */
function chainOf(db: Knex, nodeIds: readonly string[]) {
  return db.withRecursive('chain', ['start_id', 'node_id', 'distance'], (chain) => {
    void chain
      .select('id', 'id', db.raw('0'))
      .from('nodes')
      .whereIn('id', nodeIds)
      .unionAll((above) => {
        void above
          .select('chain.start_id', 'nodes.parent_id', db.raw('chain.distance + 1'))
          .from('chain')
          .join('nodes', 'nodes.id', 'chain.node_id')
          .whereNotNull('nodes.parent_id')
      })
  })
}

/** Rights of a person: their own, of their groups, and of everyone unless they are a guest. */
function restrictTo(query: Knex.QueryBuilder, { id, isGuest }: Omit<Person, 'isAdministrator'>): void {
  void query.where((mine) => {
    void mine.where('grants.user_id', id).orWhereIn('grants.group_id', (groups: Knex.QueryBuilder) => {
      void groups.select('group_id').from('group_members').where('user_id', id)
    })
    if (!isGuest) void mine.orWhere('grants.subject_type', 'everyone')
  })
}

/** Reads and writes who may do what. */
export const grantRepository = {
  /** Gives a right to one person; nothing happens when it is there already. */
  async insert(db: Knex, { nodeId, userId, role, shareLinkId, mayDownload = true, createdAt }: NewGrant) {
    const subject_key = shareLinkId ? `${userId}:${shareLinkId}` : userId
    const row = {
      id: createId(),
      node_id: nodeId,
      subject_type: 'user',
      user_id: userId,
      group_id: null,
    } as const
    const given = { share_link_id: shareLinkId, subject_key, role, may_download: mayDownload }
    await rows(db)
      .insert({ ...row, ...given, created_at: createdAt })
      .onConflict(['node_id', 'subject_key'])
      .ignore()
  },

  /** Makes this the one right of a subject on a node, beside those that came by links. */
  async set(
    db: Knex,
    { nodeId, subject, role, createdAt }: { nodeId: string; subject: Subject; role: Role; createdAt: Date },
  ): Promise<Grant> {
    const subject_key = subject.type === 'everyone' ? 'everyone' : subject.id
    const row: GrantRow = {
      id: createId(),
      node_id: nodeId,
      subject_type: subject.type,
      user_id: subject.type === 'user' ? subject.id : null,
      group_id: subject.type === 'group' ? subject.id : null,
      share_link_id: null,
      subject_key,
      role,
      may_download: true,
      created_at: createdAt,
    }
    await rows(db).insert(row).onConflict(['node_id', 'subject_key']).merge(['role', 'created_at'])
    const found = await rows(db).where({ node_id: nodeId, subject_key }).first()
    return toGrant(found ?? row)
  },

  async find(db: Knex, id: string): Promise<Grant | undefined> {
    const row = await rows(db).where({ id }).first()
    return row && toGrant(row)
  },

  async delete(db: Knex, id: string): Promise<void> {
    await rows(db).where({ id }).delete()
  },

  /** All rights of a person on the nodes and on the folders around them, in one query. */
  async listAbove(
    db: Knex,
    person: Omit<Person, 'isAdministrator'>,
    nodeIds: readonly string[],
  ): Promise<Map<string, (GrantAbove & Grant)[]>> {
    const query = chainOf(db, nodeIds)
      .select<AboveRow[]>('chain.start_id', 'chain.distance', 'grants.*')
      .from('chain')
      .join('grants', 'grants.node_id', 'chain.node_id')
      .modify(restrictTo, person)
    const found = new Map<string, (GrantAbove & Grant)[]>()
    for (const row of (await query) as AboveRow[])
      found.set(row.start_id, [
        ...(found.get(row.start_id) ?? []),
        { ...toGrant(row), distance: row.distance },
      ])
    return found
  },

  /** The rights of all subjects on the nodes and around them, with the people in groups, in one query. */
  async listAllAbove(db: Knex, nodeIds: readonly string[]) {
    const found = (await chainOf(db, nodeIds)
      .select('chain.start_id', 'chain.distance', 'grants.*', 'group_members.user_id as member_id')
      .from('chain')
      .join('grants', 'grants.node_id', 'chain.node_id')
      .leftJoin('group_members', 'group_members.group_id', 'grants.group_id')
      .orderBy(['chain.distance', 'grants.id'])) as AboveRow[]
    return found.map((row) => ({
      ...toGrant(row),
      startId: row.start_id,
      distance: row.distance,
      memberId: row.user_id ?? row.member_id,
    }))
  },

  /** The nodes on which a person has a right other than by a folder around them. */
  async listNodeIds(db: Knex, person: Omit<Person, 'isAdministrator'>): Promise<string[]> {
    const query = rows(db).modify(restrictTo, person).distinct('node_id')
    return ((await query) as { node_id: string }[]).map((row) => row.node_id)
  },

  /** The nodes on which a group has a right. */
  async listNodeIdsOfGroup(db: Knex, groupId: string): Promise<string[]> {
    const found = await rows(db).where({ group_id: groupId }).distinct('node_id')
    return found.map(({ node_id }) => node_id)
  },

  /** Who came by a link. */
  async listUserIdsOfLink(db: Knex, shareLinkId: string): Promise<string[]> {
    const found = await rows(db).where({ share_link_id: shareLinkId })
    return found.flatMap(({ user_id }) => user_id ?? [])
  },

  async updateOfLink(
    db: Knex,
    shareLinkId: string,
    { role, mayDownload }: { role: Role; mayDownload: boolean },
  ): Promise<void> {
    await rows(db).where({ share_link_id: shareLinkId }).update({ role, may_download: mayDownload })
  },

  async deleteOfLink(db: Knex, shareLinkId: string): Promise<void> {
    await rows(db).where({ share_link_id: shareLinkId }).delete()
  },
}
