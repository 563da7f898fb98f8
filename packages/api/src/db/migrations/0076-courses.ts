import type { Knex } from 'knex'

/** Lets spaces be courses, which say what their students may do. */
async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('spaces', (table) => {
    table.string('student_role', 16).nullable()
  })
}

/** Takes back what `up` made. */
async function down(db: Knex): Promise<void> {
  await db.raw('ALTER TABLE spaces DROP COLUMN student_role')
}

export const courses: Knex.Migration = { up, down }
