import type { Knex } from 'knex'
import { toDate } from '../../db/database.js'
import type { Role } from '../access/index.js'

/** A link that gives whoever has it a role on a node. */
export interface ShareLink {
  id: string
  nodeId: string
  role: Role
  passwordHash: string | null
  expiresAt: Date | null
  mayDownload: boolean
  createdById: string
  createdAt: Date
}

interface ShareLinkRow {
  id: string
  node_id: string
  role: Role
  token_hash: string
  password_hash: string | null
  expires_at: Date | number | null
  may_download: boolean | number
  created_by: string
  created_at: Date | number
}

const rows = (db: Knex) => db<ShareLinkRow>('share_links')

function toShareLink(row: ShareLinkRow): ShareLink {
  return {
    id: row.id,
    nodeId: row.node_id,
    role: row.role,
    passwordHash: row.password_hash,
    expiresAt: row.expires_at === null ? null : toDate(row.expires_at),
    mayDownload: Boolean(row.may_download),
    createdById: row.created_by,
    createdAt: toDate(row.created_at),
  }
}

function toTerms({ role, passwordHash, expiresAt, mayDownload }: ShareLink) {
  return { role, password_hash: passwordHash, expires_at: expiresAt, may_download: mayDownload }
}

/** Reads and writes share links. */
export const shareLinkRepository = {
  async insert(db: Knex, link: ShareLink, tokenHash: string): Promise<void> {
    await rows(db).insert({
      id: link.id,
      node_id: link.nodeId,
      token_hash: tokenHash,
      created_by: link.createdById,
      created_at: link.createdAt,
      ...toTerms(link),
    })
  },

  async update(db: Knex, link: ShareLink): Promise<void> {
    await rows(db).where({ id: link.id }).update(toTerms(link))
  },

  async find(db: Knex, id: string): Promise<ShareLink | undefined> {
    const row = await rows(db).where({ id }).first()
    return row && toShareLink(row)
  },

  async findByToken(db: Knex, tokenHash: string): Promise<ShareLink | undefined> {
    const row = await rows(db).where({ token_hash: tokenHash }).first()
    return row && toShareLink(row)
  },

  async listOfNode(db: Knex, nodeId: string): Promise<ShareLink[]> {
    return (await rows(db).where({ node_id: nodeId }).orderBy('id')).map(toShareLink)
  },

  /** Links that have ended, and by which somebody still has access. */
  async listEnded(db: Knex, now: Date): Promise<ShareLink[]> {
    const found = await rows(db)
      .where('expires_at', '<=', now)
      .whereIn('id', (used) => {
        void used.select('share_link_id').from('grants').whereNotNull('share_link_id')
      })
    return found.map(toShareLink)
  },

  /** Removes a link, and with it what people got by it. */
  async delete(db: Knex, id: string): Promise<void> {
    await rows(db).where({ id }).delete()
  },
}
