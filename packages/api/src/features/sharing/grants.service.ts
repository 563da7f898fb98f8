import type { Knex } from 'knex'
import type { Clock } from '../../lib/clock.js'
import { isId } from '../../lib/ids.js'
import { PortalError } from '../../lib/portal-error.js'
import {
  canGrant,
  canShare,
  decideAccess,
  findRole,
  grantRepository,
  listRolesOfPeople,
  type ChangeAccess,
  type Grant,
  type Person,
  type Role,
  type Subject,
} from '../access/index.js'
import { recordActivity } from '../activity/index.js'
import { userRepository, type Actor } from '../auth/index.js'
import { groupRepository } from '../groups/index.js'
import { notify } from '../notifications/index.js'
import { findNodeRoles, type LibraryNode, type LibraryService } from '../library/index.js'

/** How many people a right of everyone is followed to, when it is taken away. */
const maxMembers = 5_000
const candidateLimit = 20

export interface SetGrant {
  nodeId: string
  userId?: string | null
  groupId?: string | null
  everyone?: boolean | null
  role: Role
}

export interface GrantsServiceOptions {
  db: Knex
  clock: Clock
  library: LibraryService
  changeAccess: ChangeAccess
}

export type GrantsService = ReturnType<typeof createGrantsService>

/** Finds a node that somebody may share, or refuses. */
export async function getShareable(db: Knex, library: LibraryService, actor: Actor, nodeId: string) {
  const node = await library.getNode(actor, nodeId)
  if (!canShare(await findNodeRoles(db, actor, node)))
    throw new PortalError('FORBIDDEN', 'Only the owner can share this. Ask the owner to invite people.')
  return node
}

/** Rights of people, groups and everyone on folders and documents. */
export function createGrantsService({ db, clock, library, changeAccess }: GrantsServiceOptions) {
  async function listPeople(subject: Subject): Promise<Person[]> {
    if (subject.type === 'everyone') return userRepository.listMembers(db, maxMembers)
    if (subject.type === 'user') return userRepository.listByIds(db, [subject.id])
    const members = await groupRepository.listMemberIds(db, [subject.id])
    return userRepository.listByIds(db, members.get(subject.id) ?? [])
  }

  async function readSubject({ userId, groupId, everyone }: SetGrant): Promise<Subject> {
    if ([userId, groupId, everyone].filter(Boolean).length !== 1)
      throw new PortalError('BAD_INPUT', 'Name one of "userId", "groupId" and "everyone".', {
        details: { field: 'userId' },
      })
    if (everyone) return { type: 'everyone' }
    const id = userId ?? groupId ?? ''
    const user = userId && isId(id) ? await userRepository.find(db, id) : undefined
    if (user && !user.deactivatedAt) return { type: 'user', id }
    if (groupId && isId(id) && (await groupRepository.find(db, id))) return { type: 'group', id }
    throw new PortalError('NOT_FOUND', 'There is no such person or group any more. Choose another one.')
  }

  async function record(trx: Knex, actor: Actor, action: 'shared' | 'unshared', grant: Grant): Promise<void> {
    const { nodeId, subject, role } = grant
    const found =
      subject.type === 'user'
        ? await userRepository.find(trx, subject.id)
        : subject.type === 'group'
          ? await groupRepository.find(trx, subject.id)
          : undefined
    const deed = { action, actorId: actor.userId, nodeId, subject: found?.name ?? null, role }
    await recordActivity(trx, { ...deed, at: clock.now() })
  }

  async function refuseMore(actor: Actor, node: LibraryNode, subject: Subject, role: Role): Promise<void> {
    const isTooMuch = subject.type === 'everyone' && role === 'owner'
    if (isTooMuch || !canGrant(await findRole(db, actor, node.id), role))
      throw new PortalError(
        'FORBIDDEN',
        'You cannot give this role. Choose one that allows no more than yours; everyone cannot be owner.',
      )
  }

  return {
    /** The rights on a node: its own first, then those of the folders around it, the nearest first. */
    async list(actor: Actor, nodeId: string): Promise<Grant[]> {
      const node = await getShareable(db, library, actor, nodeId)
      const all = await grantRepository.listAllAbove(db, [node.id])
      // Groups come once for each of their members.
      return [...new Map(all.map((grant) => [grant.id, grant])).values()]
    },

    async set(actor: Actor, input: SetGrant): Promise<Grant> {
      const node = await getShareable(db, library, actor, input.nodeId)
      const subject = await readSubject(input)
      await refuseMore(actor, node, subject, input.role)
      const right = { nodeId: node.id, subject, role: input.role, createdAt: clock.now() }
      const people = await listPeople(subject)
      const before = await listRolesOfPeople(db, people, [node.id])
      return changeAccess({ nodeIds: [node.id], people }, () =>
        db.transaction(async (trx) => {
          const grant = await grantRepository.set(trx, right)
          await record(trx, actor, 'shared', grant)
          // Rights of everyone are no news to anybody in particular.
          if (subject.type !== 'everyone')
            await tellOfShare(trx, actor, {
              grant,
              node,
              userIds: people.filter(({ id }) => !before.get(node.id)?.has(id)).map(({ id }) => id),
            })
          return grant
        }),
      )
    },

    async remove(actor: Actor, id: string): Promise<void> {
      const grant = isId(id) ? await grantRepository.find(db, id) : undefined
      if (!grant) throw new PortalError('NOT_FOUND', 'This right was taken away already.')
      const node = await getShareable(db, library, actor, grant.nodeId)
      await refuseMore(actor, node, { type: 'user', id: '' }, grant.role)
      const scope = { nodeIds: [node.id], people: await listPeople(grant.subject) }
      await changeAccess(scope, () =>
        db.transaction(async (trx) => {
          await record(trx, actor, 'unshared', grant)
          await grantRepository.delete(trx, grant.id)
        }),
      )
    },

    /** What somebody may do with a node, and by which right. */
    async findEffective(actor: Actor, { nodeId, userId }: { nodeId: string; userId: string }) {
      const node = await getShareable(db, library, actor, nodeId)
      const user = isId(userId) ? await userRepository.find(db, userId) : undefined
      if (!user) throw new PortalError('NOT_FOUND', 'There is no such person any more. Choose another one.')
      const grants = (await grantRepository.listAbove(db, user, [node.id])).get(node.id) ?? []
      const access = user.deactivatedAt ? undefined : decideAccess(user.isAdministrator, grants)
      const nearest = Math.min(...grants.map(({ distance }) => distance))
      const deciding = grants.find(({ distance, role }) => distance === nearest && role === access?.role)
      return {
        role: access?.role ?? null,
        mayDownload: access?.mayDownload ?? false,
        isAdministrator: user.isAdministrator,
        grant: user.isAdministrator ? null : (deciding ?? null),
        onNodeId: node.id,
      }
    },

    /** People and groups to share with; guests are told of nobody. */
    async findCandidates(actor: Actor, search: string) {
      if (actor.isGuest) return { users: [], groups: [] }
      const users = await userRepository.search(db, search, candidateLimit)
      return { users, groups: await groupRepository.search(db, { search, limit: candidateLimit }) }
    },
  }
}

async function tellOfShare(
  trx: Knex,
  actor: Actor,
  { grant, node, userIds }: { grant: Grant; node: LibraryNode; userIds: readonly string[] },
): Promise<void> {
  await notify(trx, {
    kind: 'share',
    userIds,
    actorId: actor.userId,
    node,
    detail: grant.role,
    at: grant.createdAt,
  })
}
