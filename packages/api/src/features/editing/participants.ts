import type { Knex } from 'knex'
import { isId } from '../../lib/ids.js'
import { userRepository } from '../auth/index.js'

/** Finds the portal's user behind the user id that a document server reports; undefined for one it made up itself. */
export async function findAuthor(db: Knex, userId: string | undefined): Promise<string | undefined> {
  if (userId === undefined || !isId(userId)) return undefined
  return (await userRepository.find(db, userId))?.id
}
