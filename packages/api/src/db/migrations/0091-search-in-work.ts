import type { Knex } from 'knex'

/** Notes what is being indexed, so that a crash leaves nothing out of the index. */
async function up(db: Knex): Promise<void> {
  await db.schema.createTable('search_in_work', (table) => {
    table.string('node_id', 36).primary()
    table.timestamp('taken_at', { useTz: true }).notNullable()
  })
}

async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('search_in_work')
}

export const searchInWork: Knex.Migration = { up, down }
