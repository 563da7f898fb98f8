import { randomUUID } from 'node:crypto'
import type { CursorPlace, ServerMessage } from '@lectern/shared'
import { reasonOf } from '../../lib/errors.js'
import type { Log } from '../../lib/log.js'
import type { EngineDocument, ViewEvent } from '../engine/index.js'
import { authorOf } from './claims.js'
import type { JoinClaims } from './claims.js'
import { placeCursor, placeOf, watchCursor } from './cursor-place.js'
import { noteMemberChange } from './inputs.js'
import { noteChanged, noteLeave, noteView } from './journaling.js'
import type { Member, SessionCore, SessionState } from './session-state.js'
import { isKnownTo, participantsFor } from './session-state.js'
import { describeWarning } from './texts.js'

const colors = [
  '#c2410c',
  '#1d4ed8',
  '#15803d',
  '#a21caf',
  '#b45309',
  '#0e7490',
  '#be123c',
  '#4d7c0f',
  '#6d28d9',
  '#334155',
]

/** Creates a member; one that was kept before a crash gets its identity and its input number back. */
export function createMember(
  state: SessionState,
  claims: JoinClaims,
  kept?: { id: string; seq: number },
): Member {
  const seq = kept?.seq ?? 0
  return {
    id: kept?.id ?? randomUUID(),
    color: freeColor(state),
    claims,
    connection: undefined,
    view: undefined,
    ready: false,
    receivedSeq: seq,
    appliedSeq: seq,
    durableSeq: seq,
    changedSeq: 0,
    saysModified: false,
    cancelQuiet: undefined,
    inFlight: 0,
    part: 0,
    cursor: null,
    cell: undefined,
    viewport: undefined,
    replay: new Map(),
    cancelGrace: undefined,
  }
}

function freeColor(state: SessionState): string {
  const used = new Set([...state.members.values()].map((member) => member.color))
  return colors.find((color) => !used.has(color)) ?? colors[state.members.size % colors.length] ?? '#334155'
}

/**
 * Gives a member a view of the document, with the cursor where it last was, or at a place that is given; a view that is
 * there goes on.
 */
export async function attachView(
  core: SessionCore,
  member: Member,
  place = lastPlaceOf(member),
): Promise<void> {
  const { state } = core
  if (!state.document) return
  if (member.view) {
    member.view.refresh()
    return
  }
  noteView(state, member, place)
  await openView(core, state.document, member, place)
}

function lastPlaceOf(member: Member): CursorPlace | undefined {
  const { part, cursor, cell } = placeOf(member)
  return cursor || cell || part > 0 ? { part, cursor, cell } : undefined
}

/** Gives a member a view of a document, and puts its cursor into its place. */
export async function openView(
  core: SessionCore,
  document: EngineDocument,
  member: Member,
  place: CursorPlace | undefined,
): Promise<void> {
  const { state } = core
  member.replay.clear()
  const watch = watchCursor()
  const view = await document.createView({
    authorName: authorOf(member.claims),
    readOnly: !member.claims.canEdit,
    onEvent: (event) => {
      watch.note(event)
      relayEvent(state, member, event, () => noteEngineChange(core, member))
    },
  })
  member.view = view
  if (member.viewport) view.setViewport(member.viewport)
  if (place) await placeCursor({ view, document, documentType: member.claims.documentType, watch }, place)
}

/** The engine says that the document changed, for instance by a drag of the mouse, which no input told. */
function noteEngineChange(core: SessionCore, member: Member): void {
  const { state, snapshots } = core
  // What is applied again after a crash is noted already.
  if (!state.document || !state.sawInput || !member.claims.canChange || snapshots.isDirty()) return
  noteChanged(core, member)
  noteMemberChange(core, member)
}

/** Lets go of a member's view. */
export function detach(state: SessionState, member: Member, log: Log): void {
  const { view } = member
  if (view) noteLeave(state, member)
  member.view = undefined
  member.ready = false
  view?.close().catch((cause: unknown) => {
    log.debug({ reason: reasonOf(cause) }, 'A view did not close')
  })
}

/** Sends `opened` and then all that the page has to know of the moment. */
export function sendOpened(state: SessionState, member: Member): void {
  const { document, record } = state
  if (!document || !member.connection) return
  const size = member.replay.get('size')
  const parts = member.replay.get('parts')
  const info = document.info
  member.connection.send({
    type: 'opened',
    participantId: member.id,
    lastSeq: member.receivedSeq,
    ...(!record.changed && record.originalSha256 && { source: record.originalSha256 }),
    documentType: info.documentType,
    fileType: record.fileType,
    title: record.title,
    role: member.claims.role,
    canEdit: member.claims.canEdit,
    permissions: member.claims.permissions,
    participants: participantsFor(state, member),
    parts: parts?.type === 'parts' ? parts.parts : info.parts,
    part: member.part,
    width: size?.type === 'size' ? size.width : info.width,
    height: size?.type === 'size' ? size.height : info.height,
    pages: size?.type === 'size' ? size.pages : info.pages,
  })
  member.ready = true
  for (const message of member.replay.values()) member.connection.send(message)
  if (state.chat.length > 0 && member.claims.permissions.chat !== false)
    member.connection.send({ type: 'chat', lines: state.chat })
  const modified = member.changedSeq > member.durableSeq
  if (modified || member.saysModified) member.connection.send({ type: 'modified', value: modified })
  member.saysModified = modified
  if (state.skipped.delete(member.id))
    member.connection.send(describeWarning('INPUT_SKIPPED', member.claims.lang))
}

/** Gives the page what the engine tells about its view; `onModified` hears of changes to the document. */
export function relayEvent(
  state: SessionState,
  member: Member,
  event: ViewEvent,
  onModified: () => void,
): void {
  switch (event.type) {
    case 'tile':
      if (member.ready) member.connection?.sendTile(event.frame)
      return
    case 'modified':
      if (event.value) onModified()
      return
    case 'otherCursor':
    case 'otherSelection': {
      const { viewId, ...rest } = event
      const other = [...state.members.values()].find((candidate) => candidate.view?.viewId === viewId)
      if (other && other !== member && isKnownTo(member, other))
        tell(member, { ...rest, participantId: other.id }, `${event.type}:${other.id}`)
      return
    }
    // Of the moment only: whoever comes back later has no use for them.
    case 'contextMenu':
    case 'listChanged':
    case 'searchResult':
    case 'filter':
    case 'choices':
      if (member.ready) member.connection?.send(event)
      return
    case 'state':
      tell(member, event, `state:${event.name}`)
      return
    default:
      if (event.type === 'cursor') member.cursor = event.rect
      if (event.type === 'cellCursor' && event.address) member.cell = event.address
      if (event.type === 'parts') member.part = event.part
      tell(member, event, event.type)
  }
}

function tell(member: Member, message: ServerMessage, sort: string): void {
  // Taken out first, so that a replay keeps the order in which things happened last.
  member.replay.delete(sort)
  member.replay.set(sort, message)
  if (member.ready) member.connection?.send(message)
}

/** Forgets the cursor of somebody who left. */
export function forgetOther(state: SessionState, participantId: string): void {
  for (const member of state.members.values()) {
    member.replay.delete(`otherCursor:${participantId}`)
    member.replay.delete(`otherSelection:${participantId}`)
  }
}
