import type { Knex } from 'knex'
import { toPageOf, type Connection, type PageArgs } from '../../graphql/connection.js'
import type { Clock } from '../../lib/clock.js'
import type { Logger } from '../../lib/logger.js'
import { canRead, grantRepository, listRoles } from '../access/index.js'
import type { Actor } from '../auth/index.js'
import {
  partsOf,
  rootFolderId,
  treeRepository,
  type LibraryNode,
  type LibraryService,
} from '../library/index.js'
import { collectionRepository, type Collection } from './collection.repository.js'
import { createOpenings } from './openings.js'

const keptRecent = 100

export interface CollectionsServiceOptions {
  db: Knex
  clock: Clock
  log: Logger
  library: LibraryService
}

/** What somebody marked, opened last, or was given: lists that go across folders. */
export function createCollectionsService({ db, clock, log, library }: CollectionsServiceOptions) {
  const openings = createOpenings({ db, clock, log })

  /** What was marked or opened once may be out of reach now. */
  async function listReadable(actor: Actor, ids: readonly string[]): Promise<LibraryNode[]> {
    const readable: string[] = []
    for (const part of partsOf(ids)) {
      const roles = await listRoles(db, actor, part)
      readable.push(...part.filter((id) => canRead(roles.get(id))))
    }
    return treeRepository.listNodes(db, readable)
  }

  return {
    async list(actor: Actor, collection: Collection, page: PageArgs): Promise<Connection<LibraryNode>> {
      if (collection === 'recent') await openings.flush()
      // Here and not when a document opens, which has to be quick.
      if (collection === 'recent') await collectionRepository.keepNewest(db, actor.userId, keptRecent)
      const ids = await collectionRepository.list(db, collection, actor.userId)
      return toPageOf(await listReadable(actor, ids), page)
    },

    /** What others gave somebody a right on, in person, by a group or by a link; the newest first. */
    async listShared(actor: Actor, page: PageArgs): Promise<Connection<LibraryNode>> {
      const person = { id: actor.userId, isGuest: actor.isGuest }
      const ids = await grantRepository.listNodeIds(db, person)
      const nodes = await listReadable(
        actor,
        ids.filter((id) => id !== rootFolderId),
      )
      const others = nodes.filter(({ createdById }) => createdById !== actor.userId)
      others.sort((left, right) => right.updatedAt.getTime() - left.updatedAt.getTime())
      return toPageOf(others, page)
    },

    async setFavourite(
      actor: Actor,
      { nodeId, isFavourite }: { nodeId: string; isFavourite: boolean },
    ): Promise<LibraryNode> {
      const node = await library.getNode(actor, nodeId)
      const entry = { userId: actor.userId, nodeId: node.id, at: clock.now() }
      if (isFavourite) await collectionRepository.put(db, 'favourites', entry)
      else await collectionRepository.remove(db, 'favourites', actor.userId, node.id)
      return node
    },

    openings,
  }
}
export type CollectionsService = ReturnType<typeof createCollectionsService>
