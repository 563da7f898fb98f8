import type { Knex } from 'knex'
import { createChangeTriggers, dropChangeTriggers, parentOf, type ChangeTrigger } from '../change-triggers.js'
import { isPostgres } from '../dialect.js'

const triggers: ChangeTrigger[] = [
  {
    name: 'changes_previews_state',
    table: 'previews',
    on: 'UPDATE OF state',
    when: "NEW.state = 'done' AND OLD.state <> 'done'",
    kind: 'itself',
    node: 'NEW.document_id',
    parent: parentOf('NEW.document_id'),
  },
]

const queueVersion =
  "INSERT INTO previews (version_id, document_id, state, attempts, due_ms) VALUES (NEW.id, NEW.document_id, 'waiting', 0, 0)"

/** Makes the list of pictures of versions; every new version waits in it for its own. */
async function up(db: Knex): Promise<void> {
  await db.schema.createTable('previews', (table) => {
    table.string('version_id', 36).primary().references('versions.id').onDelete('CASCADE')
    table.string('document_id', 36).notNullable().references('documents.node_id').onDelete('CASCADE').index()
    table.string('state', 16).notNullable()
    table.string('blob_sha256', 64).nullable().references('blobs.sha256').onDelete('RESTRICT').index()
    table.integer('attempts').notNullable()
    // Not before this time, in milliseconds since 1970; also the end of somebody's turn.
    table.bigInteger('due_ms').notNullable()
    table.index(['state', 'due_ms'])
  })
  if (isPostgres(db)) {
    await db.raw(`CREATE FUNCTION previews_version_made() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN ${queueVersion}; RETURN NULL; END $$`)
    await db.raw(
      'CREATE TRIGGER previews_version_made AFTER INSERT ON versions FOR EACH ROW EXECUTE FUNCTION previews_version_made()',
    )
  } else
    await db.raw(`CREATE TRIGGER previews_version_made AFTER INSERT ON versions BEGIN ${queueVersion}; END`)
  await createChangeTriggers(db, triggers)
  await db.raw(
    `INSERT INTO previews (version_id, document_id, state, attempts, due_ms)
     SELECT versions.id, documents.node_id, 'waiting', 0, 0 FROM documents
     JOIN versions ON versions.id = documents.current_version_id`,
  )
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await dropChangeTriggers(db, triggers)
  if (isPostgres(db))
    await db.raw('DROP TRIGGER previews_version_made ON versions; DROP FUNCTION previews_version_made()')
  else await db.raw('DROP TRIGGER previews_version_made')
  await db.schema.dropTable('previews')
}

export const previews: Knex.Migration = { up, down }
