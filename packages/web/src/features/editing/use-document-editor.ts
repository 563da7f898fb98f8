import type { Config, RefreshHistoryOptions, SetHistoryDataOptions } from '@onlyoffice/doceditor-types'
import { onScopeDispose, shallowReadonly, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { withActionLink } from './action-link'
import { withUiTheme, type ThemeChoice } from './ui-theme'
import { loadDocsApi, type DocsApi, type DocumentEditor } from './docs-api'

/** The config that the portal's API signed, and where the editor comes from. */
export interface SignedEditorConfig {
  documentServerUrl: string
  config: Readonly<Record<string, unknown>>
  token: string
}

/** Somebody whom the editor offers to mention. */
export interface MentionedUser {
  id: string
  name: string
  email: string
}

export type EditorState = 'loading' | 'ready' | 'error' | 'closed'
export type EditorEvents = NonNullable<Config['events']>

export interface UseDocumentEditorOptions {
  /** The page's own handlers for a config; the editor hides buttons that have none. */
  events?: (signed: SignedEditorConfig) => EditorEvents
  load?: (documentServerUrl: string) => Promise<DocsApi>
  theme?: () => ThemeChoice
  /** The place in the document to which a link led, as the editor made it. */
  actionLink?: () => string | undefined
}

let placeholderCount = 0

/** Keeps a document editor in an element that Vue owns, and says how it is. */
export function useDocumentEditor(
  container: MaybeRefOrGetter<HTMLElement | null>,
  signed: MaybeRefOrGetter<SignedEditorConfig | undefined>,
  {
    events = () => ({}),
    load = loadDocsApi,
    theme = () => 'auto',
    actionLink = () => undefined,
  }: UseDocumentEditorOptions = {},
) {
  const state = shallowRef<EditorState>('loading')
  const error = shallowRef<unknown>()
  const hasUnsavedChanges = shallowRef(false)
  let editor: DocumentEditor | undefined
  let stopped = false

  function destroy() {
    editor?.destroyEditor()
    editor = undefined
    hasUnsavedChanges.value = false
  }

  const withState = (handlers: EditorEvents): EditorEvents => ({
    ...handlers,
    onDocumentReady() {
      state.value = 'ready'
      error.value = undefined
      handlers.onDocumentReady?.()
    },
    onDocumentStateChange(event) {
      hasUnsavedChanges.value = event.data === true
      handlers.onDocumentStateChange?.(event)
    },
    onError(event) {
      // Before the document is there an error is the end of opening; later it is a message beside the document.
      if (state.value === 'loading') state.value = 'error'
      handlers.onError?.(event)
    },
  })

  async function open(host: HTMLElement, current: SignedEditorConfig, isLate: () => boolean) {
    const { documentServerUrl, config, token } = current
    state.value = 'loading'
    error.value = undefined
    try {
      const { DocEditor } = await load(documentServerUrl)
      if (isLate()) return
      // The editor replaces its placeholder, so each gets a new one.
      const placeholder = document.createElement('div')
      placeholder.id = `document-editor-${++placeholderCount}`
      host.replaceChildren(placeholder)
      editor = new DocEditor(placeholder.id, {
        ...withActionLink(withUiTheme(config, theme()), actionLink()),
        token,
        width: '100%',
        height: '100%',
        events: withState(events(current)),
      })
    } catch (cause) {
      if (isLate()) return
      state.value = 'error'
      error.value = cause
    }
  }

  watch(
    [() => toValue(container), () => toValue(signed)],
    ([host, current], _, onCleanup) => {
      let late = false
      onCleanup(() => {
        late = true
        destroy()
      })
      if (host && current && !stopped) void open(host, current, () => late)
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(destroy)

  return {
    state: shallowReadonly(state),
    error: shallowReadonly(error),
    hasUnsavedChanges: shallowReadonly(hasUnsavedChanges),
    /** Answers the editor's question whom people may mention. */
    offerUsers(users: readonly MentionedUser[]) {
      editor?.setUsers?.({ c: 'mention', users: [...users] })
    },
    /** Gives the editor the list of versions that it asked for. */
    showHistory(list: RefreshHistoryOptions) {
      editor?.refreshHistory?.(list)
    },
    /** Gives the editor the version that it asked for. */
    showVersion(version: SetHistoryDataOptions) {
      editor?.setHistoryData?.(version)
    },
    /** Shows in the editor whether the document is a favourite. */
    showFavourite(isFavourite: boolean) {
      editor?.setFavorite?.(isFavourite)
    },
    /** Gives the editor the address that it asked for. */
    giveLink(address: string) {
      editor?.setActionLink?.(address)
    },
    /** Takes the editor off the page. */
    close() {
      stopped = true
      destroy()
      state.value = 'closed'
    },
    /** Asks the editor whether it may be closed; it answers with `onRequestClose`. False when it cannot be asked. */
    requestClose(): boolean {
      if (state.value !== 'ready' || !editor?.requestClose) return false
      editor.requestClose()
      return true
    },
    /** Shows a newer file in place. False when this editor must be opened again instead. */
    refreshFile({ config, token }: SignedEditorConfig): boolean {
      if (!editor?.refreshFile) return false
      editor.refreshFile({ ...config, token })
      return true
    },
  }
}
