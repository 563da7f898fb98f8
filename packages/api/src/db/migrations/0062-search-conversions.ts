import type { Knex } from 'knex'

const olderTypes = ['doc', 'dot', 'xls', 'xlt', 'ppt', 'pps', 'pot', 'rtf', 'epub', 'mht', 'fb2']

/**
 * Makes the list of documents whose text the search gets by a conversion, and has the search look again at those of
 * which it knows the names alone.
 */
async function up(db: Knex): Promise<void> {
  await db.schema.createTable('search_conversions', (table) => {
    table.string('node_id', 36).primary().references('documents.node_id').onDelete('CASCADE')
    table.string('version_id', 36).notNullable().references('versions.id').onDelete('CASCADE')
    table.integer('attempts').notNullable()
    // Not before this time, in milliseconds since 1970; also the end of somebody's turn.
    table.bigInteger('due_ms').notNullable().index()
  })
  const marks = olderTypes.map(() => '?').join(', ')
  await db.raw(
    `INSERT INTO search_queue (node_id) SELECT node_id FROM documents WHERE file_type IN (${marks}) ON CONFLICT DO NOTHING`,
    olderTypes,
  )
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('search_conversions')
}

export const searchConversions: Knex.Migration = { up, down }
