import type { Knex } from 'knex'
import { toDate } from '../../db/database.js'
import { readRows } from '../../db/rows.js'
import { createId } from '../../lib/ids.js'
import { toUser, type User, type UserRow } from './user.repository.js'

/** A browser in which somebody is signed in. */
export interface Session {
  id: string
  userId: string
  createdAt: Date
  lastSeenAt: Date
  userAgent: string
  address: string
  isSingleSignOn: boolean
}

interface SessionRow {
  id: string
  user_id: string
  token_hash: string
  created_at: Date | number
  expires_at: Date | number
  last_seen_at: Date | number | null
  user_agent: string
  address: string
  is_single_sign_on: boolean | number
}

export interface NewSession {
  userId: string
  tokenHash: string
  userAgent: string
  address: string
  isSingleSignOn: boolean
  createdAt: Date
  expiresAt: Date
}

/** Somebody with a session, and as much of the session as every request needs. */
interface Visitor {
  user: User
  session: Pick<Session, 'id' | 'userId' | 'lastSeenAt'>
}

type VisitorRow = UserRow & {
  session_id: string
  session_created_at: Date | number
  session_seen_at: Date | number | null
  session_expires_at: Date | number
}

const visitorSql = `
  SELECT users.*, sessions.id AS session_id, sessions.created_at AS session_created_at,
    sessions.last_seen_at AS session_seen_at, sessions.expires_at AS session_expires_at
  FROM sessions JOIN users ON users.id = sessions.user_id WHERE sessions.token_hash = ?`

const rows = (db: Knex) => db<SessionRow>('sessions')

function toSession(row: SessionRow): Session {
  return {
    id: row.id,
    userId: row.user_id,
    createdAt: toDate(row.created_at),
    lastSeenAt: toDate(row.last_seen_at ?? row.created_at),
    userAgent: row.user_agent,
    address: row.address,
    isSingleSignOn: Boolean(row.is_single_sign_on),
  }
}

/** Browser sessions, by the hash of their cookie. */
export const sessionRepository = {
  async insert(db: Knex, session: NewSession): Promise<void> {
    await rows(db).insert({
      id: createId(),
      user_id: session.userId,
      token_hash: session.tokenHash,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
      last_seen_at: session.createdAt,
      user_agent: session.userAgent.slice(0, 300),
      address: session.address.slice(0, 64),
      is_single_sign_on: session.isSingleSignOn,
    })
    await db('users').where({ id: session.userId }).update({ last_seen_at: session.createdAt })
  },

  /** Finds the unexpired session of a token. */
  async find(db: Knex, tokenHash: string, now: Date): Promise<Session | undefined> {
    const row = await rows(db).where({ token_hash: tokenHash }).first()
    return row && toDate(row.expires_at) > now ? toSession(row) : undefined
  },

  /** Finds whose an unexpired session is, with one statement: every request asks for it. */
  async findVisitor(db: Knex, tokenHash: string, now: Date): Promise<Visitor | undefined> {
    const [row] = await readRows<VisitorRow>(db, visitorSql, [tokenHash])
    if (!row || toDate(row.session_expires_at) <= now) return undefined
    const lastSeenAt = toDate(row.session_seen_at ?? row.session_created_at)
    return { user: toUser(row), session: { id: row.session_id, userId: row.id, lastSeenAt } }
  },

  /** The one used last comes first. */
  async listOfUser(db: Knex, userId: string, now: Date): Promise<Session[]> {
    const found = await rows(db)
      .where({ user_id: userId })
      .where('expires_at', '>', now)
      .orderBy([{ column: 'last_seen_at', order: 'desc' }, 'id'])
    return found.map(toSession)
  },

  async touch(db: Knex, { id, userId }: Pick<Session, 'id' | 'userId'>, now: Date): Promise<void> {
    await rows(db).where({ id }).update({ last_seen_at: now })
    await db('users').where({ id: userId }).update({ last_seen_at: now })
  },

  async delete(db: Knex, tokenHash: string): Promise<void> {
    await rows(db).where({ token_hash: tokenHash }).delete()
  },

  /** Removes one session of a person; tells whether there was one. */
  async deleteById(db: Knex, userId: string, id: string): Promise<boolean> {
    return (await rows(db).where({ user_id: userId, id }).delete()) > 0
  },

  async deleteOfUser(db: Knex, userId: string, exceptTokenHash = ''): Promise<void> {
    await rows(db).where({ user_id: userId }).whereNot({ token_hash: exceptTokenHash }).delete()
  },

  async deleteExpired(db: Knex, now: Date): Promise<void> {
    await rows(db).where('expires_at', '<=', now).delete()
  },
}
