import type { Knex } from 'knex'

/** Makes the search index, and the queue that every change of a name or of contents puts a node into. */
async function up(db: Knex): Promise<void> {
  const isPostgres = (db.client as { config: { client: string } }).config.client === 'pg'
  await db.schema.createTable('search_entries', (table) => {
    table.increments('id')
    table.string('node_id', 36).notNullable().unique().references('nodes.id').onDelete('CASCADE')
    // The version whose text is indexed; null for folders.
    table.string('version_id', 36).nullable()
  })
  await db.schema.createTable('search_queue', (table) => {
    table.string('node_id', 36).primary()
  })
  await (isPostgres ? upPostgres(db) : upSqlite(db))
  await db.raw('INSERT INTO search_queue (node_id) SELECT id FROM nodes WHERE deleted_at IS NULL')
}

async function upSqlite(db: Knex): Promise<void> {
  await db.raw(
    "CREATE VIRTUAL TABLE search_words USING fts5(name, body, tokenize = 'unicode61 remove_diacritics 2')",
  )
  await db.raw(
    'CREATE TRIGGER search_entries_deleted AFTER DELETE ON search_entries BEGIN DELETE FROM search_words WHERE rowid = OLD.id; END',
  )
  const queue = (column: string) =>
    `BEGIN INSERT OR IGNORE INTO search_queue (node_id) VALUES (NEW.${column}); END`
  await db.raw(`CREATE TRIGGER search_node_made AFTER INSERT ON nodes ${queue('id')}`)
  await db.raw(`CREATE TRIGGER search_node_renamed AFTER UPDATE OF name ON nodes ${queue('id')}`)
  await db.raw(
    `CREATE TRIGGER search_document_saved AFTER UPDATE OF current_version_id ON documents ${queue('node_id')}`,
  )
}

async function upPostgres(db: Knex): Promise<void> {
  await db.raw('ALTER TABLE search_entries ADD COLUMN words tsvector')
  await db.raw('CREATE INDEX search_entries_words ON search_entries USING gin (words)')
  for (const [table, column] of Object.entries({ nodes: 'id', documents: 'node_id' }))
    await db.raw(`CREATE FUNCTION search_queue_${table}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN INSERT INTO search_queue (node_id) VALUES (NEW.${column}) ON CONFLICT DO NOTHING; RETURN NULL; END $$`)
  await db.raw(
    'CREATE TRIGGER search_node_changed AFTER INSERT OR UPDATE OF name ON nodes FOR EACH ROW EXECUTE FUNCTION search_queue_nodes()',
  )
  await db.raw(
    'CREATE TRIGGER search_document_saved AFTER UPDATE OF current_version_id ON documents FOR EACH ROW EXECUTE FUNCTION search_queue_documents()',
  )
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  if ((db.client as { config: { client: string } }).config.client === 'pg') {
    await db.raw('DROP TRIGGER search_node_changed ON nodes')
    await db.raw('DROP TRIGGER search_document_saved ON documents')
    await db.raw('DROP FUNCTION search_queue_nodes(); DROP FUNCTION search_queue_documents()')
  } else {
    for (const trigger of ['search_node_made', 'search_node_renamed', 'search_document_saved'])
      await db.raw(`DROP TRIGGER ${trigger}`)
    await db.raw('DROP TRIGGER search_entries_deleted')
    await db.raw('DROP TABLE search_words')
  }
  await db.schema.dropTable('search_queue')
  await db.schema.dropTable('search_entries')
}

export const search: Knex.Migration = { up, down }
