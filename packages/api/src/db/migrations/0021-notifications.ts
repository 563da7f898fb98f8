import type { Knex } from 'knex'
import { createChangeTriggers, dropChangeTriggers, type ChangeTrigger } from '../change-triggers.js'

const triggers: ChangeTrigger[] = [
  { name: 'changes_notification_made', on: 'INSERT', user: 'NEW.user_id' },
  { name: 'changes_notification_read', on: 'UPDATE OF read_at', user: 'NEW.user_id' },
].map((trigger) => ({ ...trigger, table: 'notifications', kind: 'notifications' }))

/** Makes the table of what people are to be told. */
async function up(db: Knex): Promise<void> {
  await db.schema.createTable('notifications', (table) => {
    table.string('id', 36).primary()
    table.string('user_id', 36).notNullable().references('users.id').onDelete('CASCADE')
    table.string('kind', 24).notNullable()
    table.string('node_id', 36).nullable().references('nodes.id').onDelete('CASCADE').index()
    table.string('actor_id', 36).nullable().references('users.id').onDelete('SET NULL')
    // As it was called then: who lost access since is not told its new name.
    table.string('title', 255).notNullable()
    // The role that was given, the code of the problem, or what somebody wrote.
    table.text('detail').nullable()
    table.timestamp('created_at').notNullable()
    table.timestamp('read_at').nullable()
    table.timestamp('mailed_at').nullable()
    table.index(['user_id', 'id'])
  })
  await db.raw('CREATE INDEX notifications_to_mail ON notifications (created_at) WHERE mailed_at IS NULL')
  await createChangeTriggers(db, triggers)
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await dropChangeTriggers(db, triggers)
  await db.schema.dropTable('notifications')
}

export const notifications: Knex.Migration = { up, down }
