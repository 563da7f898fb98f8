import type { Knex } from 'knex'
import { toDate } from '../../db/database.js'

/** Why a version came to be. */
export const versionCauses = [
  'upload',
  'create',
  'edit',
  'force_save',
  'restore',
  'convert',
  'recovered',
  'conflict',
  'copy',
] as const
export type VersionCause = (typeof versionCauses)[number]

/** One stored state of a document. */
export interface Version {
  id: string
  documentId: string
  number: number
  blobSha256: string
  size: number
  cause: VersionCause
  authorId: string | null
  changesSha256: string | null
  /** The document server's `history` object, as JSON text. */
  history: string | null
  createdAt: Date
  /** What somebody called it; named versions are never deleted by rule. */
  name: string | null
  /** Pinned versions are never deleted by rule. */
  isPinned: boolean
}

/** As much of a version as lists show: what was changed in it may be long. */
export type VersionSummary = Omit<Version, 'history'>

/** A version as it comes in: nobody has named or pinned it yet. */
export type NewVersion = Omit<Version, 'name' | 'isPinned'>

export interface VersionRow {
  id: string
  document_id: string
  number: number
  blob_sha256: string
  size: number
  cause: VersionCause
  author_id: string | null
  changes_sha256: string | null
  history: string | null
  created_at: Date | number
  name: string | null
  /** SQLite keeps 0 and 1. */
  is_pinned: boolean | number
}

const rows = (db: Knex) => db<VersionRow>('versions')

/** Reads a version from its row. */
function toVersion(row: VersionRow): Version {
  return { ...toVersionSummary(row), history: row.history }
}

/** Reads what lists show of a version. */
export function toVersionSummary(row: Omit<VersionRow, 'history'>): VersionSummary {
  return {
    id: row.id,
    documentId: row.document_id,
    number: row.number,
    blobSha256: row.blob_sha256,
    size: row.size,
    cause: row.cause,
    authorId: row.author_id,
    changesSha256: row.changes_sha256,
    createdAt: toDate(row.created_at),
    name: row.name,
    isPinned: Boolean(row.is_pinned),
  }
}

/** Reads and writes versions. */
export const versionRepository = {
  async insert(db: Knex, version: NewVersion): Promise<Version> {
    await rows(db).insert({
      id: version.id,
      document_id: version.documentId,
      number: version.number,
      blob_sha256: version.blobSha256,
      size: version.size,
      cause: version.cause,
      author_id: version.authorId,
      changes_sha256: version.changesSha256,
      history: version.history,
      created_at: version.createdAt,
    })
    return { ...version, name: null, isPinned: false }
  },

  /** Changes what people say about a version; its contents never change. */
  async mark(db: Knex, id: string, { name, isPinned }: Pick<Version, 'name' | 'isPinned'>): Promise<void> {
    await rows(db).where({ id }).update({ name, is_pinned: isPinned })
  },

  async find(db: Knex, id: string): Promise<Version | undefined> {
    return (await versionRepository.listByIds(db, [id]))[0]
  },

  async findByNumber(db: Knex, documentId: string, number: number): Promise<Version | undefined> {
    const row = await rows(db).where({ document_id: documentId, number }).first()
    return row && toVersion(row)
  },

  async listByIds(db: Knex, ids: readonly string[]): Promise<Version[]> {
    return (await rows(db).whereIn('id', ids)).map(toVersion)
  },

  /** All versions of the documents, the newest first. */
  async listOfDocuments(db: Knex, documentIds: readonly string[]): Promise<Version[]> {
    return (await rows(db).whereIn('document_id', documentIds).orderBy('number', 'desc')).map(toVersion)
  },

  /** The number that the next version gets. Ask inside the transaction that inserts it. */
  async nextNumber(db: Knex, documentId: string): Promise<number> {
    const last = await rows(db).where({ document_id: documentId }).orderBy('number', 'desc').first('number')
    return (last?.number ?? 0) + 1
  },
}

/** Notes that a blob is in the store, before a version points at it. */
export async function insertBlob(
  db: Knex,
  blob: { sha256: string; size: number },
  createdAt: Date,
): Promise<void> {
  await db('blobs')
    .insert({ ...blob, created_at: createdAt })
    .onConflict('sha256')
    .ignore()
}
