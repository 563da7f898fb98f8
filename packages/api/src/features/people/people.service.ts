import type { Knex } from 'knex'
import { readPage, toConnection } from '../../graphql/connection.js'
import type { Clock } from '../../lib/clock.js'
import { createId, isId } from '../../lib/ids.js'
import { cleanName, nameKey } from '../../lib/names.js'
import { PortalError } from '../../lib/portal-error.js'
import {
  getEmail,
  refuseTakenEmail,
  requireAdministrator,
  sessionRepository,
  userRepository,
  type Actor,
  type PasswordLink,
  type PasswordLinkService,
  type User,
} from '../auth/index.js'
import type { SiteRole } from './people.model.js'
import { personRepository, type Person } from './person.repository.js'

export interface InvitePerson {
  email: string
  name?: string | null
  siteRole: SiteRole
}

export interface UpdatePerson {
  id: string
  name?: string | null
  siteRole?: SiteRole | null
  isActive?: boolean | null
}

export interface ListPeople {
  search?: string | null
  first: number
  after: string | null
}

export interface PeopleServiceOptions {
  db: Knex
  clock: Clock
  passwordLinks: PasswordLinkService
  /** Takes somebody who may not come in any more out of all open editors. */
  onShutOut: (userId: string) => Promise<void>
}

export type PeopleService = ReturnType<typeof createPeopleService>

/** What administrators do with people: list, invite, change, deactivate, help out with a link. */
export function createPeopleService({ db, clock, passwordLinks, onShutOut }: PeopleServiceOptions) {
  async function getUser(id: string): Promise<User> {
    const user = isId(id) ? await userRepository.find(db, id) : undefined
    if (!user) throw new PortalError('NOT_FOUND', 'There is no such person. Reload the list of people.')
    return user
  }

  async function getPerson(id: string): Promise<Person> {
    const person = await personRepository.find(db, id)
    if (!person) throw new Error(`The person ${id} is gone.`)
    return person
  }

  async function insert({ email, name, siteRole }: InvitePerson): Promise<User> {
    const address = getEmail(email)
    const values = {
      id: createId(),
      name: cleanName(name?.trim() ? name : (address.split('@')[0] ?? address)),
      email: address,
      passwordHash: null,
      language: null,
      createdAt: clock.now(),
      ...flagsOf(siteRole),
    }
    return refuseTakenEmail(() => userRepository.insert(db, values))
  }

  return {
    async list(actor: Actor, { search, first, after }: ListPeople) {
      requireAdministrator(actor)
      const filter = { search: search ?? undefined }
      const page = readPage(first, after)
      const rows = await personRepository.list(db, filter, page)
      const totalCount = await personRepository.count(db, filter)
      return toConnection(rows, { first, totalCount, keyOf: ({ name }) => nameKey(name) })
    },

    /** Makes an account without a password, and the link with which its person chooses one. */
    async invite(
      actor: Actor,
      input: InvitePerson,
      baseUrl: string,
    ): Promise<PasswordLink & { person: Person }> {
      requireAdministrator(actor)
      const user = await insert(input)
      // Nothing is known of the person's language yet: the mail is in that of whoever invites.
      const link = await passwordLinks.create({ ...user, language: actor.language }, 'invitation', baseUrl)
      return { ...link, person: await getPerson(user.id) }
    },

    /** Makes a new link for somebody who forgot the password, or lost the invitation. */
    async createPasswordLink(
      actor: Actor,
      id: string,
      baseUrl: string,
    ): Promise<PasswordLink & { person: Person }> {
      requireAdministrator(actor)
      const user = await getUser(id)
      if (user.email === null || user.deactivatedAt)
        throw new PortalError(
          'BAD_INPUT',
          'Only people who have an e-mail address and are active can choose a password.',
          { details: { field: 'id' } },
        )
      const link = await passwordLinks.create(user, user.passwordHash ? 'reset' : 'invitation', baseUrl)
      return { ...link, person: await getPerson(user.id) }
    },

    async update(actor: Actor, { id, name, siteRole, isActive }: UpdatePerson): Promise<Person> {
      requireAdministrator(actor)
      const user = await getUser(id)
      const now = clock.now()
      const changed: User = {
        ...user,
        ...(siteRole ? flagsOf(siteRole) : {}),
        name: name?.trim() ? cleanName(name) : user.name,
        deactivatedAt:
          isActive === false ? (user.deactivatedAt ?? now) : isActive ? null : user.deactivatedAt,
        updatedAt: now,
      }
      await db.transaction(async (trx) => {
        await userRepository.update(trx, changed)
        if (changed.deactivatedAt) await sessionRepository.deleteOfUser(trx, user.id)
        // Nobody could undo that: the transaction is given up.
        if ((await userRepository.countAdministrators(trx)) === 0) throw lastAdministrator()
      })
      if (changed.deactivatedAt && !user.deactivatedAt) await onShutOut(user.id)
      return getPerson(user.id)
    },

    async signOut(actor: Actor, id: string): Promise<void> {
      requireAdministrator(actor)
      await sessionRepository.deleteOfUser(db, (await getUser(id)).id)
    },
  }
}

function flagsOf(siteRole: SiteRole): { isAdministrator: boolean; isGuest: boolean } {
  return { isAdministrator: siteRole === 'administrator', isGuest: siteRole === 'guest' }
}

function lastAdministrator(): PortalError {
  return new PortalError(
    'LAST_ADMINISTRATOR',
    'This is the last administrator who can come in. Make somebody else an administrator first.',
  )
}
