import type { Knex } from 'knex'

/** Makes the table of people's pictures. They are small, and go with the person. */
async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('users', (table) => {
    table.string('picture_token', 64).nullable()
  })
  await db.schema.createTable('pictures', (table) => {
    table.string('token', 64).primary()
    table.string('user_id', 36).notNullable().unique().references('users.id').onDelete('CASCADE')
    table.string('media_type', 16).notNullable()
    table.binary('bytes').notNullable()
  })
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('pictures')
  await db.raw('ALTER TABLE users DROP COLUMN picture_token')
}

export const pictures: Knex.Migration = { up, down }
