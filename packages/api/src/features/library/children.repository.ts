import type { Knex } from 'knex'
import type { Binding } from '../../db/reader.js'
import { readRows } from '../../db/rows.js'
import { sortKey } from '../../lib/names.js'
import { decideRole, type Person, type Role } from '../access/index.js'
import type { ListPage } from './list-page.js'
import type { LibraryNode } from './node.js'
import { toNode, type JoinedRow } from './node.repository.js'
import { readVersionColumns, versionColumns, type VersionColumns } from './version-columns.js'
import type { VersionSummary } from './version.repository.js'

/** Where a page of children goes on. */
export interface ChildPosition {
  type: LibraryNode['type']
  sortKey: string
  id: string
}

/** What is in a folder; or these, wherever they are. */
type ChildPlace = { parentId: string } | { ids: readonly string[] }

export type WantedPage = ListPage & { after?: ChildPosition | undefined }

/** Somebody who looks into a folder, and what they may do with it. */
interface Viewer extends Person {
  role: Role | undefined
}

export interface ChildPage {
  nodes: LibraryNode[]
  /** The current versions of the documents among them, read along with one statement. */
  versions: VersionSummary[]
  /** What somebody may do with each. */
  roles: Map<string, Role>
  hasNextPage: boolean
  totalCount: () => Promise<number>
}

type ChildRow = JoinedRow & VersionColumns & { own_role: Role | null }

/** Tells where in the listing of its folder a node stands. */
export function positionOf({ type, name, id }: LibraryNode): ChildPosition {
  return { type, sortKey: sortKey(name), id }
}

/** Folders first, then documents, by name: nodes, versions and what somebody may do with them by one statement. */
export async function listChildren(
  db: Knex,
  viewer: Viewer,
  place: ChildPlace,
  page: WantedPage,
): Promise<ChildPage> {
  const wanted = toStatement(viewer, place, page)
  // A row for each right that is given on a node itself; the others have a single one.
  const rows = new Map<string, ChildRow[]>()
  for (const row of await readRows<ChildRow>(db, wanted.sql, wanted.bindings)) {
    const others = rows.get(row.id)
    if (others) others.push(row)
    else rows.set(row.id, [row])
  }
  const found: ChildPage = {
    nodes: [],
    versions: [],
    roles: new Map(),
    hasNextPage: rows.size > page.first,
    totalCount: () => count(db, place),
  }
  for (const [id, ofNode] of [...rows].slice(0, page.first)) addChild(found, id, ofNode, viewer)
  return found
}

function addChild(page: ChildPage, id: string, rows: readonly ChildRow[], viewer: Viewer): void {
  const [row] = rows
  if (!row) return
  page.nodes.push(toNode(row))
  const version = readVersionColumns(row)
  if (version) page.versions.push(version)
  const own = rows.flatMap(({ own_role: role }) => (role === null ? [] : [{ role, distance: 0 }]))
  // The nearest right decides: one on the node itself before all that hold for its folder.
  const role = decideRole(viewer.isAdministrator, own) ?? viewer.role
  if (role) page.roles.set(id, role)
}

function restrictTo(place: ChildPlace): { sql: string; bindings: Binding[] } {
  if ('parentId' in place) return { sql: 'nodes.parent_id = ?', bindings: [place.parentId] }
  return { sql: `nodes.id IN (${place.ids.map(() => '?').join(', ') || 'NULL'})`, bindings: [...place.ids] }
}

const order = 'nodes.type DESC, nodes.sort_key, nodes.id'
const selected = [
  ...['nodes.id', 'nodes.type', 'nodes.parent_id', 'nodes.name', 'nodes.created_by', 'nodes.created_at'],
  ...['nodes.updated_at', 'documents.file_type', 'documents.current_version_id', ...versionColumns],
].join(', ')
const goesOn = `AND (nodes.type < ? OR (nodes.type = ? AND nodes.sort_key > ?)
  OR (nodes.type = ? AND nodes.sort_key = ? AND nodes.id > ?))`

/** Written out, because looking into folders is what people do most. */
function toStatement(viewer: Viewer, place: ChildPlace, { first, offset, after }: WantedPage) {
  const within = restrictTo(place)
  const sql = `
    SELECT ${selected}, own.role AS own_role
    FROM (
      SELECT nodes.* FROM nodes WHERE nodes.deleted_at IS NULL AND ${within.sql} ${after ? goesOn : ''}
      ORDER BY ${order} LIMIT ? OFFSET ?
    ) AS nodes
    LEFT JOIN documents ON documents.node_id = nodes.id
    LEFT JOIN versions ON versions.id = documents.current_version_id
    LEFT JOIN grants AS own ON own.node_id = nodes.id AND (
      own.user_id = ? OR own.group_id IN (SELECT group_id FROM group_members WHERE user_id = ?)
      ${viewer.isGuest ? '' : "OR own.subject_type = 'everyone'"}
    )
    ORDER BY ${order}`
  const position = after ? [after.type, after.type, after.sortKey, after.type, after.sortKey, after.id] : []
  return { sql, bindings: [...within.bindings, ...position, first + 1, offset, viewer.id, viewer.id] }
}

/** Counting a large folder takes longer than reading a page of it: only who asks for it waits. */
async function count(db: Knex, place: ChildPlace): Promise<number> {
  const within = restrictTo(place)
  const sql = `SELECT count(*) AS total FROM nodes WHERE nodes.deleted_at IS NULL AND ${within.sql}`
  const [row] = await readRows<{ total: number }>(db, sql, within.bindings)
  return row?.total ?? 0
}
