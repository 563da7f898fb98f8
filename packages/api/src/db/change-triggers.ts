import type { Knex } from 'knex'
import { isPostgres } from './dialect.js'

/** Notes rows of a table in the list of changes, from which open pages learn what to show anew. */
export interface ChangeTrigger {
  /** Unique in the database. */
  name: string
  table: string
  /** Such as `INSERT` or `UPDATE OF name, place`. */
  on: string
  /** A condition on OLD and NEW. */
  when?: string
  kind: string
  /** SQL expressions on OLD and NEW: what changed, the folder around it, and whom alone it concerns. */
  node?: string
  parent?: string
  user?: string
}

/** The folder around a node whose id is an SQL expression. */
export function parentOf(node: string): string {
  return `(SELECT parent_id FROM nodes WHERE id = ${node})`
}

/** Makes triggers that note changes in the same transaction as the change itself, so that none is ever missed. */
export async function createChangeTriggers(db: Knex, triggers: readonly ChangeTrigger[]): Promise<void> {
  for (const trigger of triggers) {
    const { name, table, on, when, kind, node = 'NULL', parent = 'NULL', user = 'NULL' } = trigger
    const insert = `INSERT INTO changes (kind, node_id, parent_id, user_id) VALUES ('${kind}', ${node}, ${parent}, ${user})`
    const head = `CREATE TRIGGER ${name} AFTER ${on} ON ${table} FOR EACH ROW ${when ? `WHEN (${when})` : ''}`
    if (!isPostgres(db)) await db.raw(`${head} BEGIN ${insert}; END`)
    else {
      await db.raw(
        `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
         BEGIN ${insert}; RETURN NULL; END $$`,
      )
      await db.raw(`${head} EXECUTE FUNCTION ${name}()`)
    }
  }
}

/** Takes triggers away again, as far as they did not go with a table that was copied. */
export async function dropChangeTriggers(db: Knex, triggers: readonly ChangeTrigger[]): Promise<void> {
  for (const { name, table } of triggers)
    if (isPostgres(db)) await db.raw(`DROP TRIGGER IF EXISTS ${name} ON ${table}; DROP FUNCTION ${name}()`)
    else await db.raw(`DROP TRIGGER IF EXISTS ${name}`)
}
