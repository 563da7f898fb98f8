import type { Knex } from 'knex'
import { isId } from '../../lib/ids.js'
import { nodeRepository, versionRepository } from '../library/index.js'
import { notify } from '../notifications/index.js'
import { editingSessionRepository } from './editing-session.repository.js'
import type { LedgerEntry } from './save-ledger.repository.js'
import type { SaveProblemCode } from './save-problem.js'

/** Tells those who wrote, and after a conflict also those who changed the document otherwise, how a save went wrong. */
export async function tellOfProblem(
  trx: Knex,
  { documentId, callback }: Pick<LedgerEntry, 'documentId' | 'callback'>,
  { problem, at }: { problem: SaveProblemCode; at: Date },
): Promise<void> {
  const document = await nodeRepository.findDocumentEvenDeleted(trx, documentId)
  if (!document) return
  const session = await editingSessionRepository.find(trx, callback.key)
  const writers = [
    ...callback.users,
    ...callback.actions.map(({ userId }) => userId),
    ...(session?.participants ?? []),
  ]
  const current =
    problem === 'CONFLICT' ? await versionRepository.find(trx, document.currentVersionId) : undefined
  const others = current?.authorId ? [current.authorId] : []
  // Without anybody known, whoever made the document should hear of it.
  const told = [...writers.filter(isId), ...others]
  await notify(trx, {
    kind: problem === 'CONFLICT' ? 'conflict' : 'save_failed',
    userIds: told.length > 0 ? told : [document.createdById ?? ''],
    actorId: null,
    node: document,
    detail: problem,
    at,
  })
}
