import type { Knex } from 'knex'
import { createChangeTriggers, dropChangeTriggers, parentOf, type ChangeTrigger } from '../change-triggers.js'
import { isPostgres } from '../dialect.js'

const triggers: ChangeTrigger[] = [
  ...ofNodes(),
  ...onEach('versions', ['INSERT', 'UPDATE', 'DELETE'], (row) => ({
    kind: 'versions',
    node: `${row}.document_id`,
    parent: parentOf(`${row}.document_id`),
  })),
  ofDocument('editing_sessions', 'participants', 'people'),
  ofDocument('save_ledger', 'problem', 'itself'),
  ...onEach('grants', ['INSERT', 'UPDATE', 'DELETE'], (row) => ({
    kind: 'access',
    node: `${row}.node_id`,
    user: `${row}.user_id`,
  })),
  ...onEach('group_members', ['INSERT', 'DELETE'], (row) => ({ kind: 'access', user: `${row}.user_id` })),
  ...onEach('share_links', ['INSERT', 'UPDATE', 'DELETE'], (row) => ({
    kind: 'access',
    node: `${row}.node_id`,
  })),
]

function ofNodes(): ChangeTrigger[] {
  const node = { table: 'nodes', kind: 'itself', node: 'NEW.id' }
  return [
    { ...node, name: 'changes_node_made', on: 'INSERT', parent: 'NEW.parent_id' },
    {
      ...node,
      name: 'changes_node_changed',
      on: 'UPDATE OF name, parent_id, deleted_at, updated_at',
      parent: 'NEW.parent_id',
    },
    {
      ...node,
      name: 'changes_node_moved',
      on: 'UPDATE OF parent_id',
      when: 'OLD.parent_id IS DISTINCT FROM NEW.parent_id',
      parent: 'OLD.parent_id',
    },
  ]
}

type Values = Pick<ChangeTrigger, 'kind' | 'node' | 'parent' | 'user'>

function onEach(
  table: string,
  events: readonly string[],
  valuesOf: (row: 'OLD' | 'NEW') => Values,
): ChangeTrigger[] {
  return events.map((on) => ({
    table,
    on,
    name: `changes_${table}_${on.toLowerCase()}`,
    ...valuesOf(on === 'DELETE' ? 'OLD' : 'NEW'),
  }))
}

function ofDocument(table: string, column: string, kind: string): ChangeTrigger {
  return {
    table,
    kind,
    name: `changes_${table}_${column}`,
    on: `UPDATE OF ${column}`,
    when: `OLD.${column} IS DISTINCT FROM NEW.${column}`,
    node: 'NEW.document_id',
    parent: parentOf('NEW.document_id'),
  }
}

/** Makes the list of changes that open pages are told of. */
async function up(db: Knex): Promise<void> {
  await db.schema.createTable('changes', (table) => {
    table.bigIncrements('seq')
    // Numbers are given before transactions end, in any order: the transaction's own number tells what can still come.
    table
      .bigInteger('txid')
      .notNullable()
      .defaultTo(isPostgres(db) ? db.raw('txid_current()') : 0)
    table.string('kind', 16).notNullable()
    table.string('node_id', 36).nullable()
    table.string('parent_id', 36).nullable()
    table.string('user_id', 36).nullable()
    table.index(['txid', 'seq'])
  })
  await createChangeTriggers(db, triggers)
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await dropChangeTriggers(db, triggers)
  await db.schema.dropTable('changes')
}

export const live: Knex.Migration = { up, down }
