import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Knex } from 'knex'
import { afterAll, beforeAll, describe } from 'vitest'
import { createDatabase, migrate } from '../db/database.js'
import { createId } from '../lib/ids.js'

const postgresUrl = process.env.TEST_DATABASE_URL

/** Runs a suite on SQLite, and on PostgreSQL when TEST_DATABASE_URL names one; each time in a database of its own. */
export function describeDatabases(name: string, suite: (open: () => Knex) => void): void {
  describe(`${name} (SQLite)`, () => {
    suite(useDatabase(undefined))
  })
  describe.skipIf(!postgresUrl)(`${name} (PostgreSQL)`, () => {
    suite(useDatabase(postgresUrl))
  })
}

function useDatabase(databaseUrl: string | undefined): () => Knex {
  let db: Knex | undefined
  let dataDir = ''
  const schema = `test_${createId().replaceAll('-', '')}`
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'lectern-db-'))
    if (databaseUrl) await runOnce(databaseUrl, `CREATE SCHEMA ${schema}`)
    db = createDatabase({ databaseUrl, dataDir, schema })
    await migrate(db)
  })
  afterAll(async () => {
    await db?.destroy()
    if (databaseUrl) await runOnce(databaseUrl, `DROP SCHEMA ${schema} CASCADE`)
    await rm(dataDir, { recursive: true, force: true })
  })
  return () => {
    if (!db) throw new Error('The database is open while tests run, not before.')
    return db
  }
}

async function runOnce(databaseUrl: string, sql: string): Promise<void> {
  const db = createDatabase({ databaseUrl, dataDir: '' })
  await db.raw(sql)
  await db.destroy()
}
