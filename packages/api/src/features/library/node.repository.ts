import type { Knex } from 'knex'
import { toDate } from '../../db/database.js'
import { nameKey, sortKey } from '../../lib/names.js'
import type { ListPage } from './list-page.js'
import { rootFolderId, type DocumentNode, type Folder, type LibraryNode } from './node.js'
import { readVersionColumns, versionColumns, type VersionColumns } from './version-columns.js'
import type { Version } from './version.repository.js'

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

/** Where a page of children goes on. */
export interface ChildPosition {
  type: LibraryNode['type']
  sortKey: string
  id: string
}

export interface ChildPage {
  nodes: LibraryNode[]
  /** The current versions of the documents among them, read along with one statement. */
  versions: Version[]
  hasNextPage: boolean
  totalCount: () => Promise<number>
}

const nodeRows = (db: Knex) => db<NodeRow>('nodes')
const documentRows = (db: Knex) => db<DocumentRow>('documents')

function joined(db: Knex) {
  return db('nodes').leftJoin('documents', 'documents.node_id', 'nodes.id').select<JoinedRow[]>(joinedColumns)
}

/** Reads a node from its row. */
export function toNode(row: JoinedRow): LibraryNode {
  const common = {
    id: row.id,
    name: row.name,
    createdById: row.created_by,
    createdAt: toDate(row.created_at),
    updatedAt: toDate(row.updated_at),
  }
  if (row.type === 'folder') return { ...common, type: 'folder', parentId: row.parent_id }
  return {
    ...common,
    type: 'document',
    parentId: row.parent_id ?? rootFolderId,
    fileType: row.file_type ?? '',
    currentVersionId: row.current_version_id ?? '',
  }
}

/** Tells where in the listing of its folder a node stands. */
export function positionOf({ type, name, id }: LibraryNode): ChildPosition {
  return { type, sortKey: sortKey(name), id }
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

  /** Folders first, then documents, by name. With `ids` only these, wherever they are. */
  async listChildren(
    db: Knex,
    where: { parentId: string } | { ids: readonly string[] },
    { first, offset, after }: ListPage & { after?: ChildPosition | undefined },
  ): Promise<ChildPage> {
    const restrict = (query: Knex.QueryBuilder) => {
      void query.whereNull('nodes.deleted_at')
      if ('ids' in where) void query.whereIn('nodes.id', where.ids)
      else void query.where('nodes.parent_id', where.parentId)
    }
    const page = joined(db)
      .leftJoin('versions', 'versions.id', 'documents.current_version_id')
      .select([...versionColumns])
      .modify(restrict)
      .orderBy([{ column: 'nodes.type', order: 'desc' }, 'nodes.sort_key', 'nodes.id'])
      .limit(first + 1)
      .offset(offset)
    if (after) void page.modify(continueAfter, after)
    const rows = (await page) as (JoinedRow & VersionColumns)[]
    const shown = rows.slice(0, first)
    return {
      nodes: shown.map(toNode),
      versions: shown.flatMap((row) => readVersionColumns(row) ?? []),
      hasNextPage: rows.length > first,
      // Counting a large folder takes longer than reading a page of it: only who asks for it waits.
      totalCount: async () => {
        const [count] = await nodeRows(db).modify(restrict).count<{ count: number }[]>({ count: '*' })
        return count?.count ?? 0
      },
    }
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

function continueAfter(query: Knex.QueryBuilder, { type, sortKey, id }: ChildPosition): void {
  void query.where((rest) => {
    void rest
      .where('nodes.type', '<', type)
      .orWhere((same) => {
        void same.where('nodes.type', type).where('nodes.sort_key', '>', sortKey)
      })
      .orWhere((equal) => {
        void equal.where({ 'nodes.type': type, 'nodes.sort_key': sortKey }).where('nodes.id', '>', id)
      })
  })
}
