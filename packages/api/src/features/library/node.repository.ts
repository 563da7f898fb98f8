import type { Knex } from 'knex'
import { toDate } from '../../db/database.js'
import { nameKey, sortKey } from '../../lib/names.js'
import { rootFolderId, type DocumentNode, type Folder, type LibraryNode } from './node.js'

interface NodeRow {
  id: string
  type: 'folder' | 'document'
  parent_id: string | null
  name: string
  name_key: string
  sort_key: string
  created_by: string | null
  created_at: Date | number
  updated_at: Date | number
  deleted_at: Date | number | null
}

interface DocumentRow {
  node_id: string
  file_type: string
  current_version_id: string
}

/** A row of a node with what documents have beside it, without the names in the forms that they are compared by. */
export type JoinedRow = Omit<NodeRow, 'name_key' | 'sort_key' | 'deleted_at'> & {
  file_type: string | null
  current_version_id: string | null
}

const joinedColumns = [
  ...['nodes.id', 'nodes.type', 'nodes.parent_id', 'nodes.name'],
  ...['nodes.created_by', 'nodes.created_at', 'nodes.updated_at'],
  ...['documents.file_type', 'documents.current_version_id'],
]

const nodeRows = (db: Knex) => db<NodeRow>('nodes')
const documentRows = (db: Knex) => db<DocumentRow>('documents')

function joined(db: Knex) {
  return db('nodes').leftJoin('documents', 'documents.node_id', 'nodes.id').select<JoinedRow[]>(joinedColumns)
}

/** Reads a node from its row. */
export function toNode(row: JoinedRow): LibraryNode {
  const { id, name, parent_id: parentId, created_by: createdById } = row
  const createdAt = toDate(row.created_at)
  const updatedAt = toDate(row.updated_at)
  if (row.type === 'folder') return { type: 'folder', id, parentId, name, createdById, createdAt, updatedAt }
  return {
    type: 'document',
    id,
    parentId: parentId ?? rootFolderId,
    name,
    fileType: row.file_type ?? '',
    currentVersionId: row.current_version_id ?? '',
    createdById,
    createdAt,
    updatedAt,
  }
}

async function insertNode(db: Knex, node: LibraryNode): Promise<void> {
  await nodeRows(db).insert({
    id: node.id,
    type: node.type,
    parent_id: node.parentId,
    name: node.name,
    name_key: nameKey(node.name),
    sort_key: sortKey(node.name),
    created_by: node.createdById,
    created_at: node.createdAt,
    updated_at: node.updatedAt,
  })
}

/** Reads and writes folders and documents; deleted ones are not found. */
export const nodeRepository = {
  async find(db: Knex, id: string): Promise<LibraryNode | undefined> {
    return (await nodeRepository.listByIds(db, [id]))[0]
  },

  async listByIds(db: Knex, ids: readonly string[]): Promise<LibraryNode[]> {
    return (await joined(db).whereIn('nodes.id', ids).whereNull('nodes.deleted_at')).map(toNode)
  },

  /** Finds a document even when it is in the bin: a late save still belongs to it. */
  async findDocumentEvenDeleted(db: Knex, id: string): Promise<DocumentNode | undefined> {
    const row = (await joined(db).where('nodes.id', id))[0]
    const node = row && toNode(row)
    return node?.type === 'document' ? node : undefined
  },

  /** Any document that is not in the bin, for examples. */
  async findAnyDocumentId(db: Knex): Promise<string | undefined> {
    return (
      await nodeRows(db).where({ type: 'document' }).whereNull('deleted_at').orderBy('id', 'desc').first('id')
    )?.id
  },

  /** Locks a folder until the transaction ends, so that names in it are given one at a time. */
  async lockFolder(db: Knex, id: string): Promise<Folder | undefined> {
    const row = await nodeRows(db).where({ id, type: 'folder' }).whereNull('deleted_at').forUpdate().first()
    return row && (toNode({ ...row, file_type: null, current_version_id: null }) as Folder)
  },

  /** The folders around a node, from the root down. */
  async listAncestors(db: Knex, node: LibraryNode): Promise<Folder[]> {
    const ancestors: Folder[] = []
    for (let parentId = node.parentId; parentId;) {
      const parent = await nodeRepository.find(db, parentId)
      if (parent?.type !== 'folder') break
      ancestors.unshift(parent)
      parentId = parent.parentId
    }
    return ancestors
  },

  /** The documents in a folder, by name. */
  async listDocumentsIn(db: Knex, parentId: string, limit: number): Promise<LibraryNode[]> {
    const query = joined(db).where({ parent_id: parentId, type: 'document' }).whereNull('nodes.deleted_at')
    return (await query.orderBy(['nodes.sort_key', 'nodes.id']).limit(limit)).map(toNode)
  },

  /** The compared names in a folder that begin with a text. */
  async listNameKeys(db: Knex, parentId: string, prefix: string): Promise<Set<string>> {
    const begins = `${prefix.replace(/[\\%_]/g, '\\$&')}%`
    const found = await nodeRows(db)
      .where({ parent_id: parentId })
      .whereNull('deleted_at')
      .whereRaw("name_key LIKE ? ESCAPE '\\'", [begins])
      .select('name_key')
    return new Set(found.map((row) => row.name_key))
  },

  /** What has a name in a folder, compared as names are. */
  async findByName(db: Knex, parentId: string, name: string): Promise<LibraryNode | undefined> {
    const query = joined(db).where({ parent_id: parentId, name_key: nameKey(name) })
    const row = (await query.whereNull('deleted_at'))[0]
    return row && toNode(row)
  },

  insertFolder: insertNode as (db: Knex, folder: Folder) => Promise<void>,

  async insertDocument(db: Knex, document: DocumentNode): Promise<void> {
    await insertNode(db, document)
    await documentRows(db).insert({
      node_id: document.id,
      file_type: document.fileType,
      current_version_id: document.currentVersionId,
    })
  },

  /** Reads a name and keeps others from changing it until the transaction ends. */
  async lockName(trx: Knex, id: string): Promise<string | undefined> {
    return (await nodeRows(trx).where({ id }).whereNull('deleted_at').forUpdate().first('name'))?.name
  },

  async rename(db: Knex, id: string, name: string, updatedAt: Date): Promise<void> {
    const change = { name, name_key: nameKey(name), sort_key: sortKey(name), updated_at: updatedAt }
    await nodeRows(db).where({ id }).update(change)
  },

  /** Makes a version the one that people get, and marks the document as changed. */
  async setCurrentVersion(db: Knex, documentId: string, versionId: string, updatedAt: Date): Promise<void> {
    await documentRows(db).where({ node_id: documentId }).update({ current_version_id: versionId })
    await nodeRows(db).where({ id: documentId }).update({ updated_at: updatedAt })
  },

  async ensureRoot(db: Knex, now: Date): Promise<void> {
    const name = 'Library'
    const row = { id: rootFolderId, type: 'folder', parent_id: null, name, name_key: nameKey(name) } as const
    await nodeRows(db)
      .insert({ ...row, sort_key: sortKey(name), created_by: null, created_at: now, updated_at: now })
      .onConflict('id')
      .ignore()
  },
}
