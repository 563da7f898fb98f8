import { mkdirSync } from 'node:fs'
import path from 'node:path'
import knex, { type Knex } from 'knex'
import pg from 'pg'
import type { Database } from 'sqlite3'
import { keepStatements } from './kept-statements.js'
import { migrationSource } from './migrations/index.js'
import { createReader, type Reader } from './reader.js'
import { useReader } from './rows.js'

export { isPostgres } from './dialect.js'

export interface DatabaseOptions {
  /** PostgreSQL address; without it the embedded database in `dataDir` is used. */
  databaseUrl: string | undefined
  dataDir: string
}

/** Opens the database: PostgreSQL when an address is given, else SQLite in the data directory. */
export function createDatabase({ databaseUrl, dataDir }: DatabaseOptions): Knex {
  return databaseUrl ? createPostgres(databaseUrl) : createSqlite(dataDir)
}

function createSqlite(dataDir: string): Knex {
  mkdirSync(dataDir, { recursive: true })
  const filename = path.join(dataDir, 'lectern.sqlite')
  const db = knex({
    client: 'sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, afterCreate: prepareSqlite },
    migrations: { migrationSource },
  })
  const reader = createReader(filename)
  useReader(db, reader)
  closeFirst(db, reader)
  return db
}

/** The last connection that closes puts everything into the one file, which one that only reads cannot. */
function closeFirst(db: Knex, reader: Reader): void {
  const client = db.client as Knex.Client
  const destroy = client.destroy.bind(client) as () => Promise<void>
  client.destroy = async () => {
    await reader.close()
    await destroy()
  }
}

function prepareSqlite(connection: Database, done: (error: Error | null, connection: unknown) => void) {
  keepStatements(connection)
  // FULL: a save that was answered with {"error":0} must outlive a power cut.
  const pragmas =
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;'
  connection.exec(pragmas, (error) => {
    done(error, connection)
  })
}

function createPostgres(databaseUrl: string): Knex {
  return knex({
    client: 'pg',
    connection: {
      connectionString: databaseUrl,
      // Sizes are bigint; they stay far below 2^53, so they come as numbers, not as strings.
      types: {
        getTypeParser: (oid: Parameters<typeof pg.types.getTypeParser>[0], format?: 'text' | 'binary') =>
          oid === pg.types.builtins.INT8
            ? Number
            : (pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown),
      },
    } as Knex.PgConnectionConfig,
    pool: { min: 0, max: 10 },
    migrations: { migrationSource },
  })
}

/** Brings the tables to the newest form. */
export async function migrate(db: Knex): Promise<void> {
  await db.migrate.latest()
}

/** Reads a time column: SQLite keeps milliseconds, PostgreSQL gives a `Date`. */
export function toDate(value: Date | number | string): Date {
  return value instanceof Date ? value : new Date(value)
}

/** Tells whether an error is a broken unique index, on either database. */
export function isUniqueViolation(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return code === '23505' || (code === 'SQLITE_CONSTRAINT' && String(message).includes('UNIQUE'))
}
