import { z } from 'zod'
import { cursorPlaceSchema } from './cursor-place.js'

/** Pictures that a document takes. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/gif'] as const
export type ImageType = (typeof imageTypes)[number]
/** Largest picture that is put into a document, in bytes. */
export const maxImageBytes = 8_000_000

/** What a page can ask to be listed. */
export const documentLists = ['comments', 'changes', 'headings', 'styles', 'notes'] as const
export type DocumentList = (typeof documentLists)[number]

/**
 * Messages of the editor's page to the embedded document server, JSON text frames on `/editor/socket`.
 * Positions and sizes are twips (1/1440 inch) of the document, or of the current slide or sheet.
 *
 * Everything that changes the document or moves the cursor carries `seq`, counted up from 1 in one
 * participant's life. The server applies each number once and in order, and answers with `ack` when it is
 * kept on disk. After a lost connection the page opens again with `resume`, and sends again what was not acknowledged.
 */
const seq = z.number().int().positive()
const twips = z.number()
const int = z.number().int()

const openMessage = z.object({
  type: z.literal('open'),
  /** The config's JWT, signed by the portal with the document server's secret. Only its claims are believed. */
  token: z.string().max(64_000).optional(),
  /** Without a secret on the server, the plain config is used. */
  config: z.unknown().optional(),
  /** An earlier version to look at instead, as the portal gave it to `setHistoryData`; believed like the config. */
  history: z.object({ token: z.string().max(64_000).optional(), data: z.unknown().optional() }).optional(),
  /** Of a protected file, which is then opened for reading. */
  password: z.string().min(1).max(255).optional(),
  /**
   * Comes back after a lost connection: the participant that `opened` named. Behind `outdated` it may say where it was,
   * to go on there in the document's new version.
   */
  resume: z
    .object({
      participantId: z.string().max(64),
      lastSeq: int.nonnegative(),
      place: cursorPlaceSchema.optional(),
    })
    .optional(),
})

/** One key press or release; codes as LibreOfficeKit wants them (`keyCode` includes modifiers: Shift 4096, Ctrl 8192, Alt 16384). */
const keyMessage = z.object({
  type: z.literal('key'),
  seq,
  kind: z.enum(['press', 'down', 'up']),
  charCode: int.nonnegative().max(0x10ffff),
  keyCode: int.nonnegative().max(0xffff),
})

/** Text typed or committed by an input method. */
const textMessage = z.object({ type: z.literal('text'), seq, text: z.string().min(1).max(10_000) })

/** Text that an input method is composing; the next `text` replaces it, an empty one takes it away. */
const composeMessage = z.object({ type: z.literal('compose'), seq, text: z.string().max(1_000) })

const mouseMessage = z.object({
  type: z.literal('mouse'),
  seq,
  kind: z.enum(['down', 'move', 'up']),
  x: twips,
  y: twips,
  /** 1 single, 2 double, 3 triple click. */
  count: int.min(1).max(4),
  /** 1 left, 2 middle, 4 right. */
  button: int.min(0).max(7),
  /** Shift 4096, Ctrl 8192, Alt 16384. */
  modifiers: int.min(0).max(0xffff),
})

/** Carries the selected text to a place of the document, in twips, or a copy of it. */
const moveSelectionMessage = z.object({
  type: z.literal('moveSelection'),
  seq,
  x: twips,
  y: twips,
  copies: z.boolean(),
})

/** A command of the toolbar: a UNO name that the server allows, with plain arguments (see the server's table). */
const commandMessage = z.object({
  type: z.literal('command'),
  seq,
  name: z.string().max(64),
  args: z.record(z.string().max(64), z.union([z.string().max(10_000), z.number(), z.boolean()])).optional(),
})

const pasteMessage = z.object({
  type: z.literal('paste'),
  seq,
  mimeType: z.enum(['text/plain;charset=utf-8', 'text/html']),
  data: z.string().max(4_000_000),
})

/** Puts a picture into the document; `data` is base64. */
const insertImageMessage = z.object({
  type: z.literal('insertImage'),
  seq,
  mimeType: z.enum(imageTypes),
  data: z.base64().max(11_000_000),
})

/** Moves the slide at `from` to the place `to`, both counted from 0. */
const movePartMessage = z.object({
  type: z.literal('movePart'),
  seq,
  from: int.nonnegative().max(10_000),
  to: int.nonnegative().max(10_000),
})

/** Chooses which values of a column the open filter shows, by their places in its list; none closes it unchanged. */
const filterMessage = z.object({
  type: z.literal('filter'),
  seq,
  shown: z.array(int.nonnegative()).max(10_000).optional(),
})

/** What the fields of a form hold: by the id that the form gives each of them. */
const formFieldsSchema = z.record(
  z.string().max(64),
  z.union([z.string().max(32_000), z.boolean(), z.array(z.string().max(1_000)).max(200)]),
)
export type FormFields = z.infer<typeof formFieldsSchema>

/** Fills in fields of a PDF form; those that are not named stay as they are. */
const fieldsMessage = z.object({ type: z.literal('fields'), seq, fields: formFieldsSchema })
/** Fills the form field with the cursor: with an entry of its list (from 0), or with a day. */
const fillFieldMessage = z.object({
  type: z.literal('fillField'),
  seq,
  item: int.nonnegative().max(10_000).optional(),
  date: z.iso.date().optional(),
})

/** Writes what is to be said to a slide, in place of what was there. */
const notesMessage = z.object({
  type: z.literal('notes'),
  seq,
  part: int.nonnegative().max(10_000),
  text: z.string().max(20_000),
})

/** Shows another slide or sheet to this participant. */
const setPartMessage = z.object({ type: z.literal('setPart'), seq, part: int.nonnegative().max(10_000) })

/**
 * What this page shows. The server sends the tiles of this rectangle, and then each change in it.
 * `tileTwips` is the side of a 256-pixel tile in twips, so it also is the zoom (3,840 = 100 % at 96 dpi).
 */
const viewportMessage = z.object({
  type: z.literal('viewport'),
  part: int.nonnegative(),
  x: twips,
  y: twips,
  width: twips.nonnegative(),
  height: twips.nonnegative(),
  tileTwips: int.min(200).max(400_000),
})

/** Asks for a list of the document, answered with `list`. */
const listMessage = z.object({ type: z.literal('list'), id: int, list: z.enum(documentLists) })

/** Has the server fetch pictures that the portal gave, answered with `images`; `data` counts only without a secret. */
const imagesMessage = z.object({
  type: z.literal('images'),
  id: int,
  token: z.string().max(32_768).optional(),
  data: z.record(z.string(), z.unknown()).optional(),
})

/** Asks for the selection (answered with `clipboard`); `cut` removes it and therefore needs `seq`. */
const copyMessage = z.object({
  type: z.literal('copy'),
  id: int,
  cut: z.boolean().optional(),
  seq: seq.optional(),
})

const pictureFields = {
  part: int.nonnegative(),
  width: int.min(16).max(2_560),
  height: int.min(16).max(2_560),
}

/** Small picture of a slide as it is edited, answered with a tile frame of kind `thumbnail`. */
const thumbnailMessage = z.object({ type: z.literal('thumbnail'), ...pictureFields })

/** A slide as an audience sees it, without what is there for editing; answered with a tile frame of kind `slide`. */
const slideMessage = z.object({ type: z.literal('slide'), ...pictureFields })

/** Row heights or column widths of the sheet, answered with `sheetGeometry`. */
const sheetGeometryMessage = z.object({ type: z.literal('sheetGeometry'), part: int.nonnegative() })

/** Force save by the button or Ctrl+S (callback status 6, type 1), or because a form is handed in (type 3). */
const forceSaveMessage = z.object({ type: z.literal('forceSave'), isSubmit: z.boolean().optional() })

/** Keeps what was written until now, without waiting for a pause; acknowledged by `ack`. For pages that want to leave. */
const keepMessage = z.object({ type: z.literal('keep') })

/** Asks for the document in a file type, answered with `download`. */
const downloadAsMessage = z.object({ type: z.literal('downloadAs'), id: int, fileType: z.string().max(16) })

/** Says something to everybody who has the document open; answered by `chat` to all of them. */
const chatMessage = z.object({ type: z.literal('chat'), text: z.string().trim().min(1).max(2_000) })

/** Asks for an address of the document's own file, answered with `file`; only for types that the browser shows. */
const fileMessage = z.object({ type: z.literal('file'), id: int })

/** Leaves for good; a socket that only breaks is kept for the participant's return for some seconds. */
const closeMessage = z.object({ type: z.literal('close') })

const pingMessage = z.object({ type: z.literal('ping') })

export const clientMessageSchema = z.discriminatedUnion('type', [
  openMessage,
  keyMessage,
  textMessage,
  composeMessage,
  mouseMessage,
  commandMessage,
  moveSelectionMessage,
  pasteMessage,
  insertImageMessage,
  movePartMessage,
  notesMessage,
  filterMessage,
  fieldsMessage,
  fillFieldMessage,
  setPartMessage,
  viewportMessage,
  listMessage,
  copyMessage,
  imagesMessage,
  thumbnailMessage,
  slideMessage,
  sheetGeometryMessage,
  forceSaveMessage,
  keepMessage,
  downloadAsMessage,
  chatMessage,
  fileMessage,
  closeMessage,
  pingMessage,
])
export type ClientMessage = z.infer<typeof clientMessageSchema>
export type OpenMessage = z.infer<typeof openMessage>
export type CommandArgs = NonNullable<z.infer<typeof commandMessage>['args']>

const inputTypes = [
  'key',
  'text',
  'compose',
  'mouse',
  'moveSelection',
  'command',
  'paste',
  'insertImage',
  'movePart',
  'notes',
  'filter',
  'fields',
  'fillField',
  'setPart',
] as const

/** The messages that change the document or a cursor: numbered, ordered, acknowledged. */
export type InputMessage = Extract<ClientMessage, { type: (typeof inputTypes)[number] }>

/** Tells whether a message is an input. */
export function isInputMessage(message: ClientMessage): message is InputMessage {
  const types: readonly string[] = inputTypes
  return types.includes(message.type)
}
