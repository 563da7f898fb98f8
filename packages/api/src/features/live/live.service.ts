import type { Knex } from 'knex'
import { isId } from '../../lib/ids.js'
import { PortalError } from '../../lib/portal-error.js'
import { canRead, listRoles, type Role } from '../access/index.js'
import { requireAdministrator, type Actor } from '../auth/index.js'
import { notFound, rootFolderId } from '../library/index.js'
import type { ChangeFeed } from './change-feed.js'
import {
  changeRepository,
  isAfter,
  readPosition,
  writePosition,
  type Change,
  type ListEnd,
  type Position,
} from './change.repository.js'
import { createInbox, type Inbox } from './inbox.js'
import type { Identify } from './live.context.js'
import type { Changes, LiveList } from './live.model.js'
import { findAspects, findLists, findOwnAspects } from './node-changes.js'

const maxNodes = 100
const maxReplayed = 2_000
const listsOfAdministrators: readonly LiveList[] = ['people', 'groups', 'activity']

export interface WatchRequest {
  nodeIds: readonly string[]
  after?: string | null
  lists?: readonly LiveList[] | null
}

export interface LiveServiceOptions {
  db: Knex
  feed: ChangeFeed
}

/** Somebody who watches nodes, with the roles they had on them when they were told last. */
interface Watcher {
  actor: Actor
  roles: ReadonlyMap<string, Role | undefined>
  lists: readonly LiveList[]
}

/** Tells people what changes in what they look at; what they may not see any more is only reported as gone. */
export function createLiveService({ db, feed }: LiveServiceOptions) {
  async function findRoles(actor: Actor, nodeIds: readonly string[]): Promise<Watcher['roles']> {
    const roles = await listRoles(db, actor, nodeIds)
    return new Map(nodeIds.map((id) => [id, roles.get(id)]))
  }

  async function begin(identify: Identify, { nodeIds, lists }: WatchRequest): Promise<Watcher> {
    if (nodeIds.length > maxNodes)
      throw new PortalError('TOO_MANY_NODES', `At most ${maxNodes} folders and documents can be watched.`, {
        details: { limit: maxNodes },
      })
    const actor = await identify()
    if (!actor)
      throw new PortalError('NOT_SIGNED_IN', 'You are not signed in any more. Sign in and try again.')
    const wantedLists = [...new Set(lists)]
    if (wantedLists.some((list) => listsOfAdministrators.includes(list))) requireAdministrator(actor)
    const roles = await findRoles(actor, [...new Set(nodeIds)].filter(isId))
    // Everybody sees the root, with what was shared with them.
    if (nodeIds.some((id) => id !== rootFolderId && !canRead(roles.get(id)))) throw notFound()
    return { actor, roles, lists: wantedLists }
  }

  /** What was missed since a position; undefined when that is not known any more, or too much. */
  async function listMissed(after: Position): Promise<Change[] | undefined> {
    if (!(await changeRepository.isKept(db, after))) return undefined
    const missed = await changeRepository.listAfter(db, after, maxReplayed + 1)
    return missed.length > maxReplayed ? undefined : missed
  }

  /** Finds what a watcher is told of some changes, and what they may do from now on; undefined when they are gone. */
  async function tell(identify: Identify, before: Watcher, changes: readonly Change[]) {
    const mine = changes.filter(({ userId }) => userId === null || userId === before.actor.userId)
    const aspects = await findAspects(db, { actor: before.actor, roles: before.roles, changes: mine })
    const mayHaveChanged = mine.some(({ kind }) => kind === 'access')
    const own = findOwnAspects(before.actor.userId, mine)
    const lists = findLists(before.lists, mine)
    const isNothing = aspects.size === 0 && own.length === 0 && lists.length === 0
    if (isNothing && !mayHaveChanged) return { watcher: before, nodes: [], own, lists }
    const actor = await identify()
    if (!actor) return undefined
    const roles = await findRoles(actor, [...before.roles.keys()])
    for (const [nodeId, role] of roles) {
      const isLost = nodeId !== rootFolderId && !canRead(role)
      if (isLost && aspects.has(nodeId)) aspects.set(nodeId, new Set())
      if (role !== before.roles.get(nodeId))
        aspects.set(nodeId, (aspects.get(nodeId) ?? new Set()).add('access'))
    }
    const told = [...aspects].filter(([, found]) => found.size > 0)
    return {
      watcher: { actor, roles, lists: before.lists },
      nodes: told.map(([nodeId, found]) => ({ nodeId, aspects: [...found] })),
      own,
      lists: lists.filter((list) => actor.isAdministrator || !listsOfAdministrators.includes(list)),
    }
  }

  async function* run(
    identify: Identify,
    first: Watcher,
    { after, inbox }: { after: string | null | undefined; inbox: Inbox },
  ): AsyncGenerator<Changes, void> {
    let watcher = first
    const leave = await feed.follow(inbox.put)
    try {
      const known = after ? readPosition(after) : undefined
      let missed = known && (await listMissed(known))
      const end: ListEnd =
        known && missed ? { position: known, seen: new Set() } : await changeRepository.findEnd(db)
      let { position } = end
      if (!missed) {
        yield { position: writePosition(position), isStart: true, nodes: [], own: [], lists: [] }
      }
      for (;;) {
        const content = missed ? { changes: missed, isOverflown: false } : await inbox.take()
        missed = undefined
        if (!content) return
        const changes = content.changes.filter(
          ({ position: at }) => isAfter(at, position) && !end.seen.has(at.number),
        )
        position = changes.at(-1)?.position ?? position
        const { isOverflown: isStart } = content
        const told = await tell(identify, watcher, changes)
        if (!told) return
        watcher = told.watcher
        const { nodes, own, lists } = told
        if (isStart || nodes.length > 0 || own.length > 0 || lists.length > 0)
          yield { position: writePosition(position), isStart, nodes, own, lists }
      }
    } finally {
      leave()
    }
  }

  return {
    /** Follows changes of nodes until the iterator is closed, or until whoever asks is not signed in any more. */
    async watch(identify: Identify, request: WatchRequest): Promise<AsyncIterable<Changes>> {
      const watcher = await begin(identify, request)
      const inbox = createInbox()
      const changes = run(identify, watcher, { after: request.after, inbox })
      return {
        [Symbol.asyncIterator]: () => ({
          next: () => changes.next(),
          // A generator that waits cannot be ended from outside: its wait has to end first.
          return: () => {
            inbox.close()
            return changes.return()
          },
        }),
      }
    },
  }
}
export type LiveService = ReturnType<typeof createLiveService>
