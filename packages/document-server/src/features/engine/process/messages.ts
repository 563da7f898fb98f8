import type { DocumentList, DocumentListAnswer, SizeRun, TileFrame } from '@lectern/shared'
import type { DialogAnswer } from '../command-arguments.js'
import type { DocumentInfo, EngineErrorCode, ViewEvent, ViewInput, Viewport } from '../engine.types.js'

/** Input as the engine process takes it: commands are checked and have their arguments as LibreOffice wants them. */
export type ProcessInput =
  | Exclude<ViewInput, { type: 'command' | 'fields' }>
  /** With `answers`, the command opens a dialog, which gets them; with `file`, it inserts what is in that ODT file. */
  | {
      type: 'command'
      name: string
      args: string
      answers?: DialogAnswer[]
      file?: Uint8Array
      unlock?: boolean
    }

/** What the engine process does on request. `document` and `view` are numbers given by the pool and the engine. */
export interface ProcessCalls {
  open: {
    request: {
      document: number
      bytes: Uint8Array
      fileType: string
      options: string
      password?: string
      /** A form of ONLYOFFICE; the engine has it as a document. */
      isForm: boolean
    }
    answer: DocumentInfo
  }
  createView: {
    request: { document: number; authorName: string; readOnly: boolean }
    answer: { viewId: number }
  }
  input: { request: { document: number; view: number; input: ProcessInput }; answer: null }
  copySelection: { request: { document: number; view: number }; answer: { text: string; html: string } }
  thumbnail: {
    request: { document: number; view: number; part: number; width: number; height: number }
    answer: TileFrame
  }
  sheetGeometry: {
    request: { document: number; view: number; part: number }
    answer: { columns: SizeRun[]; rows: SizeRun[] }
  }
  list: {
    request: { document: number; view: number; list: DocumentList }
    answer: DocumentListAnswer
  }
  closeView: { request: { document: number; view: number }; answer: null }
  settle: { request: { document: number }; answer: null }
  save: {
    request: { document: number; format: string; options: string; resetModified: boolean }
    answer: Uint8Array
  }
  closeDocument: { request: { document: number }; answer: null }
  /** Does nothing: that it is answered shows that the process still works. */
  ping: { request: Record<string, never>; answer: null }
}
export type ProcessCall = keyof ProcessCalls

type CallMessage = {
  [Call in ProcessCall]: { type: 'call'; id: number; call: Call; request: ProcessCalls[Call]['request'] }
}[ProcessCall]

/** From the pool to an engine process. */
export type PoolMessage =
  | CallMessage
  | { type: 'viewport'; document: number; view: number; viewport: Viewport }
  | { type: 'refresh'; document: number; view: number }

/** From an engine process to the pool. */
export type ProcessMessage =
  | { type: 'ready' }
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'failed'; id: number; code: EngineErrorCode; message: string }
  | { type: 'events'; document: number; view: number; events: ViewEvent[] }
  /** The process cannot go on and ends. */
  | { type: 'fatal'; message: string }
