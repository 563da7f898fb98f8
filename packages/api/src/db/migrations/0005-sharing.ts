import type { Knex } from 'knex'

/** Lets groups and everyone have rights, links have a password, an end and no download, and folders be spaces. */
async function up(db: Knex): Promise<void> {
  await createGroups(db)
  await db.schema.alterTable('share_links', (table) => {
    table.string('password_hash', 300).nullable()
    table.timestamp('expires_at').nullable().index('share_links_by_end')
    table.boolean('may_download').notNullable().defaultTo(true)
  })
  await replaceGrants(db)
  await db.schema.createTable('spaces', (table) => {
    table.string('node_id', 36).primary().references('nodes.id').onDelete('CASCADE')
    table.timestamp('created_at').notNullable()
  })
}

async function createGroups(db: Knex): Promise<void> {
  await db.schema.createTable('groups', (table) => {
    table.string('id', 36).primary()
    table.string('name', 200).notNullable()
    table.string('name_key', 600).notNullable().unique()
    table.timestamp('created_at').notNullable()
  })
  await db.schema.createTable('group_members', (table) => {
    table.string('group_id', 36).notNullable().references('groups.id').onDelete('CASCADE')
    table.string('user_id', 36).notNullable().references('users.id').onDelete('CASCADE').index()
    table.timestamp('created_at').notNullable()
    table.primary(['group_id', 'user_id'])
  })
}

interface OldGrant {
  user_id: string
  share_link_id: string | null
}

/** A new table: SQLite cannot make a column optional. */
async function replaceGrants(db: Knex): Promise<void> {
  const old = await db<OldGrant>('grants').select('*')
  await db.schema.dropTable('grants')
  await db.schema.createTable('grants', (table) => {
    table.string('id', 36).primary()
    table.string('node_id', 36).notNullable().references('nodes.id').onDelete('CASCADE')
    table.string('subject_type', 16).notNullable()
    table.string('user_id', 36).nullable().references('users.id').onDelete('CASCADE').index()
    table.string('group_id', 36).nullable().references('groups.id').onDelete('CASCADE').index()
    // A grant that came by a link goes with the link.
    table.string('share_link_id', 36).nullable().references('share_links.id').onDelete('CASCADE').index()
    // Who, and by which link, in one column: unique indexes take null for different from null.
    table.string('subject_key', 80).notNullable()
    table.string('role', 16).notNullable()
    table.boolean('may_download').notNullable()
    table.timestamp('created_at').notNullable()
    table.unique(['node_id', 'subject_key'])
  })
  for (const grant of old) {
    const subject_key = grant.share_link_id ? `${grant.user_id}:${grant.share_link_id}` : grant.user_id
    const added = { subject_type: 'user', subject_key, may_download: true }
    await db('grants')
      .insert({ ...grant, ...added })
      .onConflict()
      .ignore()
  }
}

/** Goes back to rights of single people. */
async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('spaces')
  const kept = await db<{ subject_type: string }>('grants')
    .where({ subject_type: 'user' })
    .select('id', 'node_id', 'user_id', 'share_link_id', 'role', 'created_at')
  await db.schema.dropTable('grants')
  await db.schema.createTable('grants', (table) => {
    table.string('id', 36).primary()
    table.string('node_id', 36).notNullable().references('nodes.id').onDelete('CASCADE').index()
    table.string('user_id', 36).notNullable().references('users.id').onDelete('CASCADE')
    table.string('share_link_id', 36).nullable().references('share_links.id').onDelete('CASCADE')
    table.string('role', 16).notNullable()
    table.timestamp('created_at').notNullable()
    table.unique(['user_id', 'node_id', 'share_link_id'])
  })
  for (const grant of kept) await db('grants').insert(grant)
  await db.raw('DROP INDEX share_links_by_end')
  // Not by knex: it copies tables on SQLite, and dropping the old one would take what refers to it along.
  for (const column of ['password_hash', 'expires_at', 'may_download'])
    await db.raw(`ALTER TABLE share_links DROP COLUMN ${column}`)
  await db.schema.dropTable('group_members')
  await db.schema.dropTable('groups')
}

export const sharing: Knex.Migration = { up, down }
