import type { Knex } from 'knex'

/** Sorts the index of what is in folders as lists are sorted: folders first, so that a page is read without the rest. */
async function up(db: Knex): Promise<void> {
  await db.raw('DROP INDEX nodes_children')
  await db.raw(
    'CREATE INDEX nodes_children ON nodes (parent_id, type DESC, sort_key, id) WHERE deleted_at IS NULL',
  )
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await db.raw('DROP INDEX nodes_children')
  await db.raw(
    'CREATE INDEX nodes_children ON nodes (parent_id, type, sort_key, id) WHERE deleted_at IS NULL',
  )
}

export const listingOrder: Knex.Migration = { up, down }
