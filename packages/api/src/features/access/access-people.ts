import type { Knex } from 'knex'
import { userRepository } from '../auth/index.js'
import { grantRepository, type Person } from './grant.repository.js'

/** More people than one portal is made for; beyond that nobody is shown out of open editors at once. */
const maxMembers = 10_000

/** Finds everybody who has a right on one of the nodes, by whatever way; administrators need none. */
export async function listPeopleWithAccess(db: Knex, nodeIds: readonly string[]): Promise<Person[]> {
  const grants = await grantRepository.listAllAbove(db, nodeIds)
  const named = new Set(grants.flatMap(({ memberId }) => memberId ?? []))
  const isForEveryone = grants.some(({ subject }) => subject.type === 'everyone')
  const people = [
    ...(await userRepository.listByIds(db, [...named])),
    ...(isForEveryone ? await userRepository.listMembers(db, maxMembers) : []),
  ]
  return [...new Map(people.map((person) => [person.id, person])).values()]
}
