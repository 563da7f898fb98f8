import type { Knex } from 'knex'
import { afterAll, beforeAll } from 'vitest'
import { createDatabase } from '../db/database.js'
import { createPlace, describeServers } from './place.js'

/** Runs a suite on SQLite, and on PostgreSQL when there is a server; each time in a database of its own. */
export function describeDatabases(name: string, suite: (open: () => Knex) => void): void {
  describeServers(name, (server) => {
    suite(useDatabase(server))
  })
}

function useDatabase(server: string | undefined): () => Knex {
  let db: Knex | undefined
  let remove = () => Promise.resolve()
  beforeAll(async () => {
    const created = await createPlace(server)
    remove = created.remove
    db = createDatabase(created.place)
  })
  afterAll(async () => {
    await db?.destroy()
    await remove()
  })
  return () => {
    if (!db) throw new Error('The database is open while tests run, not before.')
    return db
  }
}
