import type { Database, Statement } from 'sqlite3'

/** So many statements stay prepared: more than the portal asks again and again. */
const keptAtMost = 200

type Done = (error: Error | null, rows?: unknown[]) => void
type ReadAll = (sql: string, bindings: unknown, done: Done) => unknown

/**
 * Makes a connection keep what SQLite made of the statements that read. Else each is understood anew every time, which
 * takes longer than most of them run, and one more way to the driver's thread and back.
 */
export function keepStatements(connection: Database): void {
  const kept = new Map<string, Statement>()
  const readAnew = connection.all.bind(connection) as ReadAll
  const close = connection.close.bind(connection)

  function prepare(sql: string, done: Done): Statement {
    const statement = connection.prepare(sql, (error: Error | null) => {
      if (!error) return
      kept.delete(sql)
      done(error)
    })
    const [oldest] = kept
    if (oldest && kept.size >= keptAtMost) drop(...oldest)
    return statement
  }

  function drop(sql: string, statement: Statement): void {
    kept.delete(sql)
    statement.finalize()
  }

  const read: ReadAll = (sql, bindings, done) => {
    if (!/^\s*(SELECT|WITH)\b/i.test(sql)) return readAnew(sql, bindings, done)
    const statement = kept.get(sql) ?? prepare(sql, done)
    // The one used last is the last to go.
    kept.delete(sql)
    kept.set(sql, statement)
    statement.all(bindings, done)
    return connection
  }

  Object.assign(connection, {
    all: read,
    close: (done?: (error: Error | null) => void) => {
      // A file with open statements cannot be closed.
      for (const [sql, statement] of kept) drop(sql, statement)
      close(done)
    },
  })
}
