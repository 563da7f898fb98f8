import type { Knex } from 'knex'

/** Remembers which resumable uploads became documents, in the same transaction: each does so once. */
async function up(db: Knex): Promise<void> {
  await db.schema.createTable('finished_uploads', (table) => {
    table.string('upload_id', 36).primary()
    // No foreign key: an upload stays finished when its document is deleted for ever.
    table.string('document_id', 36).notNullable()
    table.timestamp('finished_at').notNullable().index()
  })
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('finished_uploads')
}

export const finishedUploads: Knex.Migration = { up, down }
