import { randomBytes } from 'node:crypto'
import type { Knex } from 'knex'

/** Makes the tables of editing sessions and of saves, and gives this portal its instance id. */
async function up(db: Knex): Promise<void> {
  await createSettings(db)
  await createSessions(db)
  await createLedger(db)
}

async function createSettings(db: Knex): Promise<void> {
  await db.schema.createTable('settings', (table) => {
    table.string('name', 100).primary()
    table.text('value').notNullable()
  })
  // Part of every document key: it keeps portals apart that share one document server.
  await db('settings').insert({ name: 'instance_id', value: randomBytes(6).toString('hex') })
}

async function createSessions(db: Knex): Promise<void> {
  await db.schema.createTable('editing_sessions', (table) => {
    table.string('key', 128).primary()
    ofDocument(table)
    table.integer('generation').notNullable()
    // What the people in this session build on: the version it was opened with, then each of its own saves.
    table.string('head_version_id', 36).notNullable().references('versions.id').onDelete('CASCADE')
    table.text('participants').notNullable()
    table.timestamp('started_at').notNullable()
    table.timestamp('updated_at').notNullable()
    table.timestamp('ended_at').nullable()
    table.unique(['document_id', 'generation'])
  })
  await db.raw(
    "CREATE INDEX editing_sessions_occupied ON editing_sessions (updated_at) WHERE participants <> '[]'",
  )
}

async function createLedger(db: Knex): Promise<void> {
  await db.schema.createTable('save_ledger', (table) => {
    table.string('id', 36).primary()
    ofDocument(table)
    table.string('key', 128).notNullable()
    table.integer('status').notNullable()
    table.string('payload_hash', 64).notNullable()
    table.text('claims').notNullable()
    table.string('outcome', 16).notNullable()
    table.integer('attempts').notNullable()
    table.string('version_id', 36).nullable().references('versions.id').onDelete('SET NULL')
    // Bytes that were kept although they could not become a version.
    table.string('aside_sha256', 64).nullable().references('blobs.sha256').onDelete('RESTRICT')
    table.string('problem', 40).nullable()
    table.text('detail').nullable()
    table.timestamp('received_at').notNullable()
    table.timestamp('updated_at').notNullable()
    table.unique(['document_id', 'key', 'status', 'payload_hash'])
    table.index(['outcome', 'updated_at'])
  })
  await db.schema.createTable('save_leases', (table) => {
    table.string('document_id', 36).primary()
    table.string('owner', 36).notNullable()
    table.timestamp('expires_at').notNullable()
  })
}

function ofDocument(table: Knex.CreateTableBuilder) {
  table.string('document_id', 36).notNullable().references('documents.node_id').onDelete('CASCADE')
}

/** Drops everything that `up` made. */
async function down(db: Knex): Promise<void> {
  for (const table of ['save_leases', 'save_ledger', 'editing_sessions', 'settings'])
    await db.schema.dropTable(table)
}

export const editing: Knex.Migration = { up, down }
