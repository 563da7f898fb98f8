import { expect, it } from 'vitest'
import type { Knex } from 'knex'
import { describePortal } from '../testing/describe-portal.js'
import { createDatabase, isPostgres } from './database.js'

/** The names of all tables, and of all columns in them. */
async function describeTables(db: Knex): Promise<string[]> {
  const sql = isPostgres(db)
    ? `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = current_schema()`
    : "SELECT t.name || '.' || c.name AS name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'"
  const answer = (await db.raw(sql)) as { name: string }[] | { rows: { name: string }[] }
  const rows = Array.isArray(answer) ? answer : answer.rows
  return rows
    .map(({ name }) => name)
    .filter((name) => !/^(knex|sqlite)_/.test(name))
    .sort()
}

describePortal('the migrations', ({ newPlace }) => {
  it('go up, down to nothing, and up again to the same tables', async () => {
    const place = await newPlace()
    const db = createDatabase(place)
    try {
      await db.migrate.latest()
      const tables = await describeTables(db)
      expect(tables).toContain('versions.blob_sha256')
      await db.migrate.rollback(undefined, true)
      expect(await describeTables(db)).toEqual([])
      await db.migrate.latest()
      expect(await describeTables(db)).toEqual(tables)
    } finally {
      await db.destroy()
    }
  })
})
