import { readWord, type EngineModule } from './engine-module.js'
import { createRest } from './rest.js'

/** Indexes in LibreOfficeKit's class of functions. */
const officeFunctions = {
  getError: 3,
  load: 4,
  registerCallback: 6,
  setOptionalFeatures: 8,
  setDocumentPassword: 9,
} as const

/** Indexes in a document's class of functions. */
const documentFunctions = {
  destroy: 1,
  saveAs: 2,
  getParts: 4,
  getPartPageRectangles: 5,
  getPart: 6,
  setPart: 7,
  getPartName: 8,
  paintTile: 10,
  getDocumentType: 3,
  getDocumentSize: 12,
  initializeForRendering: 13,
  registerCallback: 14,
  postKeyEvent: 15,
  postMouseEvent: 16,
  postUnoCommand: 17,
  getTextSelection: 19,
  paste: 20,
  resetSelection: 22,
  getCommandValues: 23,
  setClientZoom: 24,
  setClientVisibleArea: 25,
  createView: 26,
  destroyView: 27,
  setView: 28,
  getView: 29,
  getViewIds: 34,
  paintPartTile: 33,
  postWindowKeyEvent: 38,
  postWindowExtTextInputEvent: 41,
  getPartInfo: 42,
  selectPart: 50,
  moveSelectedParts: 51,
  sendDialogEvent: 57,
  sendContentControlEvent: 65,
  setViewReadOnly: 73,
} as const
type DocumentFunction = keyof typeof documentFunctions

/** These need no view, or name it, or may take long: the lock is not kept for them. */
const withoutView: ReadonlySet<DocumentFunction> = new Set([
  'destroy',
  'saveAs',
  'createView',
  'destroyView',
  'getViewIds',
])

/** These act at once, or may, on what was posted before them. */
const acting: ReadonlySet<DocumentFunction> = new Set([
  'postUnoCommand',
  'saveAs',
  'paste',
  'setPart',
  'getTextSelection',
  'setViewReadOnly',
  'destroyView',
])

/*
 * Passwords are asked for (1), comments are not painted but told (8), invalidations name the part (4), headers'
 * ranges (16), cursors name the view (32).
 */
const optionalFeatures = 1n | 4n | 8n | 16n | 32n

type Argument = number | bigint | string | Uint8Array

const pauseMs = 5

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Typed access to LibreOfficeKit. Every call blocks this thread until the engine has done it. */
export function createLok(module: EngineModule) {
  const rest = createRest(module)
  const never = new Int32Array(new SharedArrayBuffer(4))
  /** The view that calls are made for. */
  let chosen: { document: number; viewId: number } | undefined
  const word = (address: number) => readWord(module, address)
  const functionOf = (object: number, index: number) => module.wasmTable.get(word(word(object) + 4 * index))

  /** Lends some of the engine's memory for what a function writes. */
  function withRoom<T>(bytes: number, use: (pointer: number) => T): T {
    const pointer = module._malloc(bytes)
    try {
      return use(pointer)
    } finally {
      module._free(pointer)
    }
  }

  function copyIn(value: Argument, held: number[]): number | bigint {
    if (typeof value === 'number' || typeof value === 'bigint') return value
    const bytes = typeof value === 'string' ? encoder.encode(`${value}\0`) : value
    const pointer = module._malloc(Math.max(1, bytes.length))
    if (pointer === 0) throw new Error('The engine has no memory left.')
    held.push(pointer)
    module.HEAPU8.set(bytes, pointer)
    return pointer
  }

  function call(object: number, index: number, args: Argument[]): number {
    const held: number[] = []
    try {
      const values = args.map((argument) => copyIn(argument, held))
      return rest.during(() => functionOf(object, index)(object, ...values))
    } finally {
      for (const pointer of held) module._free(pointer)
    }
  }

  function readString(pointer: number): string {
    if (pointer === 0) return ''
    const end = module.HEAPU8.indexOf(0, pointer)
    // The heap is shared between threads, which a decoder refuses: hence the copy.
    return decoder.decode(module.HEAPU8.slice(pointer, end))
  }

  function takeString(pointer: number): string {
    const text = readString(pointer)
    if (pointer !== 0) module._free(pointer)
    return text
  }

  /** Makes a view the current one again after the main loop has done something in another. */
  function restoreView(document: number) {
    if (chosen?.document !== document) return
    if (call(document, documentFunctions.getView, []) !== chosen.viewId)
      call(document, documentFunctions.setView, [chosen.viewId])
  }

  function invoke(document: number, name: DocumentFunction, ...args: Argument[]): number {
    if (acting.has(name)) rest.settle()
    if (name === 'destroy') chosen = undefined
    if (withoutView.has(name)) return call(document, documentFunctions[name], args)
    return rest.alone(() => {
      restoreView(document)
      return call(document, documentFunctions[name], args)
    })
  }

  const flush = (document: number) => {
    rest.during(() => {
      module._lok_flushCallbacks(document)
    })
  }

  let office = 0
  return {
    module,
    readString,
    /** Calls a function of a document, in the view that was chosen last; gives its plain result. */
    invoke,
    /** Chooses the view that the next calls for a document are about. */
    useView(document: number, viewId: number) {
      chosen = { document, viewId }
      rest.alone(() => {
        restoreView(document)
      })
    },
    /** Gives the view that a document has from the start. */
    firstView(document: number): number {
      return withRoom(4, (ids) => {
        invoke(document, 'getViewIds', ids, 1)
        return word(ids)
      })
    },
    /** Calls a function of a document that gives a new string. */
    invokeForText: (document: number, name: DocumentFunction, ...args: Argument[]) =>
      takeString(invoke(document, name, ...args)),
    start() {
      const held: number[] = []
      office = module._libreofficekit_hook(Number(copyIn('/instdir/program', held)))
      for (const pointer of held) module._free(pointer)
      if (office === 0) throw new Error('LibreOfficeKit does not start.')
      module._lok_enableSyncEvents()
      call(office, officeFunctions.setOptionalFeatures, [optionalFeatures])
    },
    /** Throws when the queue of events and the lock are not where calls look for them. */
    assertQueue: rest.assertIntact,
    /** Opens a file of the virtual file system; gives 0 when the engine refuses it. */
    load: (path: string, options: string) => call(office, officeFunctions.load, [`file://${path}`, options]),
    /** Registers our callback for what belongs to no view; `id` comes back with each call. */
    onOfficeCallback: (id: number) =>
      call(office, officeFunctions.registerCallback, [module.wasmTable.length - 1, id]),
    /** Answers the question for the password of a file; without one the file is not opened. */
    answerPassword: (url: string, password?: string) =>
      call(office, officeFunctions.setDocumentPassword, [url, password ?? 0]),
    lastError: () => takeString(call(office, officeFunctions.getError, [])),
    /** Waits until what was posted is done: keys, clicks and most commands are posted. */
    settle: rest.settle,
    flush,
    /** Flushes, and hears what other threads told of until now; their messages would else come a turn later. */
    hear(document: number) {
      flush(document)
      module.readMessages()
    },
    /** Lets the other threads work for a moment, while this one waits for what they do. */
    pause() {
      rest.during(() => {
        module.serveThreads()
        Atomics.wait(never, 0, 0, pauseMs)
      })
    },
    /** The slot of the function table in which the changed glue has put our callback, on every thread. */
    callbackSlot: () => module.wasmTable.length - 1,
    documentSize(document: number): { width: number; height: number } {
      return withRoom(8, (pointer) => {
        invoke(document, 'getDocumentSize', pointer, pointer + 4)
        return { width: module.HEAP32[pointer >>> 2] ?? 0, height: module.HEAP32[(pointer >>> 2) + 1] ?? 0 }
      })
    },
    textSelection(document: number, mimeType: string): string {
      return withRoom(4, (usedType) => takeString(invoke(document, 'getTextSelection', mimeType, usedType)))
    },
  }
}
export type Lok = ReturnType<typeof createLok>
