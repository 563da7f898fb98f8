import DataLoader from 'dataloader'
import type { Knex } from 'knex'
import { isId } from '../../lib/ids.js'
import { editingSessionRepository } from './editing-session.repository.js'
import { saveLedgerRepository } from './save-ledger.repository.js'
import type { SaveProblemRecord } from './save-ledger.repository.js'

/** What a listing shows of editing, read with one query for all of its documents. */
export interface EditingLoaders {
  /** User ids of those who have a document open for editing. */
  participants: DataLoader<string, string[]>
  saveProblems: DataLoader<string, SaveProblemRecord | undefined>
}

/** Make the loaders of one request. */
export const editingLoaders: { [Name in keyof EditingLoaders]: (db: Knex) => EditingLoaders[Name] } = {
  participants: (db) =>
    new DataLoader(async (ids) => {
      const sessions = await editingSessionRepository.listOccupied(db, ids)
      const ofDocument = (id: string) => sessions.filter(({ documentId }) => documentId === id)
      // A document server may report people of its own making, whom the portal does not know.
      return ids.map((id) =>
        [...new Set(ofDocument(id).flatMap((session) => session.participants))].filter(isId),
      )
    }),
  saveProblems: (db) =>
    new DataLoader(async (ids) => {
      const problems = await saveLedgerRepository.listProblems(db, ids)
      const byDocument = new Map(problems.map((problem) => [problem.documentId, problem]))
      return ids.map((id) => byDocument.get(id))
    }),
}
