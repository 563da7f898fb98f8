import type { CallbackStatus } from '@lectern/shared'
import type { Knex } from 'knex'
import { toDate } from '../../db/database.js'
import { createId } from '../../lib/ids.js'
import { isPresence, parseCallback } from './callback.js'
import type { Callback } from './callback.js'
import { saveStatuses } from './save-problem.js'
import type { SaveProblemCode } from './save-problem.js'

/** `received`: work may still be needed. `done`: durable. `failed`: given up, with a problem that people are told of. */
export type SaveOutcome = 'received' | 'done' | 'failed'

/** One received callback, written before any work for it starts. */
export interface LedgerEntry {
  id: string
  documentId: string
  callback: Callback
  outcome: SaveOutcome
  attempts: number
  versionId: string | undefined
  asideSha256: string | undefined
  receivedAt: Date
  updatedAt: Date
}

interface LedgerRow {
  id: string
  document_id: string
  key: string
  status: CallbackStatus
  payload_hash: string
  claims: string
  outcome: SaveOutcome
  attempts: number
  version_id: string | null
  aside_sha256: string | null
  problem: SaveProblemCode | null
  detail: string | null
  received_at: Date | number
  updated_at: Date | number
}

/** How an entry ends. */
export interface LedgerResult {
  outcome: 'done' | 'failed'
  versionId?: string
  /** Bytes that were kept although they are not a version. */
  asideSha256?: string
  problem?: SaveProblemCode
  detail?: string
}

/** The last save of a document that went wrong and was not followed by a good one. */
export interface SaveProblemRecord {
  documentId: string
  code: SaveProblemCode
  happenedAt: Date
}

export interface ReceivedCallback {
  documentId: string
  callback: Callback
  claims: Record<string, unknown>
  at: Date
}

const ledger = (db: Knex) => db<LedgerRow>('save_ledger')

/** Keeps the ledger of received callbacks. */
export const saveLedgerRepository = {
  /** Writes a callback down, or finds the entry of the same one received before. */
  async receive(db: Knex, { documentId, callback, claims, at }: ReceivedCallback): Promise<LedgerEntry> {
    const id = createId()
    const identity = {
      document_id: documentId,
      key: callback.key,
      status: callback.status,
      // "One person has it open" may be said again and be news again, so it is never taken for a repetition.
      payload_hash: isPresence(callback.status) ? id : callback.payloadHash,
    }
    await ledger(db)
      .insert({
        ...identity,
        id,
        claims: JSON.stringify(claims),
        outcome: 'received',
        attempts: 0,
        received_at: at,
        updated_at: at,
      })
      .onConflict(['document_id', 'key', 'status', 'payload_hash'])
      // The links of a repetition are signed anew: the old ones may be too old to be fetched.
      .merge({ claims: JSON.stringify(claims) })
    const row = await ledger(db).where(identity).first()
    if (!row) throw new Error('A callback that was just written down is not there.')
    return toEntry(row)
  },

  async get(db: Knex, id: string): Promise<LedgerEntry> {
    const row = await ledger(db).where({ id }).first()
    if (!row) throw new Error(`The ledger entry ${id} is gone.`)
    return toEntry(row)
  },

  async countAttempt(db: Knex, id: string, detail: string, at: Date): Promise<void> {
    await ledger(db)
      .where({ id, outcome: 'received' })
      .update({ attempts: db.raw('attempts + 1') as unknown as number, detail, updated_at: at })
  },

  /** Ends an entry; tells whether it was still open, so that nothing is done twice. */
  async finish(db: Knex, id: string, result: LedgerResult, at: Date): Promise<boolean> {
    const changed = await ledger(db)
      .where({ id, outcome: 'received' })
      .update({
        outcome: result.outcome,
        version_id: result.versionId ?? null,
        aside_sha256: result.asideSha256 ?? null,
        problem: result.problem ?? null,
        detail: result.detail ?? null,
        updated_at: at,
      })
    return changed > 0
  },

  async setVersion(
    db: Knex,
    id: string,
    versionId: string,
    problem: SaveProblemCode | undefined,
  ): Promise<void> {
    await ledger(db)
      .where({ id })
      .update({ version_id: versionId, problem: problem ?? null })
  },

  /** Entries for which work was begun and not ended, oldest first. */
  async listUnfinished(db: Knex, untouchedSince: Date): Promise<LedgerEntry[]> {
    const rows = await ledger(db)
      .where({ outcome: 'received' })
      .where('updated_at', '<=', untouchedSince)
      .orderBy('received_at')
      .limit(100)
    return rows.map(toEntry)
  },

  /** For each of the documents: what went wrong with its last save, unless a newer version made up for it. */
  async listProblems(db: Knex, documentIds: readonly string[]): Promise<SaveProblemRecord[]> {
    const last = ledger(db)
      .select('document_id')
      .max({ updated_at: 'updated_at' })
      .whereIn('document_id', documentIds)
      .whereIn('status', saveStatuses)
      .where((ended) => {
        void ended.where({ outcome: 'done' }).orWhereNotNull('problem')
      })
      .groupBy('document_id')
    const rows = await db({ entry: 'save_ledger' })
      .join(last.as('last'), (join) => {
        join.on('entry.document_id', 'last.document_id').andOn('entry.updated_at', 'last.updated_at')
      })
      .join('documents', 'documents.node_id', 'entry.document_id')
      .join('versions', 'versions.id', 'documents.current_version_id')
      .whereNotNull('entry.problem')
      .whereRaw('versions.created_at <= entry.updated_at')
      .select<LedgerRow[]>('entry.*')
    return rows.flatMap(toProblem)
  },

  /** Presence is news for a moment only; old entries of it are removed. */
  async prunePresence(db: Knex, before: Date): Promise<void> {
    await ledger(db).whereNotIn('status', saveStatuses).where('updated_at', '<', before).delete()
  },
}

function toEntry(row: LedgerRow): LedgerEntry {
  const callback = parseCallback(JSON.parse(row.claims) as Record<string, unknown>)
  if (!callback) throw new Error(`The ledger entry ${row.id} holds no callback.`)
  return {
    id: row.id,
    documentId: row.document_id,
    callback,
    outcome: row.outcome,
    attempts: row.attempts,
    versionId: row.version_id ?? undefined,
    asideSha256: row.aside_sha256 ?? undefined,
    receivedAt: toDate(row.received_at),
    updatedAt: toDate(row.updated_at),
  }
}

function toProblem({ document_id, problem, updated_at }: LedgerRow): SaveProblemRecord[] {
  return problem ? [{ documentId: document_id, code: problem, happenedAt: toDate(updated_at) }] : []
}
