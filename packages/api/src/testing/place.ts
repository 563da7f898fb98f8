import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, inject } from 'vitest'
import { createId } from '../lib/ids.js'
import { runSql, urlOfDatabase } from './run-sql.js'

/** Where a portal keeps its data. */
export interface Place {
  databaseUrl: string | undefined
  dataDir: string
}

/** Runs a suite on SQLite, and on PostgreSQL when TEST_DATABASE_URL names a server. */
export function describeServers(name: string, suite: (server: string | undefined) => void): void {
  const server = process.env.TEST_DATABASE_URL
  describe(`${name} (SQLite)`, () => {
    suite(undefined)
  })
  describe.skipIf(!server)(`${name} (PostgreSQL)`, () => {
    suite(server)
  })
}

/** Makes an empty place with all tables, on SQLite or on a PostgreSQL server. */
export async function createPlace(
  server: string | undefined,
): Promise<{ place: Place; remove: () => Promise<void> }> {
  const { sqliteDir, postgresName } = inject('databaseTemplates')
  const dataDir = await mkdtemp(path.join(tmpdir(), 'lectern-portal-'))
  const removeData = () => rm(dataDir, { recursive: true, force: true })
  if (!server) {
    await cp(sqliteDir, dataDir, { recursive: true })
    return { place: { databaseUrl: undefined, dataDir }, remove: removeData }
  }
  const name = `test_${createId().replaceAll('-', '')}`
  await runSql(server, `CREATE DATABASE ${name} TEMPLATE ${postgresName}`)
  return {
    place: { databaseUrl: urlOfDatabase(server, name), dataDir },
    async remove() {
      await runSql(server, `DROP DATABASE ${name} WITH (FORCE)`)
      await removeData()
    },
  }
}
