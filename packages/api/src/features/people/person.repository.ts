import type { Knex } from 'knex'
import { countRows } from '../../db/count-rows.js'
import { toDate } from '../../db/database.js'
import type { PageRequest } from '../../graphql/connection.js'
import { nameKey } from '../../lib/names.js'

/** A person as administrators see them. */
export interface Person {
  id: string
  name: string
  email: string | null
  isAdministrator: boolean
  isGuest: boolean
  hasPassword: boolean
  createdAt: Date
  lastSeenAt: Date | null
  deactivatedAt: Date | null
  pictureToken: string | null
}

interface PersonRow {
  id: string
  name: string
  name_key: string
  email: string | null
  email_key: string | null
  password_hash: string | null
  is_administrator: boolean | number
  is_guest: boolean | number
  created_at: Date | number
  last_seen_at: Date | number | null
  deactivated_at: Date | number | null
  picture_token: string | null
}

const rows = (db: Knex) => db<PersonRow>('users')

function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    isAdministrator: Boolean(row.is_administrator),
    isGuest: Boolean(row.is_guest),
    hasPassword: row.password_hash !== null,
    createdAt: toDate(row.created_at),
    lastSeenAt: row.last_seen_at === null ? null : toDate(row.last_seen_at),
    deactivatedAt: row.deactivated_at === null ? null : toDate(row.deactivated_at),
    pictureToken: row.picture_token,
  }
}

export interface PeopleFilter {
  /** Part of a name or an address. */
  search?: string | undefined
  /** Only people with an account who may come in, without those that are `guests`. */
  onlyMembers?: boolean
}

function restrict(query: Knex.QueryBuilder, { search, onlyMembers }: PeopleFilter): void {
  if (onlyMembers) void query.where({ is_guest: false }).whereNull('deactivated_at')
  if (!search?.trim()) return
  const part = `%${nameKey(search.trim()).replace(/[\\%_]/g, '\\$&')}%`
  void query.whereRaw("(name_key LIKE ? ESCAPE '\\' OR email_key LIKE ? ESCAPE '\\')", [part, part])
}

/** Reads people for lists. */
export const personRepository = {
  async find(db: Knex, id: string): Promise<Person | undefined> {
    const row = await rows(db).where({ id }).first()
    return row && toPerson(row)
  },

  /** By name; one more than asked for when there are more. */
  async list(db: Knex, filter: PeopleFilter, { first, after }: PageRequest): Promise<Person[]> {
    const query = rows(db)
      .modify(restrict, filter)
      .orderBy(['name_key', 'id'])
      .limit(first + 1)
    if (after) void query.whereRaw('(name_key, id) > (?, ?)', [...after])
    return ((await query) as PersonRow[]).map(toPerson)
  },

  async count(db: Knex, filter: PeopleFilter): Promise<number> {
    return countRows(rows(db).modify(restrict, filter))
  },
}
