import { createDatabase } from '../db/database.js'

/** Runs one statement on a PostgreSQL server, with a connection of its own. */
export async function runSql(databaseUrl: string, sql: string): Promise<void> {
  const db = createDatabase({ databaseUrl, dataDir: '' })
  await db.raw(sql)
  await db.destroy()
}

/** Gives the address of another database on the same server. */
export function urlOfDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
