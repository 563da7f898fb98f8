import { reasonOf } from '../../lib/errors.js'
import type { JoinClaims } from './claims.js'
import type { Resume } from './joining.js'
import { newRecord } from './records.js'
import { createSession } from './session.js'
import type { Session } from './session.js'
import type { Connection, Member, SessionDependencies } from './session-state.js'

export interface Joined {
  session: Session
  member: Member
}

/** All sessions of this server, one for each document key. */
export interface SessionRegistry {
  /** Lets somebody in; undefined when the key is stale, which the page was told. */
  join: (connection: Connection, claims: JoinClaims, resume?: Resume) => Promise<Joined | undefined>
  find: (key: string) => Session | undefined
  list: () => Session[]
  /** Takes up the sessions that an earlier run of the server left behind. */
  recoverAll: () => Promise<void>
  shutDown: () => Promise<void>
}

/** Creates the registry. */
export function createSessionRegistry(deps: SessionDependencies): SessionRegistry {
  const sessions = new Map<string, Promise<Session>>()
  const ready = new Map<string, Session>()
  let closing = false

  async function openSession(key: string, claims: JoinClaims, baseUrl: string): Promise<Session> {
    const found = await deps.store.find(key)
    const { fileType, title, callbackUrl } = claims
    // The portal may have renamed the document since.
    const record = found
      ? { ...found, title }
      : newRecord({ key, fileType, title, callbackUrl, baseUrl }, deps.clock.now())
    return addSession(record)
  }

  function addSession(record: Parameters<typeof createSession>[0]): Session {
    const session = createSession(record, deps, () => {
      if (ready.get(record.key) !== session) return
      ready.delete(record.key)
      sessions.delete(record.key)
    })
    ready.set(record.key, session)
    return session
  }

  async function sessionFor(key: string, claims: JoinClaims, baseUrl: string): Promise<Session> {
    const known = sessions.get(key)
    if (known) return known
    const opening = openSession(key, claims, baseUrl)
    sessions.set(key, opening)
    opening.catch(() => sessions.delete(key))
    return opening
  }

  return {
    join: async (connection, claims, resume) => {
      while (!closing) {
        const session = await sessionFor(claims.key, claims, connection.baseUrl)
        const answer = await session.join(connection, claims, resume)
        if (answer === 'outdated' || answer === 'refused') return undefined
        if (answer) return { session, member: answer }
      }
      return undefined
    },
    find: (key) => ready.get(key),
    list: () => [...ready.values()],
    recoverAll: async () => {
      for (const record of await deps.store.list()) {
        if (record.state !== 'open' || sessions.has(record.key)) continue
        deps.log.warn({ key: record.key, changed: record.changed }, 'A session of an earlier run is taken up')
        const session = addSession(record)
        sessions.set(record.key, Promise.resolve(session))
        await session.recover()
      }
    },
    shutDown: async () => {
      closing = true
      await Promise.all(
        [...ready.values()].map((session) =>
          session.shutDown().catch((cause: unknown) => {
            deps.log.error({ key: session.state.key, reason: reasonOf(cause) }, 'A session did not stop well')
          }),
        ),
      )
    },
  }
}
