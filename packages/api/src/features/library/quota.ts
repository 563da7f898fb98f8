import type { Knex } from 'knex'
import { PortalError } from '../../lib/portal-error.js'

/** Whose room something takes. */
export type QuotaScope = 'person' | 'space'

/** How much room is taken, and how much may be; undefined without a limit. */
export interface Room {
  scope: QuotaScope
  usedBytes: number
  quotaBytes: number | undefined
}

/** What new bytes count for: the person who owns the document, and the space that it is in. */
export interface RoomOwner {
  userId: string | null
  folderId: string
}

/** Knows how much room there is. */
export interface Quotas {
  /** Lets others wait who fill the same room, until the transaction ends. Comes before all other locks. */
  hold(trx: Knex, owner: RoomOwner): Promise<void>
  /** The limits that apply; those without a limit are left out. */
  listRooms(db: Knex, owner: RoomOwner): Promise<Room[]>
}

/** Says that something does not fit any more: QUOTA_EXCEEDED. */
export function quotaExceeded({ scope, usedBytes, quotaBytes = 0 }: Room): PortalError {
  const whose = scope === 'person' ? 'The owner of this document has' : 'This space has'
  return new PortalError(
    'QUOTA_EXCEEDED',
    `${whose} no room left for this. Delete something for ever, or ask an administrator for more room.`,
    { details: { scope, usedBytes, quotaBytes } },
  )
}

/** Refuses bytes that do not fit. */
export function refuseOverQuota(rooms: readonly Room[], addedBytes: number): void {
  for (const room of rooms)
    if (room.quotaBytes !== undefined && room.usedBytes + addedBytes > room.quotaBytes)
      throw quotaExceeded(room)
}

/** Refuses bytes that do not fit, in the transaction that stores them: of several at the same time the last is too much. */
export async function admit(quotas: Quotas, trx: Knex, owner: RoomOwner, addedBytes: number): Promise<void> {
  await quotas.hold(trx, owner)
  refuseOverQuota(await quotas.listRooms(trx, owner), addedBytes)
}

/** The most that may come in, and what to say of more. */
export function roomLeft(rooms: readonly Room[]): { bytes: number; tightest: Room | undefined } {
  let tightest: Room | undefined
  let bytes = Number.POSITIVE_INFINITY
  for (const room of rooms) {
    const left = Math.max(0, (room.quotaBytes ?? Number.POSITIVE_INFINITY) - room.usedBytes)
    if (left < bytes) [bytes, tightest] = [left, room]
  }
  return { bytes, tightest }
}
