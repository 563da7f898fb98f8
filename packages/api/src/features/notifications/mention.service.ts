import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { PortalError } from '../../lib/portal-error.js'
import { createRateLimit } from '../../lib/rate-limit.js'
import { canRead, findRole, isAtLeast, listRolesOfPeople } from '../access/index.js'
import { userRepository, type Actor, type User } from '../auth/index.js'
import type { DocumentNode, LibraryService } from '../library/index.js'
import { notify } from './notify.js'

const maxMentioned = 50
const maxMessageLength = 1_000
const maxPlaceLength = 1_000
const candidateLimit = 20
const windowMs = 10 * 60_000

export interface Mention {
  documentId: string
  emails: readonly string[]
  message: string
  /** Where in the document, as the editor's `actionLink` in JSON. */
  place?: string | null
}

export interface MentionServiceOptions {
  db: Knex
  clock: Clock
  library: LibraryService
}

/** People who are mentioned in comments. */
export function createMentionService({ db, clock, library }: MentionServiceOptions) {
  const mentions = createRateLimit({ clock, limit: 60, windowMs })

  async function getCommentable(actor: Actor, documentId: string): Promise<DocumentNode> {
    const document = await library.getDocument(actor, documentId)
    if (!isAtLeast(await findRole(db, actor, document.id), 'commenter'))
      throw new PortalError('FORBIDDEN', 'You may not comment on this document. Ask its owner.')
    return document
  }

  async function keepReaders(people: readonly User[], nodeId: string): Promise<User[]> {
    const roles = (await listRolesOfPeople(db, people, [nodeId])).get(nodeId)
    return people.filter(({ id, deactivatedAt }) => !deactivatedAt && canRead(roles?.get(id)))
  }

  return {
    /** People who can be mentioned: those with an address who may read the document. */
    async findCandidates(actor: Actor, { documentId, search }: { documentId: string; search: string }) {
      const document = await getCommentable(actor, documentId)
      if (actor.isGuest) return []
      return keepReaders(await userRepository.search(db, search, candidateLimit), document.id)
    },

    /** Tells people that they were mentioned; gives the addresses of those who were not told. */
    async mention(actor: Actor, { documentId, emails, message, place }: Mention): Promise<string[]> {
      const document = await getCommentable(actor, documentId)
      const wanted = [...new Set(emails)]
      if (wanted.length > maxMentioned)
        throw new PortalError('BAD_INPUT', `At most ${maxMentioned} people can be mentioned at once.`, {
          details: { field: 'emails' },
        })
      mentions.take(actor.userId)
      const found = await Promise.all(wanted.map((email) => userRepository.findByEmail(db, email)))
      const told = await keepReaders(
        found.filter((user) => user !== undefined),
        document.id,
      )
      await notify(db, {
        kind: 'mention',
        userIds: told.map(({ id }) => id),
        actorId: actor.userId,
        node: document,
        detail: message.trim().slice(0, maxMessageLength),
        // A part of one would lead nowhere.
        place: place && place.length <= maxPlaceLength ? place : undefined,
        at: clock.now(),
      })
      const toldIds = new Set(told.map(({ id }) => id))
      return wanted.filter((_, index) => !toldIds.has(found[index]?.id ?? ''))
    },
  }
}
export type MentionService = ReturnType<typeof createMentionService>
