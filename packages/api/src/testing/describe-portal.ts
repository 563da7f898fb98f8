import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, describe } from 'vitest'
import { createDatabase } from '../db/database.js'
import { createId } from '../lib/ids.js'
import { startTestApp, type Place, type TestApp, type TestAppOptions } from './test-app.js'

const postgresUrl = process.env.TEST_DATABASE_URL

/** Starts a real portal, stopped after the test. Without a place of its own it gets an empty one. */
export type NewApp = (options?: TestAppOptions & { place?: Place }) => Promise<TestApp>

export interface Portal {
  newApp: NewApp
  /** Makes an empty place for data, removed after the test; two portals started in it follow each other. */
  newPlace: () => Promise<Place>
}

/** Runs a suite against whole portals on SQLite, and on PostgreSQL when TEST_DATABASE_URL is set. */
export function describePortal(name: string, suite: (portal: Portal) => void): void {
  describe(`${name} (SQLite)`, () => {
    suite(createPortal(undefined))
  })
  describe.skipIf(!postgresUrl)(`${name} (PostgreSQL)`, () => {
    suite(createPortal(postgresUrl))
  })
}

function createPortal(databaseUrl: string | undefined): Portal {
  const cleanups: (() => Promise<unknown>)[] = []
  const cleanUp = async () => {
    for (const step of cleanups.splice(0).reverse()) await step()
  }
  afterEach(cleanUp)
  afterAll(cleanUp)

  async function newPlace(): Promise<Place> {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'lectern-portal-'))
    cleanups.push(() => rm(dataDir, { recursive: true, force: true }))
    if (!databaseUrl) return { databaseUrl, schema: undefined, dataDir }
    const schema = `test_${createId().replaceAll('-', '')}`
    await runSql(databaseUrl, `CREATE SCHEMA ${schema}`)
    cleanups.push(() => runSql(databaseUrl, `DROP SCHEMA ${schema} CASCADE`))
    return { databaseUrl, schema, dataDir }
  }

  return {
    newPlace,
    async newApp({ place, ...options } = {}) {
      const app = await startTestApp(place ?? (await newPlace()), options)
      cleanups.push(() => app.stop())
      return app
    },
  }
}

async function runSql(databaseUrl: string, sql: string): Promise<void> {
  const db = createDatabase({ databaseUrl, dataDir: '' })
  await db.raw(sql)
  await db.destroy()
}
