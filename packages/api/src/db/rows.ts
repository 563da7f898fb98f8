import type { Knex } from 'knex'

/** Runs a statement that is written out, for reads that are too frequent to be built anew each time. */
export async function readRows<Row>(
  db: Knex,
  sql: string,
  bindings: readonly Knex.RawBinding[],
): Promise<Row[]> {
  const answer = (await db.raw(sql, bindings)) as Row[] | { rows: Row[] }
  return Array.isArray(answer) ? answer : answer.rows
}
