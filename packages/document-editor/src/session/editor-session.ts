import {
  decodeTileFrame,
  type DocumentList,
  type DocumentListAnswer,
  type GivenImage,
  type ServerMessage,
  type TileFrame,
} from '@lectern/shared'
import { inflateSync } from 'fflate'
import { createTileStore } from '../canvas/tile-store'
import { createConnection, type Credentials, type Socket } from '../connection/connection'
import type { InputDraft } from '../connection/input-queue'
import { unsentText } from '../connection/unsent-text'
import { createSignal } from '../lib/signal'
import { applyMessage, createDocumentState, mayComment } from './document-state'
import { createRequests } from './requests'
import { createSheetGeometry } from './sheet-geometry'

/** Longest wait for the portal to have stored the document. */
const storeWaitMs = 10_000

export interface EditorSessionOptions {
  createSocket: () => Socket
  credentials: () => Credentials
  /** Hears every message after the state took it. */
  onMessage: (message: ServerMessage) => void
  /** Hears what was written while the line was broken and cannot go into the document any more; empty when it was no text. */
  onLost: (text: string) => void
}

export interface Clipboard {
  text: string
  html: string
}

/** Inflates pixels; the size is known, so that a frame can never ask for more memory than it has pixels. */
export function inflatePixels(payload: Uint8Array, size: number): Uint8Array {
  return inflateSync(payload, { out: new Uint8Array(size) })
}

/** One open document: its connection, its state, its pixels, and what can be done with it. */
export function createEditorSession(options: EditorSessionOptions) {
  const state = createDocumentState()
  const tiles = createTileStore({ decode: inflatePixels })
  const tilesChanged = createSignal<TileFrame>()
  const thumbnailArrived = createSignal<TileFrame>()
  const slideArrived = createSignal<TileFrame>()
  const opened = createSignal<undefined>()
  const clipboards = createRequests<Clipboard>()
  const lists = createRequests<DocumentListAnswer>()
  const listChanged = createSignal<DocumentList>()
  const menuAsked = createSignal<string[]>()
  const saved = createSignal<boolean>()
  const downloads = createRequests<{ url: string; fileType: string }>()
  const files = createRequests<{ url: string }>()
  const images = createRequests<GivenImage[]>()
  let lastInputAt = 0

  const connection = createConnection({
    createSocket: options.createSocket,
    credentials: options.credentials,
    onStateChange(next) {
      state.connection = next
    },
    onLost(inputs) {
      const text = unsentText(inputs)
      if (text !== undefined) options.onLost(text)
    },
    onFrame(bytes) {
      const frame = decodeTileFrame(bytes)
      if (frame.kind === 'thumbnail') thumbnailArrived.emit(frame)
      else if (frame.kind === 'slide') slideArrived.emit(frame)
      else if (tiles.put(frame)) tilesChanged.emit(frame)
    },
    onMessage(message) {
      const { part } = state
      applyMessage(state, message, performance.now())
      // What the engine told before it came to the slide or sheet that this person chose meanwhile.
      if (message.type === 'parts' && connection.isUnderWay('setPart')) state.part = part
      if (message.type === 'opened') opened.emit(undefined)
      if (message.type === 'clipboard') clipboards.settle(message.id, message)
      if (message.type === 'download') downloads.settle(message.id, message)
      if (message.type === 'file') files.settle(message.id, message)
      if (message.type === 'images') images.settle(message.id, message.images)
      if (message.type === 'list') lists.settle(message.id, message)
      if (message.type === 'listChanged') listChanged.emit(message.list)
      if (message.type === 'contextMenu') menuAsked.emit(message.commands)
      if (message.type === 'saved') saved.emit(message.ok)
      geometry.hear(message)
      options.onMessage(message)
    },
  })
  const geometry = createSheetGeometry(state, (part) => {
    connection.send({ type: 'sheetGeometry', part })
  })

  function input(draft: InputDraft) {
    if (state.phase !== 'open' && !connection.isGoingOn) return
    lastInputAt = performance.now()
    connection.input(draft)
  }

  return {
    state,
    tiles,
    connection,
    onTiles: tilesChanged.on,
    onThumbnail: thumbnailArrived.on,
    onSlide: slideArrived.on,
    onOpened: opened.on,
    onListChanged: listChanged.on,
    /** The engine says what a menu at the clicked place may offer. */
    onMenuAsked: menuAsked.on,
    input,
    /** True shortly after this person did something: then the view may follow the cursor. */
    isFollowing: () => performance.now() - lastInputAt < 1_500,
    command(name: string, args?: Record<string, string | number | boolean>) {
      if (state.canEdit) input({ type: 'command', name: `.uno:${name}`, ...(args && { args }) })
    },
    /** A command about comments, for which no right to edit is needed. */
    comment(name: string, args: Record<string, string>) {
      if (mayComment(state)) input({ type: 'command', name: `.uno:${name}`, args })
    },
    /** Searches, or replaces; only who may edit has what is found selected. */
    search(args: Record<string, string | number | boolean>) {
      input({ type: 'command', name: '.uno:ExecuteSearch', args })
    },
    /** Makes a bookmark at the cursor, or takes one away. */
    bookmark(action: 'Insert' | 'Delete', Bookmark: string) {
      if (!state.canEdit) return
      input({ type: 'command', name: `.uno:${action}Bookmark`, args: { Bookmark } })
      listChanged.emit('headings')
    },
    goToMark(Bookmark: string) {
      input({ type: 'command', name: '.uno:JumpToMark', args: { Bookmark } })
    },
    showPart(part: number) {
      if (part === state.part) return
      state.part = part
      state.columns = state.rows = []
      input({ type: 'setPart', part })
    },
    movePart(from: number, to: number) {
      if (!state.canEdit || to < 0 || to >= state.parts.length || from === to) return
      input({ type: 'movePart', from, to })
      state.part = to
      input({ type: 'setPart', part: to })
    },
    /** Puts an empty text box on the slide, as dragging one open does. */
    insertTextBox() {
      const { width, height } = state
      const drag = (kind: 'down' | 'move' | 'up', x: number, y: number) => {
        input({ type: 'mouse', kind, x: Math.round(x), y: Math.round(y), count: 1, button: 1, modifiers: 0 })
      }
      input({ type: 'command', name: '.uno:Text' })
      drag('down', width * 0.25, height * 0.45)
      drag('move', width * 0.5, height * 0.5)
      drag('move', width * 0.75, height * 0.55)
      drag('up', width * 0.75, height * 0.55)
    },
    async list<Name extends DocumentList>(list: Name) {
      const answer = await lists.ask((id) => {
        connection.send({ type: 'list', id, list })
      })
      return answer?.list === list ? (answer as Extract<DocumentListAnswer, { list: Name }>) : undefined
    },
    copy(cut: boolean) {
      return clipboards.ask((id) => {
        connection.send({ type: 'copy', id })
        // The engine tells before it cuts: both go through the same ordered socket.
        if (state.role === 'editor') input({ type: 'command', name: cut ? '.uno:Cut' : '.uno:Copy' })
        else if (cut) input({ type: 'key', kind: 'press', charCode: 127, keyCode: 1286 })
      })
    },
    downloadAs(fileType: string) {
      return downloads.ask((id) => {
        connection.send({ type: 'downloadAs', id, fileType })
      })
    },
    /** Says something to everybody in the document. */
    say(text: string) {
      connection.send({ type: 'chat', text })
    },
    /** Asks for an address of the file itself, which only documents shown by the browser have. */
    fileLink() {
      return files.ask((id) => {
        connection.send({ type: 'file', id })
      })
    },
    /** Has the server fetch pictures that the portal named; undefined when it does not answer. */
    fetchImages(given: Record<string, unknown>) {
      const { token } = given
      return images.ask((id) => {
        connection.send({ type: 'images', id, ...(typeof token === 'string' && { token }), data: given })
      })
    },
    forceSave() {
      if (state.canEdit) connection.send({ type: 'forceSave' })
    },
    /** Stores the document in the portal, and tells whether that was done within some time. */
    store(isSubmit = false): Promise<boolean> {
      if (!state.canEdit || state.connection !== 'open') return Promise.resolve(false)
      return new Promise((resolve) => {
        const done = (isStored: boolean) => {
          clearTimeout(timer)
          stop()
          resolve(isStored)
        }
        const timer = setTimeout(done, storeWaitMs, false)
        const stop = saved.on(done)
        connection.send({ type: 'forceSave', ...(isSubmit && { isSubmit }) })
      })
    },
    /** Has the server keep what was written, without waiting for a pause. */
    keep() {
      connection.send({ type: 'keep' })
    },
    requestThumbnail(part: number, width: number, height: number) {
      connection.send({ type: 'thumbnail', part, width, height })
    },
    /** A slide as an audience sees it. */
    requestSlide(part: number, width: number, height: number) {
      connection.send({ type: 'slide', part, width, height })
    },
    /** Opens again after the host gave another config. */
    restart() {
      tiles.clear()
      state.phase = 'opening'
      connection.restart()
    },
  }
}

export type EditorSession = ReturnType<typeof createEditorSession>
