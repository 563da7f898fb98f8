import type { Knex } from 'knex'

/** Lets people name versions, and pin those that no rule may delete. */
async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('versions', (table) => {
    table.string('name', 200).nullable()
    table.boolean('is_pinned').notNullable().defaultTo(false)
  })
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('versions', (table) => {
    table.dropColumns('name', 'is_pinned')
  })
}

export const versions: Knex.Migration = { up, down }
