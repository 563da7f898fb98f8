import type { Knex } from 'knex'

/** Keeps the text of documents as it is written, for excerpts in the search; all are indexed once more for that. */
async function up(db: Knex): Promise<void> {
  await db.schema.createTable('search_texts', (table) => {
    table.string('node_id', 36).primary().references('nodes.id').onDelete('CASCADE')
    table.text('text').notNullable()
  })
  await db.raw(
    "INSERT INTO search_queue (node_id) SELECT id FROM nodes WHERE type = 'document' AND deleted_at IS NULL ON CONFLICT DO NOTHING",
  )
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('search_texts')
}

export const searchTexts: Knex.Migration = { up, down }
