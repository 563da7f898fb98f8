import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { DocumentListAnswer } from '@lectern/shared'
import { EngineError, checkContainer } from '../features/engine/index.js'
import type {
  EngineDocument,
  EnginePool,
  EngineView,
  ViewInput,
  ViewOptions,
} from '../features/engine/index.js'

const contentTypes = '<Types><Override ContentType="application/vnd.x-wordprocessingml.document"/></Types>'

/** A document of nothing but text, packed as the server expects an Office file to be. */
export function packText(text: string): Uint8Array {
  return zipSync({ '[Content_Types].xml': strToU8(contentTypes), 'text.txt': strToU8(text) })
}

/** Reads what `packText` wrote. */
export function unpackText(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['text.txt'] ?? new Uint8Array())
}

/** An engine of a few lines, for tests about the protocol that no real engine could make fail on purpose. */
export interface FakeEngine extends EnginePool {
  /** The open documents' texts. */
  texts: () => string[]
  views: ViewOptions[]
  /** All inputs that reached a view, in order. */
  inputs: ViewInput[]
  /** Kills the engine of all open documents. */
  kill: () => void
  /** Makes the next saves fail. */
  failSaves: (fail: boolean) => void
  opened: number
  /** Hears of each input before it is applied. */
  onInput: (input: ViewInput) => void
  /** Runs before each opening; may wait or throw. */
  beforeOpen: () => Promise<void>
  /** What views answer when they are asked for a list. */
  lists: DocumentListAnswer[]
}

/** Creates the engine; typed text is put in front, as a cursor at the start would. */
export function createFakeEngine(): FakeEngine {
  const open = new Set<{ text: string; lose: () => void }>()
  let savesFail = false
  const engine: FakeEngine = {
    opened: 0,
    onInput: () => undefined,
    beforeOpen: async () => undefined,
    views: [],
    inputs: [],
    lists: [],
    texts: () => [...open].map((document) => document.text),
    failSaves: (fail) => {
      savesFail = fail
    },
    kill: () => {
      for (const document of [...open]) document.lose()
    },
    open: async (bytes, fileType) => {
      checkContainer(bytes, fileType)
      await engine.beforeOpen()
      engine.opened += 1
      return openDocument(bytes)
    },
    ready: async () => undefined,
    status: () => ({
      waiting: 0,
      processes: [{ pid: 1, ready: true, documents: open.size, conversions: 0, rssBytes: 0 }],
    }),
    stop: async () => undefined,
  }

  function openDocument(bytes: Uint8Array): EngineDocument {
    const listeners: ((error: EngineError) => void)[] = []
    let lost = false
    let typed = ''
    const original = unpackText(bytes)
    const state = {
      get text() {
        return original + typed
      },
      lose: () => {
        lost = true
        open.delete(state)
        for (const listener of listeners) listener(new EngineError('LOST', 'killed by the test'))
      },
    }
    open.add(state)
    let views = 0
    const check = () => {
      if (lost) throw new EngineError('LOST', 'killed by the test')
    }
    return {
      info: {
        documentType: 'word',
        parts: [{ name: '', hidden: false }],
        width: 12_000,
        height: 15_000,
        pages: [],
      },
      createView: async (options) => {
        check()
        engine.views.push(options)
        views += 1
        return createView(views, options)
      },
      settle: async () => check(),
      save: async () => {
        check()
        if (savesFail) throw new EngineError('UNSUPPORTED', 'made to fail by the test')
        return packText(state.text)
      },
      close: async () => void open.delete(state),
      onLost: (listener) => void listeners.push(listener),
    }

    function createView(viewId: number, { onEvent }: ViewOptions): EngineView {
      return {
        viewId,
        input: async (input: ViewInput) => {
          check()
          engine.onInput(input)
          check()
          engine.inputs.push(input)
          if (input.type === 'text') typed += input.text
          if (input.type === 'command' && input.name === '.uno:Unknown')
            throw new EngineError('UNSUPPORTED', 'no such command')
          onEvent({
            type: 'cursor',
            rect: { x: typed.length * 100, y: 200, width: 1, height: 280 },
            visible: true,
          })
        },
        setViewport: () => undefined,
        refresh: () => undefined,
        copySelection: async () => ({ text: state.text, html: '' }),
        thumbnail: async () => Promise.reject(new EngineError('UNSUPPORTED', 'no thumbnails')),
        sheetGeometry: async () => ({ columns: [], rows: [] }),
        list: async (list) =>
          engine.lists.find((answer) => answer.list === list) ?? { list: 'styles', styles: [] },
        close: async () => undefined,
      }
    }
  }

  return engine
}
