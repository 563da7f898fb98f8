import type { Knex } from 'knex'

/** Has PDF files indexed once more, now that their words are read. */
async function up(db: Knex): Promise<void> {
  await db.raw(
    "INSERT INTO search_queue (node_id) SELECT node_id FROM documents WHERE file_type = 'pdf' ON CONFLICT DO NOTHING",
  )
}

/** Nothing to take back: what is indexed stays right. */
async function down(): Promise<void> {}

export const pdfSearch: Knex.Migration = { up, down }
