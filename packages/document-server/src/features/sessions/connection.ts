import type { WebSocket } from '@fastify/websocket'
import { encodeTileFrame } from '@lectern/shared'
import type { Connection } from './session-state.js'

/** More than this waiting to be sent means a slow line: tiles are left out until it is through. */
const maxBufferedBytes = 4_000_000
const drainCheckMs = 100

/** Wraps a socket: messages as JSON text, tiles as binary frames, and tiles left out while the line is full. */
export function createConnection(socket: WebSocket, baseUrl: string): Connection {
  let drained: (() => void) | undefined
  let waiting: NodeJS.Timeout | undefined

  function watchDrain(): void {
    waiting ??= setInterval(() => {
      if (socket.readyState === socket.OPEN && socket.bufferedAmount > maxBufferedBytes / 4) return
      clearInterval(waiting)
      waiting = undefined
      if (socket.readyState === socket.OPEN) drained?.()
    }, drainCheckMs).unref()
  }

  return {
    baseUrl,
    get isOpen() {
      return socket.readyState === socket.OPEN
    },
    send: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
    },
    sendTile: (frame) => {
      if (socket.readyState !== socket.OPEN) return
      if (waiting || socket.bufferedAmount > maxBufferedBytes) {
        watchDrain()
        return
      }
      socket.send(encodeTileFrame(frame))
    },
    onDrained: (listener) => {
      drained = listener
    },
    close: (code, reason) => socket.close(code, reason.slice(0, 120)),
  }
}
