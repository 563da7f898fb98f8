import sqlite3, { type Database } from 'sqlite3'
import { keepStatements } from './kept-statements.js'

/** So much is remembered of statements. */
const knownAtMost = 200
/** Reads wait for it only while another process repairs the file. */
const busyMs = 5_000

export type Binding = string | number | null
type Row = Record<string, unknown>
type Done = (error: Error | null, rows: Row[]) => void

/** A connection of SQLite that only reads. */
export interface Reader {
  read(sql: string, bindings: readonly Binding[]): Promise<Row[]>
  close(): Promise<void>
}

/**
 * Reads what is committed, beside the connection that writes: no read waits until a transaction is on the disk. The
 * driver makes an object of each row value by value, which takes longer than most statements run; so SQLite is told to
 * write all rows as one text of JSON, once the columns of a statement are known.
 */
export function createReader(filename: string): Reader {
  let opening: Promise<Database> | undefined
  const known = new Map<string, { columns: string[]; sql: string }>()

  async function all(sql: string, bindings: readonly Binding[]): Promise<Row[]> {
    const connection = await (opening ??= open(filename))
    return new Promise((resolve, reject) => {
      const done: Done = (error, rows) => {
        if (error) reject(error)
        else resolve(rows)
      }
      connection.all(sql, bindings, done)
    })
  }

  function learn(sql: string, [row]: Row[]): void {
    if (!row) return
    if (known.size >= knownAtMost) known.clear()
    const columns = Object.keys(row)
    known.set(sql, { columns, sql: asJson(sql, columns) })
  }

  return {
    async read(sql, bindings) {
      const statement = known.get(sql)
      if (statement) return toRows(statement.columns, await all(statement.sql, bindings))
      const rows = await all(sql, bindings)
      learn(sql, rows)
      return rows
    },

    async close() {
      const connection = await opening?.catch(() => undefined)
      opening = undefined
      await new Promise<void>((resolve) => {
        if (connection)
          connection.close(() => {
            resolve()
          })
        else resolve()
      })
    },
  }
}

function open(filename: string): Promise<Database> {
  return new Promise((resolve, reject) => {
    const { OPEN_READWRITE, OPEN_FULLMUTEX } = sqlite3
    const connection = new sqlite3.Database(filename, OPEN_READWRITE | OPEN_FULLMUTEX, (error) => {
      if (error) {
        reject(error)
        return
      }
      keepStatements(connection)
      connection.exec(`PRAGMA query_only = ON; PRAGMA busy_timeout = ${busyMs}`, (failure) => {
        if (failure) reject(failure)
        else resolve(connection)
      })
    })
  })
}

function asJson(sql: string, columns: readonly string[]): string {
  const values = columns.map((name) => `"${name.replaceAll('"', '""')}"`)
  return `SELECT json_group_array(json_array(${values.join(', ')})) AS rows FROM (${sql})`
}

function toRows(columns: readonly string[], [row]: Row[]): Row[] {
  const found = JSON.parse(row?.rows as string) as unknown[][]
  return found.map((values) => {
    const own: Row = {}
    for (let index = 0; index < columns.length; index++) own[columns[index] as string] = values[index]
    return own
  })
}
