import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { createDatabase, migrate } from '../db/database.js'
import { createId } from '../lib/ids.js'
import { runSql, urlOfDatabase } from './run-sql.js'

/** Migrated, empty databases; each test works in a copy of one, which costs a fifth of migrating anew. */
export interface DatabaseTemplates {
  /** Folder of the embedded database. */
  sqliteDir: string
  /** Name of the database on PostgreSQL, when there is a server. */
  postgresName: string
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseTemplates: DatabaseTemplates
  }
}

/** Makes the templates before the first test, and removes them after the last. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const sqliteDir = await mkdtemp(path.join(tmpdir(), 'lectern-template-'))
  await migrateOnce({ databaseUrl: undefined, dataDir: sqliteDir })
  const server = process.env.TEST_DATABASE_URL
  const postgresName = `template_${createId().replaceAll('-', '')}`
  if (server) {
    await runSql(server, `CREATE DATABASE ${postgresName}`)
    await migrateOnce({ databaseUrl: urlOfDatabase(server, postgresName), dataDir: '' })
  }
  provide('databaseTemplates', { sqliteDir, postgresName })
  return async () => {
    await rm(sqliteDir, { recursive: true, force: true })
    if (server) await runSql(server, `DROP DATABASE ${postgresName}`)
  }
}

async function migrateOnce(options: { databaseUrl: string | undefined; dataDir: string }): Promise<void> {
  const db = createDatabase(options)
  await migrate(db)
  await db.destroy()
}
