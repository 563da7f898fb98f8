import type { Knex } from 'knex'

/** Keeps where in a document somebody was mentioned. */
async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('notifications', (table) => {
    table.text('place')
  })
}

async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('notifications', (table) => {
    table.dropColumn('place')
  })
}

export const notificationPlaces: Knex.Migration = { up, down }
