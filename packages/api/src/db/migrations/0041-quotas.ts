import type { Knex } from 'knex'

/** Adds how much room a person, and a space, may take; null means as much as is usual on this site. */
async function up(db: Knex): Promise<void> {
  for (const table of ['users', 'spaces'])
    await db.schema.alterTable(table, (columns) => {
      columns.bigInteger('quota_bytes').nullable()
    })
  await db.schema.alterTable('nodes', (table) => {
    table.index('created_by', 'nodes_created_by')
  })
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('nodes', (table) => {
    table.dropIndex('created_by', 'nodes_created_by')
  })
  for (const table of ['users', 'spaces'])
    await db.schema.alterTable(table, (columns) => {
      columns.dropColumn('quota_bytes')
    })
}

export const quotas: Knex.Migration = { up, down }
