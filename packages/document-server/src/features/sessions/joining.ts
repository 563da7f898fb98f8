import type { CursorPlace, OpenMessage, SavedState } from '@lectern/shared'
import { DocumentServerError, reasonOf } from '../../lib/errors.js'
import type { JoinClaims } from './claims.js'
import { ensureDocument } from './document-life.js'
import { CloseCode } from './inputs.js'
import { endIfEmpty, leave } from './leaving.js'
import { attachView, createMember, sendOpened } from './members.js'
import { requirePassword } from './passwords.js'
import { announceJoin } from './presence.js'
import { newRecord } from './records.js'
import { tellParticipants } from './session-state.js'
import type { Connection, Member, SessionCore } from './session-state.js'
import { describeError, describeWarning } from './texts.js'

/** Who comes back. */
export type Resume = NonNullable<OpenMessage['resume']>

/**
 * Gives the member, `outdated` for a stale key, `refused` without the password of the file, or undefined when the session
 * is over and a new one is needed.
 */
export type JoinAnswer = Member | 'outdated' | 'refused' | undefined

/** Lets somebody in: the portal is told first, then the document is fetched and opened, as recorded. */
export async function join(
  core: SessionCore,
  connection: Connection,
  claims: JoinClaims,
  resume: Resume | undefined,
): Promise<JoinAnswer> {
  const { state } = core
  if (state.ended) return undefined
  if (state.record.state === 'saved' && !(await startFromForgotten(core))) {
    const saved = savedFor(core, claims, resume)
    connection.send({ type: 'outdated', ...(saved && { saved }) })
    await endIfEmpty(core)
    return 'outdated'
  }
  const departed = departedOf(core, claims, resume)
  const member =
    takeBack(core, claims, resume) ??
    createMember(state, claims, departed && { id: departed.participantId, seq: departed.seq })
  seat(core, member, connection, claims)
  if (claims.canChange) {
    const outcome = await announceJoin(state, member, core.deps)
    if (outcome !== 'accepted') connection.send(describeWarning('PORTAL_REFUSED', claims.lang))
  }
  if (state.record.fromForgotten) connection.send(describeWarning('FORGOTTEN_COPY', claims.lang))
  const place = departed ? departed.place : resume?.place
  return (await openFor(core, member, connection, place)) ? member : 'refused'
}

function seat({ state }: SessionCore, member: Member, connection: Connection, claims: JoinClaims): void {
  state.cancelSave?.()
  state.cancelSave = undefined
  state.record.baseUrl = connection.baseUrl
  state.members.set(member.id, member)
  state.away.delete(member.id)
  state.departed.delete(member.id)
  member.connection?.close(CloseCode.Replaced, 'The page connected again.')
  member.connection = connection
  member.ready = false
  member.claims = claims
  member.cancelGrace?.()
  member.cancelGrace = undefined
}

/** Gives false when the member has to go again, because the password of the file is missing or wrong. */
async function openFor(
  core: SessionCore,
  member: Member,
  connection: Connection,
  place: CursorPlace | undefined,
): Promise<boolean> {
  const { state, deps } = core
  const { url, password, lang } = member.claims
  try {
    await ensureDocument(core, { url, password })
    requirePassword(state, member.claims)
    await attachView(core, member, place)
    sendOpened(state, member)
    tellParticipants(state)
  } catch (cause) {
    const code = cause instanceof DocumentServerError ? cause.code : 'INTERNAL'
    deps.log.warn({ key: state.key, code, reason: reasonOf(cause) }, 'A document could not be opened')
    if (code === 'PASSWORD') {
      await leave(core, member)
      connection.send({ type: 'passwordNeeded', again: password !== undefined })
      return false
    }
    connection.send(describeError(code, lang))
  }
  return true
}

/** A stale key whose result the portal did not take opens the copy that was kept. */
async function startFromForgotten({ state, deps }: SessionCore): Promise<boolean> {
  const copy = await deps.forgotten.find(state.key)
  if (!copy) return false
  const { key, title, callbackUrl, baseUrl } = state.record
  await state.journal.close()
  await deps.store.remove(key)
  state.record = newRecord({ key, title, fileType: copy.fileType, callbackUrl, baseUrl }, deps.clock.now())
  state.record.fromForgotten = true
  return true
}

function takeBack(
  { state }: SessionCore,
  claims: JoinClaims,
  resume: Resume | undefined,
): Member | undefined {
  const id = resume?.participantId
  const member = id === undefined ? undefined : (state.members.get(id) ?? state.away.get(id))
  return member?.claims.userId === claims.userId ? member : undefined
}

/** Somebody who left, perhaps before a crash, goes on with the number of the last input that is in the document. */
function departedOf({ state }: SessionCore, claims: JoinClaims, resume: Resume | undefined) {
  const departed = resume && state.departed.get(resume.participantId)
  return departed?.userId === claims.userId && resume
    ? { participantId: resume.participantId, ...departed }
    : undefined
}

/** What the last save holds of somebody who was away meanwhile. */
function savedFor(core: SessionCore, claims: JoinClaims, resume: Resume | undefined): SavedState | undefined {
  const { resultSha256: sha256 } = core.state.record
  const departed = departedOf(core, claims, resume)
  if (sha256 === undefined || !departed) return undefined
  const { seq: lastSeq, place } = departed
  return { sha256, lastSeq, ...(place && { place }) }
}
