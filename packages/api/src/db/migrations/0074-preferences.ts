import type { Knex } from 'knex'

/** Lets people choose a look, how documents open, and which mails they do not want. */
async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('users', (table) => {
    table.string('theme', 8).notNullable().defaultTo('system')
    table.boolean('opens_for_reading').notNullable().defaultTo(false)
  })
  await db.schema.createTable('muted_mail', (table) => {
    table.string('user_id', 36).notNullable().references('users.id').onDelete('CASCADE')
    table.string('kind', 24).notNullable()
    table.primary(['user_id', 'kind'])
  })
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('muted_mail')
  // Not by knex: it copies tables on SQLite, and dropping the old one would take what refers to it along.
  for (const column of ['theme', 'opens_for_reading']) await db.raw(`ALTER TABLE users DROP COLUMN ${column}`)
}

export const preferences: Knex.Migration = { up, down }
