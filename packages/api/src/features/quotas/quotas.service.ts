import type { Knex } from 'knex'
import { readPage, toConnection, type Connection, type PageArgs } from '../../graphql/connection.js'
import { isId } from '../../lib/ids.js'
import { sortKey } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import { requireAdministrator, type Actor } from '../auth/index.js'
import { notFound, type LibraryService, type Quotas, type Room, type RoomOwner } from '../library/index.js'
import { quotaRepository, type Usage } from './quota.repository.js'

/** The limits that hold where an administrator set no other; undefined means none. */
export interface DefaultQuotas {
  personBytes: number | undefined
  spaceBytes: number | undefined
}

/** Room taken and room given, of a person or a space. */
export interface Storage {
  id: string
  name: string
  usedBytes: number
  /** Null without a limit. */
  quotaBytes: number | null
  isOwnQuota: boolean
}

/** Looks up how much room there is, for whoever stores something. */
export function createQuotas(defaults: DefaultQuotas): Quotas {
  async function roomOfPerson(db: Knex, userId: string): Promise<Room | undefined> {
    const quotaBytes = (await quotaRepository.findOwnQuota(db, userId)) ?? defaults.personBytes
    // Adding up all that somebody has is worth its time only when there is a limit.
    if (quotaBytes === undefined) return undefined
    return { scope: 'person', usedBytes: await quotaRepository.sizeOf(db, userId), quotaBytes }
  }

  async function roomOfSpace(db: Knex, folderId: string): Promise<Room | undefined> {
    const space = await quotaRepository.findSpaceAround(db, folderId)
    const quotaBytes = space && (space.quota ?? defaults.spaceBytes)
    if (!space || quotaBytes === undefined) return undefined
    return { scope: 'space', usedBytes: await quotaRepository.sizeBelow(db, space.id), quotaBytes }
  }

  return {
    hold: (trx, owner) => quotaRepository.hold(trx, owner),

    async listRooms(db: Knex, { userId, folderId }: RoomOwner): Promise<Room[]> {
      const rooms = [userId ? await roomOfPerson(db, userId) : undefined, await roomOfSpace(db, folderId)]
      return rooms.flatMap((room) => (room?.quotaBytes === undefined ? [] : [room]))
    },
  }
}

export interface StorageServiceOptions {
  db: Knex
  library: LibraryService
  defaults: DefaultQuotas
}

/** Tells people how much room is taken, and lets administrators give more or less. */
export function createStorageService({ db, library, defaults }: StorageServiceOptions) {
  const toStorage = ({ ownQuotaBytes, ...usage }: Usage, usual: number | undefined): Storage => ({
    ...usage,
    quotaBytes: ownQuotaBytes ?? usual ?? null,
    isOwnQuota: ownQuotaBytes !== null,
  })
  const ofPerson = (usage: Usage) => toStorage(usage, defaults.personBytes)
  const ofSpace = (usage: Usage) => toStorage(usage, defaults.spaceBytes)

  return {
    /** One's own. */
    async mine(actor: Actor): Promise<Storage> {
      const usage = await quotaRepository.findPerson(db, actor.userId)
      if (!usage) throw notFound()
      return ofPerson(usage)
    },

    /** Of a space, for its members; undefined for any other folder. */
    async ofFolder(actor: Actor, folderId: string): Promise<Storage | undefined> {
      await library.getFolder(actor, folderId)
      const usage = await quotaRepository.findSpace(db, folderId)
      return usage && ofSpace(usage)
    },

    /** By name. */
    async listPeople(actor: Actor, { first, after }: PageArgs): Promise<Connection<Storage>> {
      requireAdministrator(actor)
      const found = await quotaRepository.listPeople(db, readPage(first, after))
      const totalCount = await quotaRepository.countPeople(db)
      return toConnection(found.map(ofPerson), { first, totalCount, keyOf: ({ name }) => name })
    },

    /** By name. */
    async listSpaces(actor: Actor, { first, after }: PageArgs): Promise<Connection<Storage>> {
      requireAdministrator(actor)
      const found = await quotaRepository.listSpaces(db, readPage(first, after))
      const totalCount = await quotaRepository.countSpaces(db)
      return toConnection(found.map(ofSpace), { first, totalCount, keyOf: ({ name }) => sortKey(name) })
    },

    /** Sets the limit of a person or a space; null takes it back to what is usual. */
    async set(actor: Actor, { id, quotaBytes }: { id: string; quotaBytes: number | null }): Promise<void> {
      requireAdministrator(actor)
      if (quotaBytes !== null && (!Number.isSafeInteger(quotaBytes) || quotaBytes < 0))
        throw new PortalError('BAD_INPUT', '"quotaBytes" must be a whole number from 0 on, or null.', {
          details: { field: 'quotaBytes' },
        })
      if (!isId(id) || !(await quotaRepository.set(db, id, quotaBytes))) throw notFound()
    },
  }
}
export type StorageService = ReturnType<typeof createStorageService>
