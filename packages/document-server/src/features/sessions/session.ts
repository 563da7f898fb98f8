import type { CommandReply, InputMessage } from '@lectern/shared'
import { reasonOf } from '../../lib/errors.js'
import { createSerial } from '../../lib/serial.js'
import type { ForceSaveCause } from '../callback/index.js'
import { createJournal } from '../documents/index.js'
import type { DocumentRecord } from '../documents/index.js'
import { createBlame } from './blame.js'
import { absentClaims } from './claims.js'
import type { JoinClaims } from './claims.js'
import { CloseCode, takeInput } from './inputs.js'
import { takeStock } from './journal-replay.js'
import { tellKept } from './journaling.js'
import { join } from './joining.js'
import type { JoinAnswer, Resume } from './joining.js'
import { runLater } from './later.js'
import { finish, leave, loseMember } from './leaving.js'
import { createMember } from './members.js'
import { recallPassword } from './passwords.js'
import { tellPresence } from './presence.js'
import type { Refusal } from './refusals.js'
import { forceSave } from './saving.js'
import { broadcast, editingUserIds, saveRecord } from './session-state.js'
import type { Connection, Member, SessionCore, SessionDependencies, SessionState } from './session-state.js'
import { createSnapshots } from './snapshots.js'

/** All people who have one document key open, and the document itself. */
export interface Session {
  readonly state: SessionState
  join: (connection: Connection, claims: JoinClaims, resume?: Resume) => Promise<JoinAnswer>
  /** Takes a numbered input; with `refused` only its number counts, and the page is told why. */
  input: (member: Member, message: InputMessage, refused?: Refusal) => void
  /** The line broke: the member may come back. */
  lose: (member: Member, connection: Connection) => void
  leave: (member: Member) => Promise<void>
  /** Sends everybody with these user ids away. */
  drop: (userIds: string[]) => Promise<void>
  /** Gives who edits; the portal hears it by a callback too, as recorded. */
  info: (userData: string | undefined) => CommandReply
  /** Starts a force save; false when there is nothing new. */
  forceSave: (cause: ForceSaveCause) => boolean
  /** Keeps the present state on this server's disk. */
  keep: () => Promise<void>
  rename: (title: string) => Promise<void>
  /** Waits for the people of a session found on disk, and saves it when they do not come. */
  recover: () => Promise<void>
  /** Keeps what is not on disk yet and lets go of everybody; nothing is posted. */
  shutDown: () => Promise<void>
}

/** Creates the session of a key from its record. */
export function createSession(record: DocumentRecord, deps: SessionDependencies, onEnd: () => void): Session {
  const state = createState(record, deps)
  const core: SessionCore = { state, deps, onEnd, snapshots: createSnapshots(state, deps) }
  const { lifecycle } = state

  return {
    state,
    join: (connection, claims, resume) => {
      state.newcomers.add(connection)
      if (state.progress) connection.send(state.progress)
      return lifecycle.run(() => {
        state.newcomers.delete(connection)
        return join(core, connection, claims, resume)
      })
    },
    input: (member, message, refused) => takeInput(core, member, message, refused),
    lose: (member, connection) => loseMember(core, member, connection, deps.limits.reconnectGraceMs),
    leave: (member) => lifecycle.run(() => leave(core, member)),
    drop: async (userIds) => {
      for (const member of [...state.members.values()]) {
        if (!userIds.includes(member.claims.userId)) continue
        member.connection?.send({ type: 'ended', reason: 'dropped' })
        await lifecycle.run(() => leave(core, member))
      }
    },
    info: (userData) => {
      const reply = { key: state.key, error: 0, users: editingUserIds(state.record) } as const
      void tellPresence(state, deps, { userData })
      return reply
    },
    forceSave: (cause) => {
      if (!state.record.changedSinceSave || state.ended) return false
      runLater(core, () => forceSave(core, cause))
      return true
    },
    keep: async () => {
      await state.held?.over
      await state.journal.flush().catch(() => core.snapshots.take())
    },
    rename: async (title) => {
      state.record.title = title
      broadcast(state, { type: 'meta', title })
      await saveRecord(state, deps)
    },
    recover: () => lifecycle.run(() => recoverSession(core)),
    shutDown: () => shutDown(core),
  }
}

function createState(record: DocumentRecord, deps: SessionDependencies): SessionState {
  const { clock, log, store } = deps
  const state: SessionState = {
    key: record.key,
    record,
    members: new Map(),
    newcomers: new Set(),
    progress: undefined,
    document: undefined,
    epoch: 0,
    ended: false,
    lifecycle: createSerial(),
    recordWrites: createSerial(),
    sawInput: record.changed,
    lastInputAt: 0,
    journal: createJournal({
      ...{ folder: store.folderOf(record.key), clock, log },
      seal: () => (state.sealedPassword === undefined ? undefined : deps.seal),
      onKept: (entries) => tellKept(state, entries, deps),
    }),
    held: undefined,
    away: new Map(),
    departed: new Map(Object.entries(record.departed ?? {})),
    blame: createBlame(),
    skipped: new Set(),
    chat: [],
    trackingEpoch: undefined,
    sealedPassword: undefined,
    cancelSave: undefined,
  }
  if (!recallPassword(state, deps.seal))
    log.error(
      { key: state.key },
      'A protected document cannot be recovered: the secret of this server is another one',
    )
  return state
}

/** Each editor of before gets a place that waits; whoever does not come back leaves in the ordinary way. */
async function recoverSession(core: SessionCore): Promise<void> {
  const { state, deps } = core
  const { recoveryGraceMs } = deps.limits
  await takeStock(core)
  for (const { participantId, userId, name, groups } of state.record.editors) {
    const seq = state.departed.get(participantId)?.seq ?? 0
    const claims = absentClaims(state.record, { userId, name, groups })
    const member = createMember(state, claims, { id: participantId, seq })
    state.members.set(member.id, member)
    loseMember(core, member, undefined, recoveryGraceMs)
  }
  if (state.members.size > 0) return
  const lastUserId = state.record.lastEditor?.id ?? ''
  state.cancelSave = deps.clock.after(recoveryGraceMs, () => {
    state.cancelSave = undefined
    runLater(core, () => finish(core, lastUserId))
  })
}

/** A save that the portal is taking right now may end; one that it keeps refusing is repeated after the next start. */
const shutDownPatienceMs = 3_000

async function shutDown({ state, snapshots, deps }: SessionCore): Promise<void> {
  state.cancelSave?.()
  let giveUp: (() => void) | undefined
  await Promise.race([
    state.lifecycle.run(async () => undefined),
    new Promise<void>((resolve) => {
      giveUp = deps.clock.after(shutDownPatienceMs, resolve)
    }),
  ])
  giveUp?.()
  for (const member of state.members.values()) member.cancelGrace?.()
  try {
    await snapshots.take()
  } catch (cause) {
    deps.log.error({ key: state.key, reason: reasonOf(cause) }, 'The state of a document could not be kept')
  }
  snapshots.stop()
  state.ended = true
  await state.journal.close()
  for (const { connection } of state.members.values())
    connection?.close(CloseCode.Restart, 'The document server restarts.')
}
