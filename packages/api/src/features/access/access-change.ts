import type { Knex } from 'knex'
import { listRolesOfPeople } from './access.service.js'
import type { Person } from './grant.repository.js'
import { isAtLeast } from './role.js'

/** The editors that are open now. */
export interface OpenEditors {
  /** Documents below these nodes that somebody may have open. */
  listOpenDocuments(nodeIds: readonly string[]): Promise<string[]>
  dropFrom(drops: readonly { documentId: string; userIds: readonly string[] }[]): Promise<void>
}

/** Nodes and people whose rights are about to change. */
export interface AccessScope {
  nodeIds: readonly string[]
  /** Asked for only when somebody has one of the documents open. */
  people: readonly Person[] | (() => Promise<readonly Person[]>)
}

export type ChangeAccess = <T>(scope: AccessScope, change: () => Promise<T>) => Promise<T>

/** Makes a function that changes rights, and then takes whoever has less than before out of open editors. */
export function createChangeAccess({ db, editors }: { db: Knex; editors: OpenEditors }): ChangeAccess {
  return async ({ nodeIds, people }, change) => {
    const documentIds = await editors.listOpenDocuments(nodeIds)
    const affected = documentIds.length === 0 ? [] : typeof people === 'function' ? await people() : people
    if (affected.length === 0) return change()
    const before = await listRolesOfPeople(db, affected, documentIds)
    const result = await change()
    const after = await listRolesOfPeople(db, affected, documentIds)
    const drops = documentIds.map((documentId) => {
      const had = [...(before.get(documentId) ?? [])]
      const lost = had.filter(([userId, role]) => !isAtLeast(after.get(documentId)?.get(userId), role))
      return { documentId, userIds: lost.map(([userId]) => userId) }
    })
    await editors.dropFrom(drops.filter(({ userIds }) => userIds.length > 0))
    return result
  }
}
