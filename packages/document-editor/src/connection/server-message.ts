import type { ServerMessage } from '@lectern/shared'

/**
 * Reads one text frame of the server, or gives undefined when it is none of ours.
 * The socket's server is the one that served this page, so the shape behind a known type is trusted.
 */
export function parseServerMessage(text: string): ServerMessage | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('type' in value)) return undefined
    return typeof value.type === 'string' ? (value as ServerMessage) : undefined
  } catch {
    // A cut or foreign frame: the page is better off without it than closed by it.
    return undefined
  }
}
