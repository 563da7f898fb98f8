import type { Knex } from 'knex'
import { createChangeTriggers, dropChangeTriggers, type ChangeTrigger } from '../change-triggers.js'

const triggers: ChangeTrigger[] = (['INSERT', 'DELETE'] as const).map((on) => ({
  name: `changes_favourites_${on.toLowerCase()}`,
  table: 'favourites',
  on,
  kind: 'favourites',
  user: on === 'INSERT' ? 'NEW.user_id' : 'OLD.user_id',
}))

/** Makes the tables of what people marked, and of what they opened last. */
async function up(db: Knex): Promise<void> {
  for (const [name, time] of [
    ['favourites', 'marked_at'],
    ['recent_documents', 'opened_at'],
  ] as const)
    await db.schema.createTable(name, (table) => {
      table.string('user_id', 36).notNullable().references('users.id').onDelete('CASCADE')
      table.string('node_id', 36).notNullable().references('nodes.id').onDelete('CASCADE').index()
      table.timestamp(time).notNullable()
      table.primary(['user_id', 'node_id'])
      table.index(['user_id', time])
    })
  await createChangeTriggers(db, triggers)
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await dropChangeTriggers(db, triggers)
  await db.schema.dropTable('recent_documents')
  await db.schema.dropTable('favourites')
}

export const favourites: Knex.Migration = { up, down }
