import { isOfGroups } from '@lectern/shared'
import type { ChatLine, Participant, ServerMessage, TileFrame, TwipRect } from '@lectern/shared'
import type { Clock } from '../../lib/clock.js'
import type { Log } from '../../lib/log.js'
import type { Seal } from '../../lib/seal.js'
import type { Serial } from '../../lib/serial.js'
import type { Tokens } from '../../lib/tokens.js'
import type { CallbackSender } from '../callback/index.js'
import type {
  Departed,
  DocumentRecord,
  DocumentStore,
  Downloader,
  ForgottenStore,
  Journal,
} from '../documents/index.js'
import type { EngineDocument, EnginePool, EngineView, Viewport } from '../engine/index.js'
import type { ResultLinks, ResultStore } from '../results/index.js'
import type { Blame } from './blame.js'
import type { JoinClaims } from './claims.js'
import type { Hold } from './hold.js'
import type { Snapshots } from './snapshots.js'

/** One page's socket. */
export interface Connection {
  /** This server's address as the page sees it. */
  readonly baseUrl: string
  readonly isOpen: boolean
  send: (message: ServerMessage) => void
  sendTile: (frame: TileFrame) => void
  /** Called when tiles had to be left out for a slow line and there is room again. */
  onDrained: (listener: () => void) => void
  close: (code: number, reason: string) => void
}

/** Somebody who takes part, also while the line is broken. */
export interface Member {
  readonly id: string
  readonly color: string
  claims: JoinClaims
  connection: Connection | undefined
  view: EngineView | undefined
  /** False until `opened` is sent: what the engine tells before is kept in `replay`. */
  ready: boolean
  /** Highest input number taken, applied, and kept on disk. */
  receivedSeq: number
  appliedSeq: number
  durableSeq: number
  /** Number of the last input that may have changed the document. */
  changedSeq: number
  /** The page was told last that there is something which is not on disk. */
  saysModified: boolean
  cancelQuiet: (() => void) | undefined
  inFlight: number
  part: number
  cursor: TwipRect | null
  /** Address of its cell in a spreadsheet; it stays while the cell's cursor is hidden. */
  cell: string | undefined
  /** Where the page looks, for the view of a new engine. */
  viewport: Viewport | undefined
  /** The newest message of each sort, for a page that comes back. */
  replay: Map<string, ServerMessage>
  cancelGrace: (() => void) | undefined
}

export interface SessionDependencies {
  clock: Clock
  log: Log
  pool: EnginePool
  store: DocumentStore
  forgotten: ForgottenStore
  results: ResultStore
  links: ResultLinks
  callbacks: CallbackSender
  downloader: Downloader
  tokens: Tokens
  /** Hides what is on disk of protected files. */
  seal: Seal
  limits: SessionLimits
}

export interface SessionLimits {
  saveDelayMs: number
  reconnectGraceMs: number
  recoveryGraceMs: number
  snapshotDelayMs: number
  snapshotIntervalMs: number
}

/** Progress that waiting pages are told. */
export type Progress = Extract<ServerMessage, { type: 'progress' }>

/** Everything that the parts of a session share. */
export interface SessionState {
  readonly key: string
  record: DocumentRecord
  members: Map<string, Member>
  /** Pages that wait for their turn to join, for instance until the document is open for the first one. */
  newcomers: Set<Connection>
  /** How far the opening has come. */
  progress: Progress | undefined
  document: EngineDocument | undefined
  /** Counts engines: answers of an earlier one are of no interest. */
  epoch: number
  ended: boolean
  /** Joins, leaves, saves: one after the other. */
  readonly lifecycle: Serial
  readonly recordWrites: Serial
  /** An editor gave input, so what the engine reports as modified is somebody's change. */
  sawInput: boolean
  lastInputAt: number
  /** What people said; gone with the session. */
  chat: ChatLine[]
  /** Input since the kept state, on disk. */
  readonly journal: Journal
  /** Set while inputs wait for a state to be kept. */
  held: Hold | undefined
  /** Those whose line has been broken for long while others go on: their views keep their places in the text. */
  readonly away: Map<string, Member>
  /** How far those came who left: their pages may come back. */
  readonly departed: Map<string, Departed>
  readonly blame: Blame
  /** Members whose input was left out because it kills the engine; they are told once. */
  readonly skipped: Set<string>
  /** The engine (by its `epoch`) that was told to track changes, because somebody reviews. */
  trackingEpoch: number | undefined
  /** Of a protected file: goes into the record while somebody may have changed it. */
  sealedPassword: string | undefined
  /** Calls off the final save that waits for its delay. */
  cancelSave: (() => void) | undefined
}

/** What the parts of one session hand each other. */
export interface SessionCore {
  readonly state: SessionState
  readonly snapshots: Snapshots
  readonly deps: SessionDependencies
  /** The session is over: forget it. */
  readonly onEnd: () => void
}

/** Writes the session's record; the last writer's state wins. */
export function saveRecord(state: SessionState, { store, clock }: SessionDependencies): Promise<void> {
  return state.recordWrites.run(() => {
    const { record, sealedPassword } = state
    record.updatedAt = clock.now()
    record.sealedPassword = record.state === 'open' ? sealedPassword : undefined
    return store.save(state.record)
  })
}

/** Sends a message to every page of the session, or to those of certain people. */
export function broadcast(
  state: SessionState,
  message: ServerMessage,
  isFor: (claims: JoinClaims) => boolean = () => true,
): void {
  for (const member of state.members.values())
    if (member.ready && isFor(member.claims)) member.connection?.send(message)
}

/** Tells every page that waits for the document how far its opening has come. */
export function tellProgress(state: SessionState, progress: Progress): void {
  state.progress = progress
  for (const connection of connectionsOf(state)) connection.send(progress)
}

/** Gives the pages that have the document open or wait for it. */
export function connectionsOf({ members, newcomers }: SessionState): Connection[] {
  const seated = [...members.values()].map(({ connection }) => connection)
  return [...seated.filter((connection) => connection !== undefined), ...newcomers]
}

/** Tells whether a participant may know of another one: `userInfoGroups` names the groups. */
export function isKnownTo(member: Member, other: Member): boolean {
  return member === other || isOfGroups(other.claims.groups, member.claims.permissions.userInfoGroups)
}

/** Tells every page who takes part. */
export function tellParticipants(state: SessionState): void {
  for (const member of state.members.values())
    if (member.ready)
      member.connection?.send({ type: 'participants', participants: participantsFor(state, member) })
}

/** Describes everybody who takes part, as far as one of them may know. */
export function participantsFor(state: SessionState, member: Member): Participant[] {
  const known = [...state.members.values()].filter((other) => isKnownTo(member, other))
  return known.map(({ id, color, claims }) => ({
    id,
    color,
    userId: claims.userId,
    name: claims.userName,
    canEdit: claims.canChange,
  }))
}

/** User ids of the editors, each once, in order of joining. */
export function editingUserIds(record: DocumentRecord): string[] {
  return [...new Set(record.editors.map((editor) => editor.userId))]
}
