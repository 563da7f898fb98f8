import type { Knex } from 'knex'
import { readPage, toConnection } from '../../graphql/connection.js'
import type { Clock } from '../../lib/clock.js'
import { isId } from '../../lib/ids.js'
import { PortalError } from '../../lib/portal-error.js'
import { canShare } from '../access/index.js'
import { requireAdministrator, type Actor } from '../auth/index.js'
import type { LibraryService } from '../library/index.js'
import { activityRepository, type ActivityAction, type ActivityFilter } from './activity.repository.js'

const dayMs = 24 * 60 * 60_000
/** With whom something is shared is told only to those who may share it. */
const ofSharing: readonly ActivityAction[] = ['shared', 'unshared', 'link_made', 'link_removed']

export interface ActivityServiceOptions {
  db: Knex
  clock: Clock
  library: LibraryService
  /** After so many days it is forgotten who did what. */
  keepDays: number
}

/** Which part of the list is wanted, as clients send it. */
export interface ActivityPage {
  first: number
  after: string | null
}

export type ActivityService = ReturnType<typeof createActivityService>

/** Tells who did what with documents and folders. */
export function createActivityService({ db, clock, library, keepDays }: ActivityServiceOptions) {
  async function list(filter: ActivityFilter, { first, after }: ActivityPage) {
    const page = readPage(first, after)
    const found = await activityRepository.list(db, filter, page)
    const totalCount = await activityRepository.count(db, filter)
    return toConnection(found, { first: page.first, totalCount, keyOf: () => '' })
  }

  return {
    /** What was done with a document or folder, for whoever may see it. */
    async listOfNode(actor: Actor, nodeId: string, page: ActivityPage) {
      const { node, access, parentAccess } = await library.getWithAccess(actor, nodeId)
      const isCreator = node.createdById === actor.userId
      const mayShare = canShare({ role: access.role, parentRole: parentAccess?.role, isCreator })
      return list({ nodeId: node.id, ...(mayShare ? {} : { exceptActions: ofSharing }) }, page)
    },

    /** What was done in the whole portal, for administrators. */
    async listAll(actor: Actor, filter: ActivityFilter, page: ActivityPage) {
      requireAdministrator(actor)
      for (const field of ['nodeId', 'actorId'] as const) {
        const id = filter[field]
        if (id && !isId(id))
          throw new PortalError('BAD_INPUT', `"${field}" must be an id of the portal.`, {
            details: { field },
          })
      }
      return list(filter, page)
    },

    /** Forgets what was done long ago. */
    prune: () => activityRepository.deleteBefore(db, new Date(clock.now().getTime() - keepDays * dayMs)),
  }
}
