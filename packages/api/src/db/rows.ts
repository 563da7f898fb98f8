import type { Knex } from 'knex'
import type { Binding, Reader } from './reader.js'

/** By the client of their database; those of transactions have none. */
const readers = new WeakMap<object, Reader>()

/** Lets `readRows` read with this when it is not in a transaction. */
export function useReader(db: Knex, reader: Reader): void {
  readers.set(db.client as object, reader)
}

/**
 * Runs a SELECT that is written out, for reads that are too frequent to be built anew each time. Columns hold texts and
 * whole numbers, and each has a name of its own.
 */
export async function readRows<Row>(db: Knex, sql: string, bindings: readonly Binding[]): Promise<Row[]> {
  const client = db.client as { emit(event: 'query', query: object): void }
  const reader = readers.get(client)
  if (reader) {
    // As for every other statement, so that all are counted.
    client.emit('query', { sql, bindings })
    return (await reader.read(sql, bindings)) as Row[]
  }
  const answer = (await db.raw(sql, [...bindings])) as Row[] | { rows: Row[] }
  return Array.isArray(answer) ? answer : answer.rows
}
