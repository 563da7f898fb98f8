import {
  editorFrameVersion,
  editorPageQuery,
  type EditorEventData,
  type EditorEventName,
} from '@lectern/shared'
import { parseHostMessage, type HostMessage } from './host-message'

/** The portal's page around this one: raises events there and hears its methods. */
export function createHostBridge(onMessage: (message: HostMessage) => void, page: Window = window) {
  const hostOrigin = new URLSearchParams(page.location.search).get(editorPageQuery.parentOrigin) ?? undefined

  function post(message: Record<string, unknown>) {
    if (page.parent === page || !hostOrigin) return
    page.parent.postMessage({ lectern: editorFrameVersion, ...message }, hostOrigin)
  }

  function receive(event: MessageEvent<unknown>) {
    if (event.source !== page.parent || event.origin !== hostOrigin) return
    const message = parseHostMessage(event.data)
    if (message) onMessage(message)
  }

  page.addEventListener('message', receive)
  return {
    announce() {
      post({ type: 'appReady' })
    },
    raise<Name extends EditorEventName>(
      name: Name,
      ...[data]: EditorEventData[Name] extends undefined ? [] : [EditorEventData[Name]]
    ) {
      post({ type: 'event', name, data })
    },
    stop() {
      page.removeEventListener('message', receive)
    },
  }
}

export type HostBridge = ReturnType<typeof createHostBridge>
