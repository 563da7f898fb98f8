import type { Knex } from 'knex'

/** Makes the list of who did what when. It names people and documents by id only, so that it outlives them. */
async function up(db: Knex): Promise<void> {
  await db.schema.createTable('activities', (table) => {
    table.string('id', 36).primary()
    table.string('action', 24).notNullable()
    table.string('actor_id', 36).nullable()
    table.string('node_id', 36).notNullable()
    table.string('node_type', 16).notNullable()
    table.string('node_name', 255).notNullable()
    table.string('previous_name', 255).nullable()
    table.string('subject', 255).nullable()
    table.string('role', 16).nullable()
    table.timestamp('created_at').notNullable().index()
    table.index(['node_id', 'id'])
    table.index(['action', 'id'])
    table.index(['actor_id', 'id'])
  })
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('activities')
}

export const activities: Knex.Migration = { up, down }
