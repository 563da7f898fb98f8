import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { grantRepository } from '../src/features/access/index.js'
import { sessionRepository, userRepository } from '../src/features/auth/index.js'
import { insertBlob, nodeRepository, rootFolderId, type Folder } from '../src/features/library/index.js'
import { createId } from '../src/lib/ids.js'
import { nameKey, sortKey } from '../src/lib/names.js'
import { createToken, hashToken } from '../src/lib/tokens.js'

const now = new Date()
const dayMs = 24 * 60 * 60_000
/** So many rows fit into one statement. */
const rowsAtOnce = 400

/** What the measures ask for. */
export interface Seed {
  cookie: string
  sessionToken: string
  smallFolderId: string
  largeFolderId: string
  documentIds: string[]
  words: string[]
}

/** Fills an empty database: a member who edits a space by a right on it, with a small and a large folder in it. */
export async function seed(db: Knex, { small, large }: { small: number; large: number }): Promise<Seed> {
  await nodeRepository.ensureRoot(db, now)
  const userId = createId()
  const person = { id: userId, name: 'Mei', email: 'mei@example.org', passwordHash: null, language: 'en' }
  await userRepository.insert(db, { ...person, isAdministrator: false, isGuest: false, createdAt: now })
  const sessionToken = createToken()
  await sessionRepository.insert(db, {
    ...{ userId, tokenHash: hashToken(sessionToken), userAgent: 'bench', address: '127.0.0.1' },
    ...{ isSingleSignOn: false, createdAt: now, expiresAt: new Date(now.getTime() + dayMs) },
  })
  const space = await addFolder(db, 'School', rootFolderId)
  const subject = { type: 'user', id: userId } as const
  await grantRepository.set(db, { nodeId: space, subject, role: 'editor', createdAt: now })
  const smallFolderId = await addFolder(db, 'Small', space)
  const largeFolderId = await addFolder(db, 'Large', space)
  const sha256 = createHash('sha256').update('').digest('hex')
  await insertBlob(db, { sha256, size: 7_000 }, now)
  const words = Array.from({ length: 5_000 }, (_, index) => toWord(index * 7_919))
  await addDocuments(db, { parentId: smallFolderId, count: small, userId, sha256, words })
  const documentIds = await addDocuments(db, { parentId: largeFolderId, count: large, userId, sha256, words })
  for (const table of ['search_queue', 'changes', 'previews']) await db(table).delete()
  const cookie = `lectern_session=${sessionToken}`
  return { cookie, sessionToken, smallFolderId, largeFolderId, documentIds, words }
}

/** A word of some syllables, so that beginnings tell words apart as in a language. */
function toWord(number: number): string {
  const syllables = ['ka', 'lo', 'mi', 'ren', 'sto', 'tu', 'ver', 'zan', 'pel', 'dor', 'gri', 'fa', 'hul']
  let rest = number
  let word = ''
  for (let part = 0; part < 4; part++) {
    word += syllables[rest % syllables.length] ?? ''
    rest = Math.floor(rest / syllables.length)
  }
  return word
}

async function addFolder(db: Knex, name: string, parentId: string): Promise<string> {
  const dates = { createdAt: now, updatedAt: now }
  const folder: Folder = { type: 'folder', id: createId(), parentId, name, createdById: null, ...dates }
  await nodeRepository.insertFolder(db, folder)
  return folder.id
}

interface Documents {
  parentId: string
  count: number
  userId: string
  sha256: string
  words: readonly string[]
}

/** Adds documents with their versions and what the search knows of them; gives their ids. */
async function addDocuments(db: Knex, documents: Documents): Promise<string[]> {
  const ids: string[] = []
  await db.transaction(async (trx) => {
    while (ids.length < documents.count) {
      const rows = Array.from({ length: Math.min(rowsAtOnce, documents.count - ids.length) }, (_, index) =>
        toRows(documents, ids.length + index),
      )
      await insertAll(
        trx,
        'nodes',
        rows.map(({ node }) => node),
      )
      await insertAll(
        trx,
        'documents',
        rows.map(({ document }) => document),
      )
      await insertAll(
        trx,
        'versions',
        rows.map(({ version }) => version),
      )
      for (const { node, text } of rows) {
        const [entry] = await trx<{ id: number; node_id: string }>('search_entries')
          .insert({ node_id: node.id })
          .returning('id')
        await trx('search_words').insert({ rowid: entry?.id, name: node.name_key, body: text })
      }
      ids.push(...rows.map(({ node }) => node.id))
    }
  })
  return ids
}

async function insertAll(trx: Knex, table: string, rows: object[]): Promise<void> {
  await trx.batchInsert(table, rows, 50)
}

function toRows({ parentId, userId, sha256, words }: Documents, index: number) {
  const id = createId()
  const versionId = createId()
  const name = `Report ${index} of ${words[(index * 7) % words.length]}.docx`
  const names = { name, name_key: nameKey(name), sort_key: sortKey(name) }
  const dates = { created_at: now, updated_at: new Date(now.getTime() - index * 1_000) }
  // Few words are in many documents and most words in few, as in texts that people write.
  const text = Array.from({ length: 40 }, (_, place) => {
    const spread = ((index * 31 + place * 17) % 997) / 997
    return words[Math.floor(words.length * spread ** 3)]
  }).join(' ')
  return {
    node: { id, type: 'document', parent_id: parentId, ...names, created_by: userId, ...dates },
    document: { node_id: id, file_type: 'docx', current_version_id: versionId },
    version: {
      ...{ id: versionId, document_id: id, number: 1, blob_sha256: sha256, size: 7_000 },
      ...{ cause: 'upload', author_id: userId, created_at: now },
    },
    text,
  }
}
