import type { Knex } from 'knex'

/** Tells whether the database is PostgreSQL. */
export function isPostgres(db: Knex): boolean {
  return (db.client as { config: { client: string } }).config.client === 'pg'
}
