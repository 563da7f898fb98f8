import type { Knex } from 'knex'
import { countRows } from '../../db/count-rows.js'
import { toDate } from '../../db/database.js'
import { readRows } from '../../db/rows.js'
import { nameKey } from '../../lib/names.js'

/** The looks of portal and editor. */
export type Theme = 'light' | 'dark' | 'system'

/** A person who can use the portal. */
export interface User {
  id: string
  name: string
  email: string | null
  passwordHash: string | null
  isAdministrator: boolean
  isGuest: boolean
  /** Null until it is chosen. */
  language: string | null
  theme: Theme
  /** Documents are shown first, and edited when that is asked for. */
  opensForReading: boolean
  /** Part of the address of their picture. */
  pictureToken: string | null
  /** Since when this person may not come in any more. */
  deactivatedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

/** A new person, as far as it is not the same for all. */
export type NewUser = Omit<User, 'deactivatedAt' | 'updatedAt' | 'theme' | 'opensForReading' | 'pictureToken'>

export interface UserRow {
  id: string
  name: string
  email: string | null
  email_key: string | null
  password_hash: string | null
  is_administrator: boolean | number
  is_guest: boolean | number
  language: string | null
  theme: Theme
  opens_for_reading: boolean | number
  picture_token: string | null
  name_key: string
  deactivated_at: Date | number | null
  created_at: Date | number
  updated_at: Date | number
}

/** The language in which to write to somebody: the one chosen, else English. */
export function languageOf({ language }: Pick<User, 'language'>): string {
  return language ?? 'en'
}

/** Gives the form in which e-mail addresses are compared. */
export function emailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

/** Reads a person from a row of the table `users`. */
export function toUser(row: UserRow): User {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    passwordHash: row.password_hash,
    isAdministrator: Boolean(row.is_administrator),
    isGuest: Boolean(row.is_guest),
    language: row.language,
    theme: row.theme,
    opensForReading: Boolean(row.opens_for_reading),
    pictureToken: row.picture_token,
    deactivatedAt: row.deactivated_at === null ? null : toDate(row.deactivated_at),
    createdAt: toDate(row.created_at),
    updatedAt: toDate(row.updated_at),
  }
}

/** Without the picture, which is written along with its file. */
function toRow(user: User): Omit<UserRow, 'picture_token'> {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    email_key: user.email === null ? null : emailKey(user.email),
    password_hash: user.passwordHash,
    is_administrator: user.isAdministrator,
    is_guest: user.isGuest,
    language: user.language,
    theme: user.theme,
    opens_for_reading: user.opensForReading,
    name_key: nameKey(user.name),
    deactivated_at: user.deactivatedAt,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  }
}

const users = (db: Knex) => db<UserRow>('users')

/** Reads and writes people. */
export const userRepository = {
  async insert(db: Knex, user: NewUser): Promise<User> {
    const choices = { theme: 'system', opensForReading: false, pictureToken: null } as const
    const inserted = { ...user, ...choices, deactivatedAt: null, updatedAt: user.createdAt }
    await users(db).insert(toRow(inserted))
    return inserted
  },

  async update(db: Knex, user: User): Promise<User> {
    await users(db).where({ id: user.id }).update(toRow(user))
    return user
  },

  async find(db: Knex, id: string): Promise<User | undefined> {
    const row = await users(db).where({ id }).first()
    return row && toUser(row)
  },

  async findByEmail(db: Knex, email: string): Promise<User | undefined> {
    const row = await users(db)
      .where({ email_key: emailKey(email) })
      .first()
    return row && toUser(row)
  },

  /** The administrator that was there first. */
  async findAdministrator(db: Knex): Promise<User | undefined> {
    const row = await users(db).where({ is_administrator: true }).orderBy('id').first()
    return row && toUser(row)
  },

  /** How many administrators may come in. */
  async countAdministrators(db: Knex): Promise<number> {
    return countRows(users(db).where({ is_administrator: true }).whereNull('deactivated_at'))
  },

  /** People with an account, by a part of their name or address. */
  async search(db: Knex, text: string, limit: number): Promise<User[]> {
    const part = `%${nameKey(text.trim()).replace(/[\\%_]/g, '\\$&')}%`
    const found = await users(db)
      .whereRaw("(name_key LIKE ? ESCAPE '\\' OR email_key LIKE ? ESCAPE '\\')", [part, part])
      .whereNotNull('email_key')
      .whereNull('deactivated_at')
      .orderBy(['name_key', 'id'])
      .limit(limit)
    return found.map(toUser)
  },

  /** Everybody with an account who may come in, as far as rights of everyone reach. */
  async listMembers(db: Knex, limit: number): Promise<User[]> {
    return (await users(db).where({ is_guest: false }).whereNull('deactivated_at').limit(limit)).map(toUser)
  },

  async listByIds(db: Knex, ids: readonly string[]): Promise<User[]> {
    if (ids.length === 0) return []
    const sql = `SELECT * FROM users WHERE id IN (${ids.map(() => '?').join(', ')})`
    return (await readRows<UserRow>(db, sql, ids)).map(toUser)
  },
}
