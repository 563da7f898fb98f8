import type { Knex } from 'knex'
import { insertBlob } from '../library/index.js'

/** A version that waits for its picture. */
export interface WaitingPreview {
  versionId: string
  documentId: string
  attempts: number
  dueMs: number
}

/** A picture that was made. */
export interface Preview {
  versionId: string
  documentId: string
  versionNumber: number
  blobSha256: string
}

/** Path of a picture in the portal, which changes with the picture. */
export function previewUrlOf({ documentId, versionNumber }: Preview): string {
  return `/documents/${documentId}/preview?version=${versionNumber}`
}

interface PreviewRow {
  version_id: string
  document_id: string
  state: 'waiting' | 'done' | 'failed'
  blob_sha256: string | null
  attempts: number
  due_ms: number
}

interface DoneRow {
  version_id: string
  document_id: string
  number: number
  blob_sha256: string
}

const rows = (db: Knex) => db<PreviewRow>('previews')
/** Few, because what arrives meanwhile is newer and goes first. */
const batchSize = 4

const done = (db: Knex) =>
  db('previews')
    .join('versions', 'versions.id', 'previews.version_id')
    .where('previews.state', 'done')
    .select('previews.version_id', 'previews.document_id', 'previews.blob_sha256', 'versions.number')

const toPreview = (row: DoneRow): Preview => ({
  versionId: row.version_id,
  documentId: row.document_id,
  versionNumber: row.number,
  blobSha256: row.blob_sha256,
})

/** Reads and writes the pictures of versions. */
export const previewRepository = {
  /** Current versions without a picture that are settled and that nobody edits now, the newest first. */
  async listDue(db: Knex, now: Date, settledBefore: Date): Promise<WaitingPreview[]> {
    const found = await rows(db)
      .join('versions', 'versions.id', 'previews.version_id')
      .join('documents', 'documents.current_version_id', 'previews.version_id')
      .join('nodes', 'nodes.id', 'documents.node_id')
      .where('previews.state', 'waiting')
      .where('previews.due_ms', '<=', now.getTime())
      .where('versions.created_at', '<=', settledBefore)
      .whereNull('nodes.deleted_at')
      .whereNotExists(
        db('editing_sessions')
          .whereRaw('editing_sessions.document_id = previews.document_id')
          .whereNot('editing_sessions.participants', '[]')
          .select(db.raw('1')),
      )
      .orderBy('versions.created_at', 'desc')
      .limit(batchSize)
      .select<PreviewRow[]>('previews.*')
    return found.map((row) => ({
      versionId: row.version_id,
      documentId: row.document_id,
      attempts: row.attempts,
      dueMs: row.due_ms,
    }))
  },

  /** Takes a turn until a time; false when another process has it. */
  async take(db: Knex, { versionId, dueMs }: WaitingPreview, until: Date): Promise<boolean> {
    const count = await rows(db)
      .where({ version_id: versionId, state: 'waiting', due_ms: dueMs })
      .update({ due_ms: until.getTime() })
    return count > 0
  },

  /** Versions that are not current any more need no picture. */
  async forgetOutdated(db: Knex): Promise<void> {
    await rows(db)
      .where({ state: 'waiting' })
      .whereExists(
        db('documents')
          .whereRaw('documents.node_id = previews.document_id')
          .whereRaw('documents.current_version_id <> previews.version_id')
          .select(db.raw('1')),
      )
      .delete()
  },

  /** The picture of another version with the same bytes and type, such as of a copy. */
  async findTwin(db: Knex, blobSha256: string, fileType: string): Promise<string | undefined> {
    const row = await done(db)
      .join('documents', 'documents.node_id', 'previews.document_id')
      .where({ 'versions.blob_sha256': blobSha256, 'documents.file_type': fileType })
      .first<DoneRow | undefined>()
    return row?.blob_sha256
  },

  async finish(db: Knex, versionId: string, picture: { sha256: string; size?: number }, now: Date) {
    await db.transaction(async (trx) => {
      const { sha256, size } = picture
      if (size !== undefined) await insertBlob(trx, { sha256, size }, now)
      await rows(trx).where({ version_id: versionId }).update({ state: 'done', blob_sha256: sha256 })
    })
  },

  async giveUp(db: Knex, versionId: string): Promise<void> {
    await rows(db).where({ version_id: versionId }).update({ state: 'failed' })
  },

  async postpone(db: Knex, versionId: string, { attempts, until }: { attempts: number; until: Date }) {
    await rows(db).where({ version_id: versionId }).update({ attempts, due_ms: until.getTime() })
  },

  /** The newest picture of each of the documents; of an older version as long as the newer one has none. */
  async listNewest(db: Knex, documentIds: readonly string[]): Promise<Preview[]> {
    const newest = db('previews as p')
      .join('versions as v', 'v.id', 'p.version_id')
      .whereRaw("p.document_id = previews.document_id AND p.state = 'done'")
      .max('v.number')
    const found = (await done(db)
      .whereIn('previews.document_id', documentIds)
      .where('versions.number', newest)) as DoneRow[]
    return found.map(toPreview)
  },

  async findByNumber(db: Knex, documentId: string, number: number): Promise<Preview | undefined> {
    const row = await done(db)
      .where({ 'previews.document_id': documentId, 'versions.number': number })
      .first<DoneRow | undefined>()
    return row && toPreview(row)
  },
}
