import type { EditorPermissions, EditorRole } from '../protocol/editor-config.js'
import type { DocumentType } from '../formats/formats.js'
import type { FormFields, ImageType } from './client-messages.js'
import type { CursorPlace } from './cursor-place.js'

/** A rectangle in twips of the document, slide or sheet. */
export interface TwipRect {
  x: number
  y: number
  width: number
  height: number
}

/** Somebody who has the document open. */
export interface Participant {
  id: string
  /** The portal's user id. */
  userId: string
  name: string
  /** CSS colour of the cursor, the same on every page. */
  color: string
  /** False for somebody who only looks. */
  canEdit: boolean
}

/** Something that somebody said while the document was open; it is not part of the document. */
export interface ChatLine {
  /** Counted up in one session. */
  id: number
  participantId: string
  name: string
  color: string
  text: string
  /** ISO time. */
  saidAt: string
}

/** A field of a form, such as a content control of a text document. */
export interface FormField {
  rects: TwipRect[]
  kind: 'text' | 'list' | 'date'
  /** Texts of a list's entries. */
  entries: string[]
  /** What its author called it; may be empty. */
  title: string
}

/** A slide or a sheet; a text document has one part. */
export interface DocumentPart {
  name: string
  hidden: boolean
}

/** A comment, or the answer to one (`parentId` is not 0). */
export interface DocumentComment {
  id: string
  parentId: string
  author: string
  text: string
  resolved: boolean
  /** ISO time, without a zone: the document server's. */
  createdAt: string
  /** Where it belongs, when the engine tells: twips, or the cell of a sheet. */
  rect: TwipRect | null
  part: number
}

/** A tracked change. */
export interface TrackedChange {
  index: number
  author: string
  /** The engine's word: `Insert`, `Delete`, `Format`, `ParagraphFormat`… */
  kind: string
  description: string
  createdAt: string
  rect: TwipRect | null
}

/** A place of a text that can be gone to. */
export interface LinkTarget {
  text: string
  target: string
}

/** What a list that a page asked for holds. */
export type DocumentListAnswer =
  | { list: 'comments'; comments: DocumentComment[] }
  | { list: 'changes'; changes: TrackedChange[] }
  | { list: 'headings'; headings: LinkTarget[]; bookmarks: LinkTarget[] }
  | { list: 'styles'; styles: string[] }
  /** What is to be said to each slide. */
  | { list: 'notes'; notes: string[] }

/** A picture that can be put into a document; `data` is base64. */
export interface GivenImage {
  mimeType: ImageType
  data: string
}

/** What is under the cursor, as far as menus differ by it. */
export type EditingContext = 'text' | 'table' | 'graphic' | 'cell' | 'cellEdit' | 'chart' | 'slide'

/** Where the lines of a page begin and end, in hundredths of a millimetre. */
export interface PageRuler {
  pageWidth: number
  left: number
  right: number
}

/** Runs of equal sizes: `size` in twips up to and including index `last`. */
export interface SizeRun {
  size: number
  last: number
}

/** The document is open: answer to `open`, and again after a recovery. */
export interface OpenedMessage {
  type: 'opened'
  participantId: string
  /** Last input number of this participant that is applied; higher ones must be sent again. */
  lastSeq: number
  /** SHA-256 of the file as the portal gave it, as long as nobody has changed the document since. */
  source?: string
  documentType: DocumentType
  fileType: string
  title: string
  role: EditorRole
  /** May write: an editor or a reviewer. What the token allows, already combined with `mode` and the file type. */
  canEdit: boolean
  permissions: EditorPermissions
  participants: Participant[]
  parts: DocumentPart[]
  /** The part this participant looks at. */
  part: number
  /** Size of the document in twips: of all pages, of the slide, of the used part of the sheet. */
  width: number
  height: number
  /** Text documents: the pages' rectangles. */
  pages: TwipRect[]
}

/** What a document's last save holds of somebody who was away. */
export interface SavedState {
  /** SHA-256 of the file that the portal took. */
  sha256: string
  /** Last input number of this participant that is in it. */
  lastSeq: number
  place?: CursorPlace
}

/** Messages of the embedded document server to the editor's page, JSON text frames. Tiles are binary: `tile-frame.ts`. */
export type ServerMessage =
  | OpenedMessage
  /** Progress while opening, for the page's status line; `position` is the place in the line of who is `queued`. */
  | { type: 'progress'; stage: 'queued' | 'startingEngine' | 'downloading' | 'opening'; position?: number }
  /** Fatal: shown to the person and raised as `onError`. Codes as ONLYOFFICE: -4 download, -20 token, -21 token expired, -25 wrong or damaged file, -1 other. */
  | { type: 'error'; code: number; message: string }
  /** The file is protected: the page asks for its password and opens again; `again` when the one that it sent is wrong. */
  | { type: 'passwordNeeded'; again: boolean }
  /** Raised as `onWarning`: -101 the portal refused the first callback, -104 forgotten copy, -331 save failed. */
  | { type: 'warning'; code: number; message: string }
  /** All inputs up to `seq` are applied; those up to `durableSeq` are on disk and survive a crash. */
  | { type: 'ack'; seq: number; durableSeq: number }
  /** An input was refused, for instance a command that the role does not allow. */
  | { type: 'rejected'; seq: number; reason: string }
  | { type: 'participants'; participants: Participant[] }
  | { type: 'size'; width: number; height: number; pages: TwipRect[] }
  | { type: 'parts'; parts: DocumentPart[]; part: number }
  /** This participant's text cursor; null when there is none. */
  | { type: 'cursor'; rect: TwipRect | null; visible: boolean }
  | { type: 'selection'; rects: TwipRect[] }
  /** Spreadsheets: the active cell; address like `B2`. */
  | { type: 'cellCursor'; rect: TwipRect | null; address: string }
  | { type: 'cellSelection'; rect: TwipRect | null }
  | { type: 'formula'; text: string }
  /** The link in which the cursor is. */
  | { type: 'hyperlink'; text: string; url: string }
  | { type: 'context'; context: EditingContext }
  /** Margins of the page with the cursor, when they differ from those told before. */
  | { type: 'ruler'; ruler: PageRuler }
  /** Answer to a click of the right button: commands that make sense there. */
  | { type: 'contextMenu'; commands: string[] }
  /** Something in a list changed: it can be asked for again. */
  | { type: 'listChanged'; list: 'comments' | 'changes' | 'notes' }
  /** Outcome of a search: how many places, 0 when there is none. */
  | { type: 'searchResult'; text: string; count: number }
  /** The values of a column whose filter was opened; null when it is closed. */
  | { type: 'filter'; entries: { text: string; shown: boolean }[] | null }
  /** Values that the cell takes, after `.uno:DataSelect`; one of them is entered as typed text would be. */
  | { type: 'choices'; entries: string[] }
  /** What people filled into the form since its file was opened. */
  | { type: 'fields'; fields: FormFields }
  /** The form field with the cursor; null when it is in none. */
  | { type: 'field'; field: FormField | null }
  /** A selected picture or shape. */
  | { type: 'graphicSelection'; rect: TwipRect | null }
  /** Another participant's cursor or selection in `part`; `cell` is true for a spreadsheet's cell. */
  | { type: 'otherCursor'; participantId: string; part: number; rect: TwipRect | null; cell: boolean }
  | { type: 'otherSelection'; participantId: string; part: number; rects: TwipRect[] }
  /** State of a toolbar command, e.g. `.uno:Bold` -> `true`, `.uno:CharFontName` -> `Carlito`. */
  | { type: 'state'; name: string; value: string }
  /** True while something is not yet stored on the server: raised as `onDocumentStateChange`. */
  | { type: 'modified'; value: boolean }
  /** A save reached the portal, or did not. */
  | { type: 'saved'; ok: boolean }
  /** New lines of the conversation, or all that are kept for somebody who comes. */
  | { type: 'chat'; lines: ChatLine[] }
  | { type: 'meta'; title: string }
  | { type: 'clipboard'; id: number; text: string; html: string }
  | ({ type: 'list'; id: number } & DocumentListAnswer)
  | { type: 'file'; id: number; url: string }
  /** Pictures of the portal; none when they could not be had, of which a warning tells more. */
  | { type: 'images'; id: number; images: GivenImage[] }
  | { type: 'download'; id: number; url: string; fileType: string }
  | { type: 'sheetGeometry'; part: number; columns: SizeRun[]; rows: SizeRun[] }
  | { type: 'pointer'; style: string }
  /** The engine is being restarted from the last kept state; input is held back by the page until the next `opened`. */
  | { type: 'recovering' }
  /**
   * The key is of an older state: raised as `onRequestRefreshFile` or shown as "version changed". Who comes back to a
   * document that was saved meanwhile is told what was saved.
   */
  | { type: 'outdated'; saved?: SavedState }
  /** Ended by the server: `dropped` by the portal, `saved` because the session was closed. The page stays readable. */
  | { type: 'ended'; reason: 'dropped' | 'saved' | 'shutdown' }
  | { type: 'pong' }
