import type { EditorMethodName, FrameToHostMessage, HostToFrameMessage } from '@lectern/shared'
import { createFrame, restorePlaceholder } from './frame.js'

/** Handlers are called with what the recorded editor gives: the editor as `target`, and the data. */
type EventHandler = (event: { target: DocEditor; data?: unknown }) => void

/** The config as a portal passes it; the server reads only its token. */
export interface DocEditorConfig extends Record<string, unknown> {
  events?: Record<string, EventHandler | undefined>
  width?: string | number
  height?: string | number
  editorConfig?: { lang?: string } & Record<string, unknown>
}

/** What a portal can do with an editor. */
export interface DocEditor {
  destroyEditor: () => void
  refreshFile: (config: Record<string, unknown>) => void
  downloadAs: (fileType?: string) => void
  showMessage: (message: string) => void
  requestClose: () => void
  denyEditingRights: (message?: string) => void
  refreshHistory: (list: Record<string, unknown>) => void
  setHistoryData: (version: Record<string, unknown>) => void
  setUsers: (answer: Record<string, unknown>) => void
  setSharingSettings: (settings: Record<string, unknown>) => void
  setActionLink: (link: string) => void
  setFavorite: (favorite: boolean) => void
  insertImage: (images: Record<string, unknown>) => void
}

type FrameMessage = FrameToHostMessage | { lectern?: unknown }

function isOurs(message: FrameMessage | null | undefined): message is FrameToHostMessage {
  return typeof message === 'object' && message?.lectern === 1
}

/** Functions cannot travel to another window. */
function withoutFunctions({ events: _, ...config }: DocEditorConfig): Record<string, unknown> {
  return JSON.parse(JSON.stringify(config)) as Record<string, unknown>
}

/** Puts an editor into the place of an element. */
export function createDocEditor(base: string, placeholderId: string, config: DocEditorConfig): DocEditor {
  const placeholder = document.getElementById(placeholderId)
  if (!placeholder) throw new Error(`DocsAPI: the page has no element with the id "${placeholderId}".`)
  const handlers = config.events ?? {}
  const origin = new URL(base, location.href).origin
  const frame = createFrame(base, placeholder, config)
  let ready = false
  const waiting: HostToFrameMessage[] = []

  function post(message: HostToFrameMessage): void {
    frame.contentWindow?.postMessage(message, origin)
  }

  function receive(event: MessageEvent<FrameMessage>): void {
    if (event.source !== frame.contentWindow || event.origin !== origin || !isOurs(event.data)) return
    if (event.data.type === 'event') {
      raise(event.data.name, event.data.data)
      return
    }
    raise('onAppReady', undefined)
    const names = Object.keys(handlers).filter((name) => typeof handlers[name] === 'function')
    post({ lectern: 1, type: 'init', config: withoutFunctions(config), handlers: names })
    ready = true
    for (const message of waiting.splice(0)) post(message)
  }

  function raise(name: string, data: unknown): void {
    handlers[name]?.({ target: editor, ...(data !== undefined && { data }) })
  }

  function call(name: EditorMethodName, args: unknown[]): void {
    // The page checks what it gets; here only the shape of the message matters.
    const message = { lectern: 1, type: 'method', name, args } as HostToFrameMessage
    if (ready) post(message)
    else waiting.push(message)
  }

  const editor: DocEditor = {
    destroyEditor: () => {
      window.removeEventListener('message', receive)
      restorePlaceholder(frame, placeholder)
    },
    refreshFile: (fresh) => call('refreshFile', [withoutFunctions(fresh)]),
    downloadAs: (fileType) => call('downloadAs', fileType === undefined ? [] : [fileType]),
    showMessage: (message) => call('showMessage', [message]),
    requestClose: () => call('requestClose', []),
    denyEditingRights: (message) => call('denyEditingRights', message === undefined ? [] : [message]),
    refreshHistory: (list) => call('refreshHistory', [withoutFunctions(list)]),
    setHistoryData: (version) => call('setHistoryData', [withoutFunctions(version)]),
    setUsers: (answer) => call('setUsers', [withoutFunctions(answer)]),
    setSharingSettings: (settings) => call('setSharingSettings', [withoutFunctions(settings)]),
    setActionLink: (link) => call('setActionLink', [link]),
    setFavorite: (favorite) => call('setFavorite', [favorite]),
    insertImage: (images) => call('insertImage', [withoutFunctions(images)]),
  }
  window.addEventListener('message', receive)
  placeholder.replaceWith(frame)
  return editor
}
