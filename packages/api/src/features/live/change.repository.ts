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

/** The end of the list at a moment. */
export interface ListEnd {
  position: Position
  /** Numbers of changes behind the position that were made all the same: a transaction from before them still ran. */
  seen: ReadonlySet<number>
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
const firstOpen = 'txid_snapshot_xmin(txid_current_snapshot())'
const settled = `txid < ${firstOpen}`

function toChange({ seq, txid, kind, node_id, parent_id, user_id }: ChangeRow): Change {
  const position = { transaction: txid, number: seq }
  return { position, kind, nodeId: node_id, parentId: parent_id, userId: user_id }
}

/** Reads the list of changes, which triggers write. */
export const changeRepository = {
  /** Where the list ends now. */
  async findEnd(db: Knex): Promise<ListEnd> {
    if (isPostgres(db)) {
      // One statement sees one state: no change may end between the questions.
      const answer = await db.raw<{ rows: { xmin: number; seen: string[] }[] }>(
        `SELECT ${firstOpen} AS xmin, ARRAY(SELECT seq FROM changes WHERE txid >= ${firstOpen}) AS seen`,
      )
      const { xmin, seen } = answer.rows[0] ?? { xmin: 0, seen: [] }
      return { position: { transaction: xmin, number: 0 }, seen: new Set(seen.map(Number)) }
    }
    const last = await rows(db).max<{ seq: number | null }[]>({ seq: 'seq' })
    return { position: { transaction: 0, number: last[0]?.seq ?? 0 }, seen: new Set() }
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
