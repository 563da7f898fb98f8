import type { Knex } from 'knex'

/** Makes the bin something to look into: each deleted node knows what was deleted with it, and by whom. */
async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('nodes', (table) => {
    // The node whose deletion took this one along; a node that was deleted by itself names itself.
    table.string('trash_id', 36).nullable()
    table.string('deleted_by', 36).nullable()
  })
  await adoptDeleted(db)
  await db.raw('CREATE INDEX nodes_trash ON nodes (trash_id) WHERE trash_id IS NOT NULL')
  // Deleting for ever looks along all of these for what points at a row.
  await db.raw('CREATE INDEX nodes_parent ON nodes (parent_id)')
  await db.raw('CREATE INDEX versions_blob ON versions (blob_sha256)')
  await db.raw('CREATE INDEX versions_changes ON versions (changes_sha256)')
  await db.raw('CREATE INDEX editing_sessions_head ON editing_sessions (head_version_id)')
  await db.raw('CREATE INDEX save_ledger_version ON save_ledger (version_id)')
  await db.raw('CREATE INDEX save_ledger_aside ON save_ledger (aside_sha256)')
}

/** Groups what was deleted before: what has a deleted folder around it went with that folder. */
async function adoptDeleted(db: Knex): Promise<void> {
  const deleted = (): Knex.QueryBuilder => db('nodes').whereNotNull('deleted_at').whereNull('trash_id')
  await deleted()
    .whereNotIn('parent_id', db('nodes').select('id').whereNotNull('deleted_at'))
    .update({ trash_id: db.ref('id') })
  const parentsTrash = db('nodes as parent').select('trash_id').whereRaw('parent.id = nodes.parent_id')
  for (let changed = 1; changed > 0;)
    changed = await deleted()
      .whereIn('parent_id', db('nodes').select('id').whereNotNull('trash_id'))
      .update({ trash_id: parentsTrash })
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  const indexes = ['save_ledger_aside', 'save_ledger_version', 'editing_sessions_head', 'versions_changes']
  for (const index of [...indexes, 'versions_blob', 'nodes_parent', 'nodes_trash'])
    await db.raw(`DROP INDEX ${index}`)
  // Written out: knex would copy the whole table on SQLite, without its partial indexes.
  await db.raw('ALTER TABLE nodes DROP COLUMN deleted_by')
  await db.raw('ALTER TABLE nodes DROP COLUMN trash_id')
}

export const trash: Knex.Migration = { up, down }
