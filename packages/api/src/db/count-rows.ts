import type { Knex } from 'knex'

/** Counts the rows of a query. */
export async function countRows(query: Pick<Knex.QueryBuilder, 'count'>): Promise<number> {
  const [found] = await query.count<{ count: number }[]>({ count: '*' })
  return found?.count ?? 0
}
