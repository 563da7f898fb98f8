import { expect, it } from 'vitest'
import { FakeSocket } from '../connection/testing/fake-socket'
import { createEditorSession } from './editor-session'

const parts = (part: number) => ({ type: 'parts', parts: [{ name: '1' }, { name: '2' }], part })

it('stays on the slide that was chosen while the engine still tells of the one before', () => {
  const socket = new FakeSocket()
  const session = createEditorSession({
    onLost: () => undefined,
    createSocket: () => socket,
    credentials: () => ({ token: 'token' }),
    onMessage: () => undefined,
  })
  session.connection.open()
  socket.accept()
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
