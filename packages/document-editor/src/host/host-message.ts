import { editorFrameVersion, type EditorMethodName } from '@lectern/shared'

/** A message of the host that this page understands. */
export type HostMessage =
  | { type: 'init'; config: Record<string, unknown>; handlers: string[] }
  | { type: 'method'; name: EditorMethodName; args: unknown[] }

const methods = new Set<string>([
  'refreshFile',
  'downloadAs',
  'showMessage',
  'requestClose',
  'denyEditingRights',
  'refreshHistory',
  'setHistoryData',
  'setUsers',
  'setSharingSettings',
  'setActionLink',
  'setFavorite',
  'insertImage',
] satisfies EditorMethodName[])

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Reads a message of the host; undefined when it is not one.
 * Written out, because the schema library compiles code at run time, which the page's policy forbids.
 */
export function parseHostMessage(data: unknown): HostMessage | undefined {
  if (!isRecord(data) || data.lectern !== editorFrameVersion) return undefined
  if (data.type === 'init' && isRecord(data.config)) {
    const handlers = Array.isArray(data.handlers)
      ? data.handlers.filter((name) => typeof name === 'string')
      : []
    return { type: 'init', config: data.config, handlers }
  }
  if (data.type === 'method' && typeof data.name === 'string' && methods.has(data.name)) {
    const args: unknown[] = Array.isArray(data.args) ? data.args : []
    return { type: 'method', name: data.name as EditorMethodName, args }
  }
  return undefined
}
