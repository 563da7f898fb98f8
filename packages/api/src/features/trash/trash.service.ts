import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { readPage, toConnection, type Connection, type PageArgs } from '../../graphql/connection.js'
import { isId } from '../../lib/ids.js'
import { PortalError } from '../../lib/portal-error.js'
import type { BlobStore } from '../../storage/blob-store.js'
import { recordActivity } from '../activity/index.js'
import { canDelete } from '../access/index.js'
import { userRepository, type Actor } from '../auth/index.js'
import {
  findFreeName,
  findNodeRoles,
  getAllDeletable,
  lockTree,
  notFound,
  treeRepository,
  type LibraryNode,
} from '../library/index.js'
import { listEdited, type EditedDocument } from './edited-documents.js'
import { trashRepository, type TrashEntry } from './trash.repository.js'

const dayMs = 24 * 60 * 60_000

export interface TrashServiceOptions {
  db: Knex
  clock: Clock
  blobs: BlobStore
  retentionDays: number
  /** Lets people go whose document was deleted; their last state is saved when they are gone. */
  letGo: (documents: readonly EditedDocument[]) => Promise<void>
}

export interface DeleteNodes {
  ids: readonly string[]
  /** Delete also what people have open for editing. */
  evenIfEdited?: boolean | null
}

/** The bin: what is deleted stays there for a while, and can be had back. */
export function createTrashService({ db, clock, blobs, retentionDays, letGo }: TrashServiceOptions) {
  async function getEntries(actor: Actor, ids: readonly string[]): Promise<TrashEntry[]> {
    const entries = await trashRepository.listByIds(db, ids.filter(isId))
    if (entries.length < new Set(ids).size) throw notFound()
    for (const entry of entries) if (!(await mayDecide(actor, entry))) throw notFound()
    return entries
  }

  const mayDecide = async (actor: Actor, { id, parentId, createdById }: TrashEntry) =>
    canDelete(await findNodeRoles(db, actor, { id, parentId, createdById }))

  const record = (
    trx: Knex,
    actor: Actor,
    action: 'deleted' | 'restored' | 'deleted_forever',
    nodeId: string,
  ) => recordActivity(trx, { action, actorId: actor.userId, nodeId, at: clock.now() })

  /** Without an actor it happens by itself, which is not written down: it was when they were put in the bin. */
  async function purge(ids: readonly string[], actor?: Actor): Promise<void> {
    for (const id of ids)
      await db.transaction(async (trx) => {
        await lockTree(trx, 'alone')
        if (actor) await record(trx, actor, 'deleted_forever', id)
        await trashRepository.purge(trx, id)
      })
  }

  return {
    retentionDays,

    /** Puts documents and folders with all in them in the bin; asks first when one is being edited. */
    async delete(actor: Actor, { ids, evenIfEdited }: DeleteNodes): Promise<void> {
      const refusal = 'Only the owner can delete this. Ask the owner to do it.'
      const nodes = await getAllDeletable(db, actor, ids, refusal)
      const edited = await listEdited(db, nodes)
      if (edited.length > 0 && !evenIfEdited) throw await beingEdited(db, edited)
      await db.transaction(async (trx) => {
        await lockTree(trx, 'alone')
        for (const { id } of nodes) {
          await trashRepository.put(trx, id, { userId: actor.userId, at: clock.now() })
          await record(trx, actor, 'deleted', id)
        }
      })
      await letGo(edited)
    },

    /** What somebody may have back; administrators see everything. */
    async list(actor: Actor, { first, after }: PageArgs): Promise<Connection<TrashEntry>> {
      const userId = ownerOf(actor)
      const found = await trashRepository.list(db, userId, readPage(first, after))
      const totalCount = await trashRepository.count(db, userId)
      return toConnection(found, { first, totalCount, keyOf: placeOf })
    },

    /** Brings things back to where they were, or to the nearest folder around that is still there. */
    async restore(actor: Actor, ids: readonly string[]): Promise<LibraryNode[]> {
      const entries = await getEntries(actor, ids)
      await db.transaction(async (trx) => {
        await lockTree(trx, 'alone')
        for (const entry of entries) {
          const parentId = await trashRepository.findLivingFolder(trx, entry.parentId)
          const name = await findFreeName(trx, parentId, entry)
          await trashRepository.restore(trx, entry.id, { parentId, name })
          await record(trx, actor, 'restored', entry.id)
        }
      })
      return treeRepository.listNodes(db, ids)
    },

    /** Deletes things of the bin for ever. */
    async deleteForever(actor: Actor, ids: readonly string[]): Promise<void> {
      await purge(
        (await getEntries(actor, ids)).map(({ id }) => id),
        actor,
      )
    },

    /** Deletes for ever all in the bin about which somebody may decide; tells how much that was. */
    async empty(actor: Actor): Promise<number> {
      let count = 0
      let last: TrashEntry | undefined
      for (;;) {
        const after = last && ([placeOf(last), last.id] as const)
        const entries = await trashRepository.list(db, ownerOf(actor), { first: 200, after })
        if (entries.length === 0) return count
        for (const entry of entries)
          if (await mayDecide(actor, entry)) {
            await purge([entry.id], actor)
            count++
          }
        last = entries.at(-1)
      }
    },

    /** Deletes what has been in the bin for too long, and then the stored files that nothing needs any more. */
    async clean(): Promise<void> {
      const before = new Date(clock.now().getTime() - retentionDays * dayMs)
      await purge(await trashRepository.listExpired(db, before))
      const unusedSince = new Date(clock.now().getTime() - dayMs)
      for (const sha256 of await trashRepository.listUnusedBlobs(db, unusedSince)) {
        // The database refuses when something began to point at it just now.
        const isForgotten = await db('blobs')
          .where({ sha256 })
          .delete()
          .catch(() => 0)
        if (isForgotten > 0) await blobs.remove(sha256, { unusedSince })
      }
    },
  }
}
export type TrashService = ReturnType<typeof createTrashService>

const ownerOf = (actor: Actor) => (actor.isAdministrator ? undefined : actor.userId)
const placeOf = ({ deletedAt }: TrashEntry) => String(deletedAt.getTime())

async function beingEdited(db: Knex, edited: readonly EditedDocument[]): Promise<PortalError> {
  const users = await userRepository.listByIds(db, [...new Set(edited.flatMap(({ userIds }) => userIds))])
  const names = edited.map(({ name }) => name)
  const people = users.map(({ name }) => name)
  return new PortalError(
    'BEING_EDITED',
    `"${names.join('", "')}" is being edited by ${people.join(', ')}. Ask them to close it, or delete it all the same: what they wrote is saved first.`,
    { details: { names, people } },
  )
}
