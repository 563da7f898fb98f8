import { expect, it } from 'vitest'
import type { Socket } from '../connection/connection'
import { createEditorSession } from './editor-session'

/** The browser's end of a line to a server that the test plays. */
class FakeSocket extends EventTarget implements Socket {
  binaryType = 'blob'
  readyState = 1
  readonly sent: { type: string; seq?: number }[] = []

  send(data: string) {
    this.sent.push(JSON.parse(data) as FakeSocket['sent'][number])
  }
  close() {
    this.readyState = 3
  }
  says(message: object) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  }
}

const parts = (part: number) => ({ type: 'parts', parts: [{ name: '1' }, { name: '2' }], part })

it('stays on the slide that was chosen while the engine still tells of the one before', () => {
  const socket = new FakeSocket()
  const session = createEditorSession({
    createSocket: () => socket,
    credentials: () => ({ token: 'token' }),
    onMessage: () => undefined,
  })
  session.connection.open()
  socket.dispatchEvent(new Event('open'))
  socket.says({ ...parts(1), type: 'opened', participantId: 'ann', lastSeq: 0, canEdit: true })
  session.movePart(1, 0)
  socket.says(parts(1))
  expect(session.state.part).toBe(0)
  socket.says({ type: 'ack', seq: 1, durableSeq: 0 })
  socket.says(parts(1))
  expect(session.state.part).toBe(0)
  socket.says({ type: 'ack', seq: 2, durableSeq: 0 })
  socket.says(parts(1))
  expect(session.state.part).toBe(1)
})
