import type { Knex } from 'knex'

/** Lets people come in by the accounts that they have at an OpenID Connect provider. */
async function up(db: Knex): Promise<void> {
  await db.schema.createTable('oidc_identities', (table) => {
    table.string('issuer', 500).notNullable()
    // At most 255 characters of ASCII, says the specification.
    table.string('subject', 255).notNullable()
    table.string('user_id', 36).notNullable().references('users.id').onDelete('CASCADE').index()
    table.timestamp('created_at').notNullable()
    table.primary(['issuer', 'subject'])
  })
  await db.schema.alterTable('sessions', (table) => {
    table.boolean('is_single_sign_on').notNullable().defaultTo(false)
  })
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  // Not by knex: it copies tables on SQLite, and dropping the old one would take what refers to it along.
  await db.raw('ALTER TABLE sessions DROP COLUMN is_single_sign_on')
  await db.schema.dropTable('oidc_identities')
}

export const singleSignOn: Knex.Migration = { up, down }
