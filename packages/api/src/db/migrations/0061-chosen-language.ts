import type { Knex } from 'knex'

/**
 * Leaves the language of a profile empty until it is chosen. English was what profiles started with, so it is taken for
 * not chosen. Not by knex: it copies tables on SQLite, and dropping the old one would take what refers to it along.
 */
async function up(db: Knex): Promise<void> {
  await db.raw('ALTER TABLE users RENAME COLUMN language TO former_language')
  await db.raw('ALTER TABLE users ADD COLUMN language VARCHAR(16)')
  await db('users')
    .whereNot('former_language', 'en')
    .update({ language: db.ref('former_language') })
  await db.raw('ALTER TABLE users DROP COLUMN former_language')
}

/** Takes back what `up` made; whoever chose nothing reads English again. */
async function down(db: Knex): Promise<void> {
  await db.raw('ALTER TABLE users RENAME COLUMN language TO chosen_language')
  await db.raw("ALTER TABLE users ADD COLUMN language VARCHAR(16) NOT NULL DEFAULT 'en'")
  await db('users')
    .whereNotNull('chosen_language')
    .update({ language: db.ref('chosen_language') })
  await db.raw('ALTER TABLE users DROP COLUMN chosen_language')
}

export const chosenLanguage: Knex.Migration = { up, down }
