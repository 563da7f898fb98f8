import type { Knex } from 'knex'
import { readRows } from '../../db/rows.js'

/** The editing session that people are in. */
export interface OpenSession {
  key: string
  headVersionId: string
}

/** What an editor config tells beside the document itself. */
export interface Surroundings {
  currentVersionId: string | undefined
  ownerName: string
  folderName: string | undefined
  session: OpenSession | undefined
  isFavourite: boolean
}

interface Row {
  current_version_id: string
  owner_name: string | null
  folder_name: string | null
  key: string | null
  head_version_id: string | null
  is_favourite: number | boolean
}

const sql = `
  SELECT documents.current_version_id, owners.name AS owner_name, folders.name AS folder_name, sessions.key,
    sessions.head_version_id,
    EXISTS (SELECT 1 FROM favourites WHERE user_id = ? AND node_id = nodes.id) AS is_favourite
  FROM nodes
  JOIN documents ON documents.node_id = nodes.id
  LEFT JOIN users AS owners ON owners.id = nodes.created_by
  LEFT JOIN nodes AS folders ON folders.id = nodes.parent_id AND folders.deleted_at IS NULL
  LEFT JOIN editing_sessions AS sessions ON sessions.document_id = nodes.id AND sessions.ended_at IS NULL
  WHERE nodes.id = ? ORDER BY sessions.generation DESC LIMIT 1`

/** Finds all that with one statement: opening is what people wait for. */
export async function findSurroundings(db: Knex, userId: string, documentId: string): Promise<Surroundings> {
  const [row] = await readRows<Row>(db, sql, [userId, documentId])
  const { key = null, head_version_id: headVersionId = null } = row ?? {}
  return {
    currentVersionId: row?.current_version_id,
    ownerName: row?.owner_name ?? '',
    folderName: row?.folder_name ?? undefined,
    session: key !== null && headVersionId !== null ? { key, headVersionId } : undefined,
    // SQLite counts, PostgreSQL tells.
    isFavourite: Boolean(row?.is_favourite),
  }
}
