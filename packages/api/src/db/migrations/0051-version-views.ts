import type { Knex } from 'knex'

/** Notes which earlier versions people may be looking at, so that whoever loses the right is shown out. */
async function up(db: Knex): Promise<void> {
  await db.schema.createTable('version_views', (table) => {
    table.string('key', 128).primary()
    table.string('document_id', 36).notNullable().references('documents.node_id').onDelete('CASCADE').index()
    table.timestamp('opened_at').notNullable()
  })
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('version_views')
}

export const versionViews: Knex.Migration = { up, down }
