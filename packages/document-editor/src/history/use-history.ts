import { computed, onScopeDispose, shallowReadonly, shallowRef } from 'vue'
import type { HostBridge } from '../host/host-bridge'
import type { HostMessage } from '../host/host-message'
import type { EditorSession } from '../session/editor-session'
import type { Notices } from '../ui/notices'
import { readHistory, readHistoryError, type HistoryEntry } from './history-entries'

export interface UseHistoryOptions {
  session: EditorSession
  host: HostBridge
  handlers: ReadonlySet<string>
  notices: Notices
  t: (key: string) => string
  onHostMessage: (listener: (message: HostMessage) => void) => () => void
  /** Another version is about to be shown in the place of the document, or again the document. */
  onChange: () => void
}

/** Looks at earlier versions in the document's place; the portal knows which there are. */
export function useHistory(options: UseHistoryOptions) {
  const { session, host, handlers, notices, t } = options
  const { state } = session
  const isOpen = shallowRef(false)
  const entries = shallowRef<HistoryEntry[]>([])
  const currentVersion = shallowRef<number>()
  const selected = shallowRef<number>()
  /** What the page opens instead of the document: the portal's data of a version. */
  const shown = shallowRef<{ version: number; token?: string; data: unknown }>()

  async function open() {
    if (isOpen.value) return
    isOpen.value = true
    // What was written until now is to be a version of the list too.
    if (state.canEdit) await session.store()
    host.raise('onRequestHistory')
  }

  function select(version: number) {
    selected.value = version
    host.raise('onRequestHistoryData', version)
  }

  function refresh(list: unknown) {
    const found = readHistory(list)
    if (!isOpen.value || !found) {
      notices.show(readHistoryError(list) ?? t('history.none'))
      isOpen.value = shown.value !== undefined
      return
    }
    const isNews = found.currentVersion !== currentVersion.value
    entries.value = found.entries
    currentVersion.value = found.currentVersion
    if (isNews || selected.value === undefined) select(found.currentVersion)
  }

  function show(data: unknown) {
    const error = readHistoryError(data)
    const { version: number, token } = data as { version?: unknown; token?: unknown }
    const version = Number(number)
    // The portal may answer late, when somebody has long chosen another version.
    if (!isOpen.value || version !== selected.value) return
    if (error) {
      notices.show(error)
      selected.value = shown.value?.version
      return
    }
    shown.value = { version, data, ...(typeof token === 'string' && { token }) }
    reopen()
  }

  function reopen() {
    options.onChange()
    // Said goodbye, so that the others need not wait for this page to come back.
    session.connection.leave()
    session.restart()
  }

  function close() {
    if (handlers.has('onRequestHistoryClose')) {
      host.raise('onRequestHistoryClose')
      return
    }
    isOpen.value = false
    selected.value = currentVersion.value = undefined
    if (!shown.value) return
    shown.value = undefined
    reopen()
  }

  onScopeDispose(
    options.onHostMessage((message) => {
      if (message.type !== 'method') return
      if (message.name === 'refreshHistory') refresh(message.args[0])
      if (message.name === 'setHistoryData') show(message.args[0] ?? {})
    }),
  )

  return {
    isOpen: shallowReadonly(isOpen),
    entries: shallowReadonly(entries),
    currentVersion: shallowReadonly(currentVersion),
    selected: shallowReadonly(selected),
    mayOpen: handlers.has('onRequestHistory'),
    mayRestore: computed(
      () =>
        handlers.has('onRequestRestore') &&
        selected.value !== undefined &&
        selected.value !== currentVersion.value,
    ),
    /** The chosen version is not yet the one that is shown. */
    isChanging: computed(() => isOpen.value && selected.value !== shown.value?.version),
    credentials() {
      if (!shown.value) return {}
      const { token, data } = shown.value
      return { history: { data, ...(token !== undefined && { token }) } }
    },
    open,
    select,
    restore() {
      if (selected.value !== undefined)
        host.raise('onRequestRestore', { version: selected.value, fileType: state.fileType })
    },
    close,
  }
}

export type History = ReturnType<typeof useHistory>
