import type {
  ChatLine,
  EditingContext,
  FormField,
  MentionableUser,
  OpenedMessage,
  PageRuler,
  ServerMessage,
  SizeRun,
  TwipRect,
} from '@lectern/shared'
import { shallowReactive } from 'vue'
import type { SharedWith } from '../host/portal-answers'
import type { ConnectionState } from '../connection/connection'

export interface OtherCursor {
  part: number
  rect: TwipRect | null
  cell: boolean
  movedAt: number
}

export interface OtherSelection {
  part: number
  rects: TwipRect[]
}

/** What the page knows of the open document; everything that is shown comes from here. */
export interface DocumentState extends Omit<OpenedMessage, 'type' | 'lastSeq'> {
  phase: 'opening' | 'open' | 'failed' | 'outdated' | 'ended'
  stage: 'queued' | 'startingEngine' | 'downloading' | 'opening' | undefined
  /** The file waits for its password; `wrong` when the one that was given does not open it. */
  password: 'asked' | 'wrong' | undefined
  /** Place in the line, while the server is full. */
  queuePosition: number | undefined
  connection: ConnectionState
  endedReason: 'dropped' | 'saved' | 'shutdown' | undefined
  cursor: TwipRect | null
  cursorVisible: boolean
  selection: TwipRect[]
  cell: TwipRect | null
  cellAddress: string
  cellSelection: TwipRect | null
  formula: string
  graphic: TwipRect | null
  otherCursors: ReadonlyMap<string, OtherCursor>
  otherSelections: ReadonlyMap<string, OtherSelection>
  /** Last value of each toolbar command's state, by its name without `.uno:`. */
  commands: ReadonlyMap<string, string>
  modified: boolean
  columns: SizeRun[]
  rows: SizeRun[]
  pointer: string
  /** The link in which the cursor is; its address is empty outside of links. */
  link: { text: string; url: string }
  context: EditingContext
  /** Margins of the page with the cursor; null until the engine tells of them. */
  ruler: PageRuler | null
  /** Values of the column whose filter is open. */
  filter: { text: string; shown: boolean }[] | null
  chat: ChatLine[]
  /** Id of the last line that this person has seen. */
  chatSeen: number
  /** Values that the current cell takes, while they are offered. */
  choices: string[] | null
  /** The form field with the cursor. */
  field: FormField | null
  /** What was copied here last, and is in the engine's own clipboard with its formulas, shapes and formats. */
  ownCopy: { id: string; text: string; isPending: boolean } | null
  search: { text: string; count: number } | undefined
  /** Told by the portal: a favourite, who has which rights, and who can be mentioned. */
  favorite: boolean | undefined
  sharing: SharedWith[]
  mentionable: MentionableUser[] | undefined
}

/** An empty state, before anything is open. */
export function createDocumentState(): DocumentState {
  return shallowReactive<DocumentState>({
    phase: 'opening',
    stage: undefined,
    password: undefined,
    queuePosition: undefined,
    connection: 'connecting',
    endedReason: undefined,
    participantId: '',
    documentType: 'word',
    fileType: '',
    title: '',
    role: 'viewer',
    canEdit: false,
    permissions: {},
    participants: [],
    parts: [],
    part: 0,
    width: 0,
    height: 0,
    pages: [],
    cursor: null,
    cursorVisible: false,
    selection: [],
    cell: null,
    cellAddress: '',
    cellSelection: null,
    formula: '',
    graphic: null,
    otherCursors: new Map(),
    otherSelections: new Map(),
    commands: new Map(),
    modified: false,
    columns: [],
    rows: [],
    pointer: '',
    link: { text: '', url: '' },
    context: 'text',
    ruler: null,
    filter: null,
    chat: [],
    chatSeen: 0,
    choices: null,
    field: null,
    ownCopy: null,
    search: undefined,
    favorite: undefined,
    sharing: [],
    mentionable: undefined,
  })
}

/** Tells whether this person may write comments; who may not write in the text may still be one who comments. */
export function mayComment({ role, permissions }: Pick<DocumentState, 'role' | 'permissions'>): boolean {
  return permissions.comment !== false && role !== 'viewer' && role !== 'formFiller'
}

/** Tells whether this person may print: printing here is a PDF, which whoever may not download does not get. */
export function mayPrint({ permissions }: Pick<DocumentState, 'permissions'>): boolean {
  return permissions.print !== false && permissions.download !== false
}

/** Gives the state of a command, as the engine writes it; undefined when it has none here. */
export function commandState(
  { commands }: Pick<DocumentState, 'commands'>,
  name: string,
): string | undefined {
  const value = commands.get(name)
  return value === '' || value === 'disabled' ? undefined : value
}

/** Carries one message of the server into the state; what is not state is left to the session. */
export function applyMessage(state: DocumentState, message: ServerMessage, nowMs: number) {
  switch (message.type) {
    case 'opened': {
      const { type: _, lastSeq: __, ...facts } = message
      Object.assign(state, facts, { phase: 'open', stage: undefined, password: undefined })
      state.otherCursors = new Map()
      state.otherSelections = new Map()
      // The engine may be another one, which never saw what was copied.
      state.ownCopy = null
      state.field = null
      return
    }
    case 'progress':
      state.stage = message.stage
      state.queuePosition = message.position
      return
    case 'passwordNeeded':
      state.password = message.again ? 'wrong' : 'asked'
      return
    case 'participants':
      state.participants = message.participants
      forgetAbsent(state)
      return
    case 'size':
      state.width = message.width
      state.height = message.height
      state.pages = message.pages
      return
    case 'parts':
      state.parts = message.parts
      state.part = message.part
      return
    case 'meta':
      state.title = message.title
      return
    case 'modified':
      state.modified = message.value
      return
    case 'sheetGeometry':
      if (message.part !== state.part) return
      state.columns = message.columns
      state.rows = message.rows
      return
    case 'ended':
      state.phase = 'ended'
      state.endedReason = message.reason
      return
    case 'outdated':
      state.phase = 'outdated'
      return
    case 'error':
      state.phase = 'failed'
      return
    case 'pointer':
      state.pointer = message.style
      return
    case 'state':
      state.commands = new Map(state.commands).set(message.name.replace('.uno:', ''), message.value)
      return
    case 'hyperlink':
      state.link = { text: message.text, url: message.url }
      return
    case 'context':
      state.context = message.context
      return
    case 'ruler':
      state.ruler = message.ruler
      return
    case 'filter':
      state.filter = message.entries
      return
    case 'chat':
      state.chat = mergeLines(state.chat, message.lines)
      return
    case 'field':
      state.field = message.field
      return
    case 'choices':
      state.choices = message.entries
      return
    case 'searchResult':
      state.search = { text: message.text, count: message.count }
      return
    default:
      applyCursor(state, message, nowMs)
  }
}

function applyCursor(state: DocumentState, message: ServerMessage, nowMs: number) {
  switch (message.type) {
    case 'cursor':
      state.cursor = message.rect
      state.cursorVisible = message.visible
      return
    case 'selection':
      state.selection = message.rects
      return
    case 'cellCursor':
      if (message.address !== state.cellAddress) state.choices = null
      state.cell = message.rect
      state.cellAddress = message.address
      return
    case 'cellSelection':
      state.cellSelection = message.rect
      return
    case 'formula':
      state.formula = message.text
      return
    case 'graphicSelection':
      state.graphic = message.rect
      return
    case 'otherCursor': {
      const { part, rect, cell } = message
      state.otherCursors = new Map(state.otherCursors).set(message.participantId, {
        part,
        rect,
        cell,
        movedAt: nowMs,
      })
      return
    }
    case 'otherSelection': {
      const { part, rects } = message
      state.otherSelections = new Map(state.otherSelections).set(message.participantId, { part, rects })
      return
    }
    default:
      return
  }
}

function forgetAbsent(state: DocumentState) {
  const here = new Set(state.participants.map((participant) => participant.id))
  state.otherCursors = new Map([...state.otherCursors].filter(([id]) => here.has(id)))
  state.otherSelections = new Map([...state.otherSelections].filter(([id]) => here.has(id)))
}

/** Adds lines; those that come again after a break are not doubled. A new session counts from 1 again. */
function mergeLines(old: ChatLine[], lines: ChatLine[]): ChatLine[] {
  const [first] = lines
  return first ? [...old.filter(({ id }) => id < first.id), ...lines] : old
}

/** Tells whether this person may talk with the others. */
export function mayChat({ permissions }: Pick<DocumentState, 'permissions'>): boolean {
  return permissions.chat !== false
}
