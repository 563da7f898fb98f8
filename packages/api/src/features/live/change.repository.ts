import type { Knex } from 'knex'
import { isPostgres } from '../../db/database.js'

/** One noted change: of a node, or of something that concerns one person. */
export interface Change {
  position: Position
  kind: string
  nodeId: string | null
  /** The folder around the node, when its listing shows the change. */
  parentId: string | null
  userId: string | null
}

/** A place in the list of changes; all before it were seen. */
export interface Position {
  transaction: number
  number: number
}

interface ChangeRow {
  seq: number
  txid: number
  kind: string
  node_id: string | null
  parent_id: string | null
  user_id: string | null
}

const rows = (db: Knex) => db<ChangeRow>('changes')
const keptRows = 10_000

/** Transactions that still run may note changes with lower numbers: what they could stand before is not read yet. */
const settled = 'txid < txid_snapshot_xmin(txid_current_snapshot())'

function toChange({ seq, txid, kind, node_id, parent_id, user_id }: ChangeRow): Change {
  const position = { transaction: txid, number: seq }
  return { position, kind, nodeId: node_id, parentId: parent_id, userId: user_id }
}

/** Reads the list of changes, which triggers write. */
export const changeRepository = {
  /** Where the list ends now. */
  async findEnd(db: Knex): Promise<Position> {
    if (isPostgres(db)) {
      const answer = await db.raw<{ rows: { xmin: number }[] }>(
        'SELECT txid_snapshot_xmin(txid_current_snapshot()) AS xmin',
      )
      return { transaction: answer.rows[0]?.xmin ?? 0, number: 0 }
    }
    const last = await rows(db).max<{ seq: number | null }[]>({ seq: 'seq' })
    return { transaction: 0, number: last[0]?.seq ?? 0 }
  },

  async listAfter(db: Knex, { transaction, number }: Position, limit: number): Promise<Change[]> {
    const query = rows(db)
      .whereRaw('(txid, seq) > (?, ?)', [transaction, number])
      .orderBy(['txid', 'seq'])
      .limit(limit)
    if (isPostgres(db)) void query.whereRaw(settled)
    return (await query).map(toChange)
  },

  /** Tells whether all changes after a position are still in the list. */
  async isKept(db: Knex, { transaction, number }: Position): Promise<boolean> {
    const oldest = await rows(db).orderBy(['txid', 'seq']).first()
    if (!oldest) return true
    return oldest.txid < transaction || (oldest.txid === transaction && oldest.seq <= Math.max(number, 1))
  },

  /** Forgets old changes; pages that were away for longer look at all anew. */
  async prune(db: Knex, kept: number = keptRows): Promise<void> {
    const last = await rows(db).max<{ seq: number | null }[]>({ seq: 'seq' })
    await rows(db)
      .where('seq', '<=', (last[0]?.seq ?? 0) - kept)
      .delete()
  },
}

/** Writes a position for clients, who give it back unread. */
export function writePosition({ transaction, number }: Position): string {
  return `${transaction}.${number}`
}

/** Reads a position that a client gives back; undefined when it is none of ours. */
export function readPosition(text: string): Position | undefined {
  const [, transaction, number] = /^(\d{1,15})\.(\d{1,15})$/.exec(text) ?? []
  return transaction && number ? { transaction: Number(transaction), number: Number(number) } : undefined
}

/** Tells whether one position stands after another. */
export function isAfter(left: Position, right: Position): boolean {
  return left.transaction === right.transaction
    ? left.number > right.number
    : left.transaction > right.transaction
}
