import type { Knex } from 'knex'
import { nameKey } from '../../lib/names.js'

const additions = {
  users: ['name_key', 'deactivated_at', 'last_seen_at'],
  sessions: ['last_seen_at', 'user_agent', 'address'],
  api_tokens: ['scopes', 'expires_at', 'last_used_at', 'from_environment'],
  sign_in_links: ['purpose'],
}

/** Lets administrators invite and deactivate people, and people see their sessions and API tokens. */
async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('users', (table) => {
    table.string('name_key', 600).notNullable().defaultTo('')
    table.timestamp('deactivated_at').nullable()
    table.timestamp('last_seen_at').nullable()
  })
  await db.schema.alterTable('sessions', (table) => {
    table.timestamp('last_seen_at').nullable()
    table.string('user_agent', 300).notNullable().defaultTo('')
    table.string('address', 64).notNullable().defaultTo('')
  })
  await db.schema.alterTable('api_tokens', (table) => {
    // Empty: everything that the person may do.
    table.string('scopes', 100).notNullable().defaultTo('')
    table.timestamp('expires_at').nullable()
    table.timestamp('last_used_at').nullable()
    table.boolean('from_environment').notNullable().defaultTo(false)
  })
  await db.schema.alterTable('sign_in_links', (table) => {
    table.string('purpose', 16).notNullable().defaultTo('sign_in')
  })
  // Until now only the environment made tokens.
  await db('api_tokens').update({ from_environment: true })
  for (const { id, name } of await db<{ id: string; name: string }>('users').select('id', 'name'))
    await db('users')
      .where({ id })
      .update({ name_key: nameKey(name) })
  // Both databases must sort alike, whatever the locale PostgreSQL was made with.
  if ((db.client as { config: { client: string } }).config.client === 'pg')
    await db.raw('ALTER TABLE users ALTER COLUMN name_key TYPE varchar(600) COLLATE "C"')
  await db.raw('CREATE INDEX users_by_name ON users (name_key, id)')
}

/** Takes the additions back. */
async function down(db: Knex): Promise<void> {
  await db.raw('DROP INDEX users_by_name')
  // Not by knex: it copies tables on SQLite, and dropping the old one would take what refers to it along.
  for (const [table, columns] of Object.entries(additions))
    for (const column of columns) await db.raw(`ALTER TABLE ${table} DROP COLUMN ${column}`)
}

export const people: Knex.Migration = { up, down }
