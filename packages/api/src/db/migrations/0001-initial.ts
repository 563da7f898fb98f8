import type { Knex } from 'knex'

/** Makes the tables of people, nodes, versions and sharing. */
async function up(db: Knex): Promise<void> {
  await createPeople(db)
  await createNodes(db)
  await createVersions(db)
  await createSharing(db)
}

async function createPeople(db: Knex): Promise<void> {
  await db.schema.createTable('users', (table) => {
    table.string('id', 36).primary()
    table.string('name', 200).notNullable()
    table.string('email', 320).nullable()
    table.string('email_key', 320).nullable().unique()
    table.string('password_hash', 300).nullable()
    table.boolean('is_administrator').notNullable()
    table.boolean('is_guest').notNullable()
    table.string('language', 16).notNullable()
    table.timestamp('created_at').notNullable()
    table.timestamp('updated_at').notNullable()
  })
  await db.schema.createTable('sessions', (table) => {
    table.string('id', 36).primary()
    ownedByUser(table)
    table.string('token_hash', 64).notNullable().unique()
    table.timestamp('created_at').notNullable()
    table.timestamp('expires_at').notNullable().index()
  })
  await db.schema.createTable('api_tokens', (table) => {
    table.string('id', 36).primary()
    ownedByUser(table)
    table.string('name', 200).notNullable()
    table.string('token_hash', 64).notNullable().unique()
    table.timestamp('created_at').notNullable()
  })
  await db.schema.createTable('sign_in_links', (table) => {
    table.string('id', 36).primary()
    ownedByUser(table)
    table.string('token_hash', 64).notNullable().unique()
    table.timestamp('created_at').notNullable()
    table.timestamp('expires_at').notNullable()
  })
}

function ownedByUser(table: Knex.CreateTableBuilder) {
  table.string('user_id', 36).notNullable().references('users.id').onDelete('CASCADE').index()
}

async function createNodes(db: Knex): Promise<void> {
  await db.schema.createTable('nodes', (table) => {
    table.string('id', 36).primary()
    table.string('type', 16).notNullable()
    table.string('parent_id', 36).nullable().references('nodes.id').onDelete('RESTRICT')
    table.string('name', 255).notNullable()
    table.string('name_key', 600).notNullable()
    table.text('sort_key').notNullable()
    table.string('created_by', 36).nullable().references('users.id').onDelete('SET NULL')
    table.timestamp('created_at').notNullable()
    table.timestamp('updated_at').notNullable()
    table.timestamp('deleted_at').nullable()
  })
  // Both databases must sort alike, whatever the locale PostgreSQL was made with.
  if ((db.client as { config: { client: string } }).config.client === 'pg')
    await db.raw('ALTER TABLE nodes ALTER COLUMN sort_key TYPE text COLLATE "C"')
  await db.raw(
    'CREATE UNIQUE INDEX nodes_name_unique ON nodes (parent_id, name_key) WHERE deleted_at IS NULL',
  )
  await db.raw(
    'CREATE INDEX nodes_children ON nodes (parent_id, type, sort_key, id) WHERE deleted_at IS NULL',
  )
  await db.schema.createTable('documents', (table) => {
    table.string('node_id', 36).primary().references('nodes.id').onDelete('CASCADE')
    table.string('file_type', 16).notNullable()
    // No foreign key: document and version are written in one transaction and point at each other.
    table.string('current_version_id', 36).notNullable()
  })
}

async function createVersions(db: Knex): Promise<void> {
  await db.schema.createTable('blobs', (table) => {
    table.string('sha256', 64).primary()
    table.bigInteger('size').notNullable()
    table.timestamp('created_at').notNullable()
  })
  await db.schema.createTable('versions', (table) => {
    table.string('id', 36).primary()
    table.string('document_id', 36).notNullable().references('documents.node_id').onDelete('CASCADE')
    table.integer('number').notNullable()
    table.string('blob_sha256', 64).notNullable().references('blobs.sha256').onDelete('RESTRICT')
    table.bigInteger('size').notNullable()
    table.string('cause', 16).notNullable()
    table.string('author_id', 36).nullable().references('users.id').onDelete('SET NULL')
    table.string('changes_sha256', 64).nullable().references('blobs.sha256').onDelete('RESTRICT')
    table.text('history').nullable()
    table.timestamp('created_at').notNullable()
    table.unique(['document_id', 'number'])
  })
}

async function createSharing(db: Knex): Promise<void> {
  await db.schema.createTable('share_links', (table) => {
    table.string('id', 36).primary()
    table.string('node_id', 36).notNullable().references('nodes.id').onDelete('CASCADE').index()
    table.string('role', 16).notNullable()
    table.string('token_hash', 64).notNullable().unique()
    table.string('created_by', 36).notNullable().references('users.id').onDelete('CASCADE')
    table.timestamp('created_at').notNullable()
  })
  await db.schema.createTable('grants', (table) => {
    table.string('id', 36).primary()
    table.string('node_id', 36).notNullable().references('nodes.id').onDelete('CASCADE').index()
    table.string('user_id', 36).notNullable().references('users.id').onDelete('CASCADE')
    // A grant that came by a link goes with the link.
    table.string('share_link_id', 36).nullable().references('share_links.id').onDelete('CASCADE')
    table.string('role', 16).notNullable()
    table.timestamp('created_at').notNullable()
    table.unique(['user_id', 'node_id', 'share_link_id'])
  })
}

/** Drops everything that `up` made. */
async function down(db: Knex): Promise<void> {
  const tables = ['grants', 'share_links', 'versions', 'blobs', 'documents', 'nodes']
  for (const table of [...tables, 'sign_in_links', 'api_tokens', 'sessions', 'users'])
    await db.schema.dropTable(table)
}

export const initial: Knex.Migration = { up, down }
