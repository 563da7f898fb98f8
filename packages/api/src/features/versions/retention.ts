import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'

const dayMs = 24 * 60 * 60_000
const batchSize = 500
/** How many versions of its document are newer, for the version of a statement. */
export const newerVersions =
  '(SELECT COUNT(*) FROM versions AS newer WHERE newer.document_id = versions.document_id AND newer.number > versions.number)'

/** Which versions are kept. With both rules a version goes only when neither keeps it. */
export interface RetentionRules {
  /** The newest of each document. */
  keep: number | undefined
  /** Those that are younger. */
  keepDays: number | undefined
}

export interface RetentionOptions {
  db: Knex
  clock: Clock
  rules: RetentionRules
}

/** Deletes versions by rule; never the current, a named or a pinned one, nor what an editor may still build on. */
export function createRetention({ db, clock, rules: { keep, keepDays } }: RetentionOptions) {
  async function listOld(): Promise<string[]> {
    const query = db('versions')
      .join('documents', 'documents.node_id', 'versions.document_id')
      .whereNull('versions.name')
      .where('versions.is_pinned', false)
      .whereRaw('versions.id <> documents.current_version_id')
      // The last number of a document is never given twice.
      .whereRaw(`${newerVersions} >= ?`, [keep ?? 1])
      .whereNotExists(sessionsThatNeedIt(db))
      .limit(batchSize)
    if (keepDays !== undefined)
      void query.where('versions.created_at', '<', new Date(clock.now().getTime() - keepDays * dayMs))
    const rows: { id: string }[] = await query.select('versions.id')
    return rows.map(({ id }) => id)
  }

  return {
    /** Deletes what no rule keeps; its stored bytes go with the next cleaning of the storage. */
    async clean(): Promise<void> {
      if (keep === undefined && keepDays === undefined) return
      for (let ids = await listOld(); ids.length > 0; ids = await listOld()) {
        // Asked again while deleting: somebody may have pinned or restored one just now.
        const count = await db('versions')
          .whereIn('id', ids)
          .whereNull('name')
          .where('is_pinned', false)
          .whereNotIn('id', db('documents').select('current_version_id'))
          .delete()
        if (count === 0) return
      }
    },
  }
}

/**
 * Sessions that are open or have people in them, and the last of each document: deleting a version takes its sessions
 * along, and the number of the last one must not be given to another editing state.
 */
export function sessionsThatNeedIt(db: Knex) {
  return db('editing_sessions')
    .whereRaw('editing_sessions.head_version_id = versions.id')
    .where((needed) => {
      void needed
        .whereNull('editing_sessions.ended_at')
        .orWhereRaw("editing_sessions.participants <> '[]'")
        .orWhereRaw(
          'editing_sessions.generation = (SELECT MAX(s.generation) FROM editing_sessions s WHERE s.document_id = versions.document_id)',
        )
    })
    .select(db.raw('1'))
}
