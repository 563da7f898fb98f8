import type {
  CommandArgs,
  DocumentList,
  DocumentListAnswer,
  DocumentPart,
  DocumentType,
  EditingContext,
  FormFields,
  FormField,
  ImageType,
  PageRuler,
  SizeRun,
  TileFrame,
  TwipRect,
} from '@lectern/shared'
import type { OpenPurpose } from './placement.js'
import type { Waiting } from './waiting-line.js'

/** What one view (a participant's cursor in a document) tells; sent in the order in which the engine raised it. */
export type ViewEvent =
  | { type: 'cursor'; rect: TwipRect | null; visible: boolean }
  | { type: 'selection'; rects: TwipRect[] }
  | { type: 'cellCursor'; rect: TwipRect | null; address: string }
  | { type: 'cellSelection'; rect: TwipRect | null }
  | { type: 'formula'; text: string }
  | { type: 'graphicSelection'; rect: TwipRect | null }
  | { type: 'otherCursor'; viewId: number; part: number; rect: TwipRect | null; cell: boolean }
  | { type: 'otherSelection'; viewId: number; part: number; rects: TwipRect[] }
  | { type: 'state'; name: string; value: string }
  | { type: 'size'; width: number; height: number; pages: TwipRect[] }
  | { type: 'parts'; parts: DocumentPart[]; part: number }
  | { type: 'pointer'; style: string }
  | { type: 'hyperlink'; text: string; url: string }
  | { type: 'context'; context: EditingContext }
  | { type: 'ruler'; ruler: PageRuler }
  | { type: 'contextMenu'; commands: string[] }
  | { type: 'listChanged'; list: 'comments' | 'changes' | 'notes' }
  | { type: 'searchResult'; text: string; count: number }
  | { type: 'filter'; entries: { text: string; shown: boolean }[] | null }
  | { type: 'choices'; entries: string[] }
  | { type: 'fields'; fields: FormFields }
  | { type: 'field'; field: FormField | null }
  | { type: 'tile'; frame: TileFrame }
  /** The document differs from what was last saved or snapshotted. */
  | { type: 'modified'; value: boolean }

/** Input of one view, already allowed by the server. */
export type ViewInput =
  | { type: 'key'; kind: 'press' | 'down' | 'up'; charCode: number; keyCode: number }
  | { type: 'text'; text: string }
  | { type: 'compose'; text: string }
  | {
      type: 'mouse'
      kind: 'down' | 'move' | 'up'
      x: number
      y: number
      count: number
      button: number
      modifiers: number
    }
  /** `unlock` lets this one command through in a view that is read-only. */
  | { type: 'command'; name: string; args?: CommandArgs; unlock?: boolean }
  | { type: 'paste'; mimeType: string; data: string }
  | { type: 'insertImage'; mimeType: ImageType; data: string }
  | { type: 'movePart'; from: number; to: number }
  | { type: 'notes'; part: number; text: string }
  /** Answers the filter that is open; without `shown` it is closed as it was. */
  | { type: 'filter'; shown?: number[] }
  /** Fills in fields of a PDF form, which no engine shows. */
  | { type: 'fields'; fields: FormFields }
  | { type: 'fillField'; item?: number; date?: string }
  /** Carries the selected text to a place, or a copy of it. */
  | { type: 'moveSelection'; x: number; y: number; copies: boolean }
  | { type: 'setPart'; part: number }

export interface Viewport extends TwipRect {
  part: number
  tileTwips: number
}

export interface ViewOptions {
  /** Name of the author of changes and comments. */
  authorName: string
  readOnly: boolean
  onEvent: (event: ViewEvent) => void
}

export interface EngineView {
  readonly viewId: number
  /** Applies input in order; resolves when the engine has taken it, rejects with EngineError. */
  input: (input: ViewInput) => Promise<void>
  /** Where this view looks; tiles of it are painted and sent as events, now and after each change. Not awaited. */
  setViewport: (viewport: Viewport) => void
  /** Forgets which tiles were sent: the next ones come whole. For a page that came back on a new connection. Not awaited. */
  refresh: () => void
  copySelection: () => Promise<{ text: string; html: string }>
  thumbnail: (part: number, width: number, height: number) => Promise<TileFrame>
  sheetGeometry: (part: number) => Promise<{ columns: SizeRun[]; rows: SizeRun[] }>
  list: (list: DocumentList) => Promise<DocumentListAnswer>
  close: () => Promise<void>
}

export interface DocumentInfo {
  documentType: DocumentType
  /** The file is encrypted and was opened with its password: saves of it are protected when they name one. */
  isProtected?: boolean
  parts: DocumentPart[]
  width: number
  height: number
  pages: TwipRect[]
}

/** How a text or CSV file is read; what is left out is found out from the bytes. */
interface TextOptions {
  /** Number of a Windows code page, 65001 is UTF-8. */
  codePage?: number
  /** One character between the cells of a line; an empty text when there is none. */
  delimiter?: string
}

export interface OpenOptions extends TextOptions {
  /** Of an encrypted file; others take no notice of it. */
  password?: string
  /** Such as `de-DE`: how dates and money look whose format says no country. */
  language?: string
}

/** How a text or CSV file is written: UTF-8 and commas unless said otherwise. */
export interface SaveOptions extends TextOptions {
  /** Of a PDF file, such as `1-3,5`; without one, it has all pages. */
  pageRange?: string
  /** Of a PDF file: hidden slides are in it as well. */
  withHidden?: boolean
  /** Encrypts the file; only types of Office Open XML can be. */
  password?: string
}

export interface EngineDocument {
  readonly info: DocumentInfo
  createView: (options: ViewOptions) => Promise<EngineView>
  /** Resolves when all input before is done, and its events were told. */
  settle: () => Promise<void>
  /** Bytes of the document in a file type that the engine may write. */
  save: (fileType: string, options?: SaveOptions) => Promise<Uint8Array>
  close: () => Promise<void>
  /** Called once when the engine process died or was killed: every pending and later call rejects. */
  onLost: (listener: (error: EngineError) => void) => void
}

export type EngineErrorCode =
  | 'LOST' // the process ended or hung; the document can be opened again from kept bytes
  | 'UNREADABLE' // the file cannot be opened in its type
  | 'PASSWORD' // the file is encrypted, and the password is missing or wrong
  | 'UNSUPPORTED' // the engine does not do this
  | 'TOOL_MISSING' // a program for this type is not installed
  | 'BUSY' // no memory or no place for another document

export class EngineError extends Error {
  override readonly name = 'EngineError'
  constructor(
    readonly code: EngineErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export interface EngineStatus {
  /** Documents that wait for a place. */
  waiting: number
  processes: {
    pid: number
    ready: boolean
    /** Documents that are open for people. */
    documents: number
    conversions: number
    rssBytes: number
  }[]
}

/** What a document is opened for, and how it waits when no engine has a place. */
export interface OpenHow extends Waiting {
  purpose?: OpenPurpose
}

/** All engine processes: opens documents, keeps one process warm, replaces what dies. */
export interface EnginePool {
  /** Opens bytes as `fileType` in a process with room, waiting for one if needed. */
  open: (bytes: Uint8Array, fileType: string, options?: OpenOptions, how?: OpenHow) => Promise<EngineDocument>
  /** Resolves when at least one process takes documents. */
  ready: () => Promise<void>
  status: () => EngineStatus
  /** Ends all processes; resolves when none is left. */
  stop: () => Promise<void>
}
