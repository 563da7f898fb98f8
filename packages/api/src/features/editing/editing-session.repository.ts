import type { Knex } from 'knex'
import { toDate } from '../../db/database.js'
import { formatDocumentKey } from './document-key.js'

/** One editing state of a document, named by its document key. */
export interface EditingSession {
  key: string
  documentId: string
  generation: number
  /** The version that the people in it build on. */
  headVersionId: string
  participants: string[]
  updatedAt: Date
  endedAt: Date | undefined
}

interface SessionRow {
  key: string
  document_id: string
  generation: number
  head_version_id: string
  participants: string
  updated_at: Date | number
  ended_at: Date | number | null
}

const sessions = (db: Knex) => db<SessionRow>('editing_sessions')
const openSessions = (db: Knex) => sessions(db).whereNull('ended_at')
// Written out, so that the partial index is used.
const occupiedSessions = (db: Knex) => sessions(db).whereRaw("participants <> '[]'")

function possiblyOpen(query: Knex.QueryBuilder, since: Date): void {
  void query.where((open) => {
    void open.whereRaw("participants <> '[]'").orWhere((recent) => {
      void recent.whereNull('ended_at').where('updated_at', '>', since)
    })
  })
}

/** Reads and writes editing sessions. */
export const editingSessionRepository = {
  /** This portal's name in document keys. */
  async instanceId(db: Knex): Promise<string> {
    const row = await db<{ name: string; value: string }>('settings').where({ name: 'instance_id' }).first()
    if (!row) throw new Error('The setting instance_id is missing; it is made by the migration of editing.')
    return row.value
  },

  async find(db: Knex, key: string): Promise<EditingSession | undefined> {
    const row = await sessions(db).where({ key }).first()
    return row && toSession(row)
  },

  async findOpen(db: Knex, documentId: string): Promise<EditingSession | undefined> {
    const row = await openSessions(db)
      .where({ document_id: documentId })
      .orderBy('generation', 'desc')
      .first()
    return row && toSession(row)
  },

  /** Sessions with people in them, also such that were ended by something else than their own save. */
  async listOccupied(db: Knex, documentIds: readonly string[]): Promise<EditingSession[]> {
    return (await occupiedSessions(db).whereIn('document_id', documentIds)).map(toSession)
  },

  /** Sessions that somebody was last said to be in, and of which nothing was heard since. */
  async listSilent(db: Knex, since: Date): Promise<EditingSession[]> {
    const rows = await occupiedSessions(db).where('updated_at', '<', since).limit(200)
    return rows.map(toSession)
  },

  /** Sessions in which somebody edits, or may look: of viewers the document server tells nothing. */
  async listPossiblyOpen(db: Knex, since: Date): Promise<EditingSession[]> {
    const query = sessions(db).modify(possiblyOpen, since).orderBy('updated_at', 'desc').limit(1_000)
    return ((await query) as SessionRow[]).map(toSession)
  },

  /** The documents of such sessions, and of views of earlier versions, that are these nodes or lie below them. */
  async listOpenDocuments(db: Knex, nodeIds: readonly string[], since: Date): Promise<string[]> {
    const rows = await db
      .withRecursive('chain', ['document_id', 'node_id'], (chain) => {
        void chain
          .select('document_id', 'document_id')
          .from('editing_sessions')
          .modify(possiblyOpen, since)
          .unionAll((views) => {
            void views
              .select('document_id', 'document_id')
              .from('version_views')
              .where('opened_at', '>=', since)
          })
          .unionAll((above) => {
            void above
              .select('chain.document_id', 'nodes.parent_id')
              .from('chain')
              .join('nodes', 'nodes.id', 'chain.node_id')
              .whereNotNull('nodes.parent_id')
          })
      })
      .distinct<{ document_id: string }[]>('document_id')
      .from('chain')
      .whereIn('node_id', nodeIds)
    return rows.map(({ document_id }) => document_id)
  },

  async start(
    db: Knex,
    session: { instanceId: string; documentId: string; versionId: string; at: Date },
  ): Promise<EditingSession> {
    const { documentId, at } = session
    const last = await sessions(db)
      .where({ document_id: documentId })
      .orderBy('generation', 'desc')
      .first('generation')
    const generation = (last?.generation ?? 0) + 1
    const row: SessionRow = {
      key: formatDocumentKey({ instanceId: session.instanceId, documentId, generation }),
      document_id: documentId,
      generation,
      head_version_id: session.versionId,
      participants: '[]',
      updated_at: at,
      ended_at: null,
    }
    await db('editing_sessions').insert({ ...row, started_at: at })
    return toSession(row)
  },

  async setParticipants(db: Knex, key: string, participants: readonly string[], at: Date): Promise<void> {
    const unique = JSON.stringify([...new Set(participants)])
    await sessions(db).where({ key }).update({ participants: unique, updated_at: at })
  },

  async setHead(db: Knex, key: string, versionId: string, at: Date): Promise<void> {
    await sessions(db).where({ key }).update({ head_version_id: versionId, updated_at: at })
  },

  /** Ends all of a document's sessions: whoever opens it next gets another key, whoever is in one stays there. */
  async endAll(db: Knex, documentId: string, at: Date): Promise<void> {
    await openSessions(db).where({ document_id: documentId }).update({ ended_at: at, updated_at: at })
  },

  async end(db: Knex, key: string, at: Date): Promise<void> {
    await openSessions(db).where({ key }).update({ ended_at: at, updated_at: at, participants: '[]' })
  },
}

function toSession(row: SessionRow): EditingSession {
  return {
    key: row.key,
    documentId: row.document_id,
    generation: row.generation,
    headVersionId: row.head_version_id,
    participants: JSON.parse(row.participants) as string[],
    updatedAt: toDate(row.updated_at),
    endedAt: row.ended_at === null ? undefined : toDate(row.ended_at),
  }
}
