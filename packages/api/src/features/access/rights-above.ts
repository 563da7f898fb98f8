import type { Knex } from 'knex'
import { readRows } from '../../db/rows.js'
import type { GrantAbove } from './access.policy.js'
import type { Person } from './grant.repository.js'

type Right = GrantAbove & { mayDownload: boolean }

interface RightRow {
  node_id: string
  role: GrantAbove['role']
  may_download: boolean | number
  distance: number
}

/** Written out, because every list asks for it. The way up is gone once for all nodes of a folder. */
function rightsSql(count: number, isGuest: boolean): string {
  const mine = `(grants.user_id = ? OR grants.group_id IN (SELECT group_id FROM group_members WHERE user_id = ?)
    ${isGuest ? '' : "OR grants.subject_type = 'everyone'"})`
  return `
    WITH RECURSIVE starts AS (
      SELECT id, parent_id FROM nodes WHERE id IN (${Array.from({ length: count }, () => '?').join(', ')})
    ), chain (start_id, node_id, distance) AS (
      SELECT DISTINCT parent_id, parent_id, 1 FROM starts WHERE parent_id IS NOT NULL
      UNION ALL
      SELECT chain.start_id, nodes.parent_id, chain.distance + 1
      FROM chain JOIN nodes ON nodes.id = chain.node_id WHERE nodes.parent_id IS NOT NULL
    ), around AS (
      SELECT chain.start_id, chain.distance, grants.role, grants.may_download
      FROM chain JOIN grants ON grants.node_id = chain.node_id WHERE ${mine}
    )
    SELECT starts.id AS node_id, grants.role, grants.may_download, 0 AS distance
    FROM starts JOIN grants ON grants.node_id = starts.id WHERE ${mine}
    UNION ALL
    SELECT starts.id, around.role, around.may_download, around.distance
    FROM starts JOIN around ON around.start_id = starts.parent_id`
}

/** What a person may do by rights on the nodes and on the folders around them, with one statement. */
export async function listRightsAbove(
  db: Knex,
  { id, isGuest }: Omit<Person, 'isAdministrator'>,
  nodeIds: readonly string[],
): Promise<Map<string, Right[]>> {
  const rights = new Map<string, Right[]>()
  if (nodeIds.length === 0) return rights
  const rows = await readRows<RightRow>(db, rightsSql(nodeIds.length, isGuest), [...nodeIds, id, id, id, id])
  for (const { node_id, role, may_download, distance } of rows) {
    const right = { role, distance, mayDownload: Boolean(may_download) }
    const others = rights.get(node_id)
    if (others) others.push(right)
    else rights.set(node_id, [right])
  }
  return rights
}
