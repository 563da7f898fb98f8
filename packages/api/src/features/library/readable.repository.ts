import type { Knex } from 'knex'
import { readRows } from '../../db/rows.js'
import { decideAccess, type Access } from '../access/index.js'
import type { Actor } from '../auth/index.js'
import type { LibraryNode } from './node.js'
import { toNode, type JoinedRow } from './node.repository.js'

/** A node with what somebody may do with it and with the folder around it. */
export interface NodeWithAccess {
  node: LibraryNode
  access: Access | undefined
  parentAccess: Access | undefined
}

type ReadableRow = JoinedRow & {
  given_role: Access['role'] | null
  given_download: boolean | number | null
  given_distance: number | null
}

const marksOf = (ids: readonly string[]) => ids.map(() => '?').join(', ')

/** Written out, because whatever is asked of the portal begins with it. */
function readableSql(ids: readonly string[], isGuest: boolean): string {
  return `
    WITH RECURSIVE chain (start_id, node_id, distance) AS (
      SELECT id, id, 0 FROM nodes WHERE id IN (${marksOf(ids)})
      UNION ALL
      SELECT chain.start_id, nodes.parent_id, chain.distance + 1
      FROM chain JOIN nodes ON nodes.id = chain.node_id WHERE nodes.parent_id IS NOT NULL
    )
    SELECT nodes.*, documents.file_type, documents.current_version_id, given.role AS given_role,
      given.may_download AS given_download, given.distance AS given_distance
    FROM nodes
    LEFT JOIN documents ON documents.node_id = nodes.id
    LEFT JOIN (
      SELECT chain.start_id, chain.distance, grants.role, grants.may_download
      FROM chain JOIN grants ON grants.node_id = chain.node_id
      WHERE grants.user_id = ?
        OR grants.group_id IN (SELECT group_id FROM group_members WHERE user_id = ?)
        ${isGuest ? '' : "OR grants.subject_type = 'everyone'"}
    ) AS given ON given.start_id = nodes.id
    WHERE nodes.id IN (${marksOf(ids)}) AND nodes.deleted_at IS NULL`
}

/** Reads nodes that are not in the bin together with somebody's rights on them, with one statement. */
export async function listNodesWithAccess(
  db: Knex,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, NodeWithAccess>> {
  if (ids.length === 0) return new Map()
  const bindings = [...ids, actor.userId, actor.userId, ...ids]
  const rows = new Map<string, ReadableRow[]>()
  for (const row of await readRows<ReadableRow>(db, readableSql(ids, actor.isGuest), bindings)) {
    const others = rows.get(row.id)
    if (others) others.push(row)
    else rows.set(row.id, [row])
  }
  return new Map([...rows].map(([id, ofNode]) => [id, toNodeWithAccess(actor, ofNode)]))
}

/** One row for each right on the node or around it; a single one without a right when there is none. */
function toNodeWithAccess({ isAdministrator }: Actor, rows: readonly ReadableRow[]): NodeWithAccess {
  const [first] = rows
  if (!first) throw new Error('A node has at least one row')
  const grants = rows.flatMap(({ given_role: role, given_download, given_distance: distance }) =>
    role === null || distance === null ? [] : [{ role, distance, mayDownload: Boolean(given_download) }],
  )
  const around = grants.filter(({ distance }) => distance > 0)
  return {
    node: toNode(first),
    access: decideAccess(isAdministrator, grants),
    parentAccess: first.parent_id === null ? undefined : decideAccess(isAdministrator, around),
  }
}
