import { inject, type InjectionKey, type ShallowRef } from 'vue'
import type { EditorView, ViewElements } from './canvas/use-view'
import type { HostBridge } from './host/host-bridge'
import type { History } from './history/use-history'
import type { PageConfig } from './host/page-config'
import type { EditorSession } from './session/editor-session'
import type { PageUi } from './page-ui'
import type { Notices } from './ui/notices'

/** What the parts of the page share; provided once by EditorPage. */
export interface EditorContext {
  session: EditorSession
  view: EditorView
  elements: ShallowRef<ViewElements | undefined>
  config: PageConfig
  handlers: ReadonlySet<string>
  host: HostBridge
  notices: Notices
  /** Gives the keyboard to the document. */
  focus: () => void
  /** Element that takes the keyboard; set by InputSink. */
  sink: ShallowRef<HTMLTextAreaElement | null>
  requestClose: () => void
  ui: PageUi
  history: History
  translate: (key: string) => string
  print: () => Promise<void>
  /** Hands a filled form in. */
  submit: () => Promise<void>
}

export const editorKey: InjectionKey<EditorContext> = Symbol('editor')

/** What the page shares, for a component inside EditorPage. */
export function useEditor(): EditorContext {
  const editor = inject(editorKey)
  if (!editor) throw new Error('useEditor works inside EditorPage only, which provides it.')
  return editor
}
