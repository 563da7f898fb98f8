import type { InputMessage } from '@lectern/shared'
import { beforeEach, describe, expect, it } from 'vitest'
import { createConnection, type Connection, type ConnectionState } from './connection'
import { FakeSocket } from './testing/fake-socket'

/** Timers that only the test moves. */
function createClock() {
  const due: { callback: () => void; atMs: number }[] = []
  let nowMs = 0
  return {
    set: (callback: () => void, delayMs: number) => {
      const timer = { callback, atMs: nowMs + delayMs }
      due.push(timer)
      return timer
    },
    clear: (timer: unknown) => {
      const index = due.indexOf(timer as (typeof due)[number])
      if (index >= 0) due.splice(index, 1)
    },
    pass(ms: number) {
      const end = nowMs + ms
      for (;;) {
        const next = due.filter((timer) => timer.atMs <= end).sort((a, b) => a.atMs - b.atMs)[0]
        if (!next) break
        nowMs = next.atMs
        due.splice(due.indexOf(next), 1)
        next.callback()
      }
      nowMs = end
    },
  }
}

describe('the connection of the editor page', () => {
  let sockets: FakeSocket[]
  let states: ConnectionState[]
  let clock: ReturnType<typeof createClock>
  let connection: Connection
  let lost: InputMessage[]

  const last = () => sockets.at(-1)!
  const opened = (participantId: string, lastSeq: number) => ({ type: 'opened', participantId, lastSeq })
  const type = (text: string) => connection.input({ type: 'text', text })

  beforeEach(() => {
    sockets = []
    states = []
    lost = []
    clock = createClock()
    connection = createConnection({
      createSocket: () => {
        const socket = new FakeSocket()
        sockets.push(socket)
        return socket
      },
      credentials: () => ({ token: 'secret', config: {} }),
      onMessage: () => undefined,
      onFrame: () => undefined,
      onStateChange: (state) => states.push(state),
      onLost: (inputs) => lost.push(...inputs),
      timers: clock,
      random: () => 0.5,
    })
    connection.open()
    last().accept()
  })

  it('opens with the token, and holds input back until the document is open', () => {
    type('a')
    expect(last().sent).toEqual([{ type: 'open', token: 'secret', config: {} }])
    last().says(opened('p1', 0))
    expect(last().inputs).toEqual([{ type: 'text', text: 'a', seq: 1 }])
  })

  describe('when the document was saved while the line was broken', () => {
    const place = { part: 0, cursor: { x: 10, y: 20, width: 0, height: 240 } }
    const saved = { sha256: 'f00d', lastSeq: 2, place }

    beforeEach(() => {
      last().says(opened('p1', 0))
      for (const text of ['a', 'b', 'c']) type(text)
      last().says({ type: 'ack', seq: 1, durableSeq: 1 })
      last().breaks()
      clock.pass(500)
      last().accept()
    })

    it('goes on where it was in the version that holds just that', () => {
      last().says({ type: 'outdated', saved })
      expect(connection.isGoingOn).toBe(true)
      connection.restart()
      last().accept()
      type('d')
      expect(last().sent[0]).toMatchObject({ resume: { participantId: 'p1', lastSeq: 2, place } })
      last().says({ ...opened('p2', 0), source: 'f00d' })
      expect(last().inputs).toEqual([
        { type: 'text', text: 'c', seq: 1 },
        { type: 'text', text: 'd', seq: 2 },
      ])
      expect(connection.isGoingOn).toBe(false)
      expect(lost).toEqual([])
    })

    it.each([
      ['another file', 'beef'],
      ['changed already', undefined],
    ])('gives back what was not sent when the version is %s', (_, source) => {
      last().says({ type: 'outdated', saved })
      connection.restart()
      last().accept()
      last().says({ ...opened('p2', 0), ...(source && { source }) })
      expect(lost).toMatchObject([{ text: 'c' }])
      expect(last().inputs).toEqual([])
      type('d')
      expect(last().inputs).toEqual([{ type: 'text', text: 'd', seq: 1 }])
    })

    it('gives back at once what can go on nowhere', () => {
      last().says({ type: 'outdated' })
      expect(lost).toMatchObject([{ text: 'b' }, { text: 'c' }])
      expect(connection.isGoingOn).toBe(false)
    })

    it('loses nothing when all was saved', () => {
      last().says({ type: 'outdated', saved: { ...saved, lastSeq: 3 } })
      expect(lost).toEqual([])
      expect(connection.isGoingOn).toBe(false)
    })
  })

  it('comes back after a break and sends again only what the server has not kept', () => {
    last().says(opened('p1', 0))
    for (const text of ['a', 'b', 'c', 'd']) type(text)
    last().says({ type: 'ack', seq: 3, durableSeq: 1 })
    last().breaks()
    expect(states.at(-1)).toBe('reconnecting')
    type('e')
    clock.pass(500)
    last().accept()
    expect(last().sent[0]).toMatchObject({ type: 'open', resume: { participantId: 'p1', lastSeq: 3 } })
    last().says(opened('p1', 2))
    expect(last().inputs.map((input) => [input.seq, input.text])).toEqual([
      [3, 'c'],
      [4, 'd'],
      [5, 'e'],
    ])
    expect(states.at(-1)).toBe('open')
  })

  it('sends only unconfirmed input, numbered anew, when the server made it a new participant', () => {
    last().says(opened('p1', 0))
    for (const text of ['a', 'b', 'c']) type(text)
    last().says({ type: 'ack', seq: 2, durableSeq: 0 })
    last().breaks()
    clock.pass(500)
    last().accept()
    last().says(opened('p9', 0))
    expect(last().inputs).toEqual([{ type: 'text', text: 'c', seq: 1 }])
    type('d')
    expect(last().inputs.at(-1)).toMatchObject({ text: 'd', seq: 2 })
  })

  it('leaves no gap behind a server whose disk lost what it had confirmed', () => {
    last().says(opened('p1', 0))
    for (const text of ['a', 'b', 'c']) type(text)
    last().says({ type: 'ack', seq: 3, durableSeq: 2 })
    last().breaks()
    clock.pass(500)
    last().accept()
    last().says(opened('p1', 1))
    expect(last().inputs).toEqual([{ type: 'text', text: 'c', seq: 2 }])
    type('d')
    expect(last().inputs.at(-1)).toMatchObject({ text: 'd', seq: 3 })
  })

  it('sends kept input again after the engine was restarted on the same line', () => {
    last().says(opened('p1', 0))
    type('a')
    type('b')
    last().says({ type: 'ack', seq: 2, durableSeq: 0 })
    last().says({ type: 'recovering' })
    expect(states.at(-1)).toBe('recovering')
    type('c')
    expect(last().inputs).toHaveLength(2)
    last().says(opened('p1', 1))
    expect(
      last()
        .inputs.slice(2)
        .map((input) => input.seq),
    ).toEqual([2, 3])
  })

  it('waits longer after each failure, up to ten seconds', () => {
    last().says(opened('p1', 0))
    for (const delayMs of [500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]) {
      last().breaks()
      const before = sockets.length
      clock.pass(delayMs - 1)
      expect(sockets).toHaveLength(before)
      clock.pass(1)
      expect(sockets).toHaveLength(before + 1)
    }
  })

  it('takes a line that stays silent for a broken one', () => {
    last().says(opened('p1', 0))
    clock.pass(39_000)
    expect(states.at(-1)).toBe('open')
    expect(last().sent.filter((message) => message.type === 'ping')).toHaveLength(2)
    clock.pass(1_000)
    expect(states.at(-1)).toBe('reconnecting')
  })

  it.each(['error', 'outdated', 'ended'])('stays away after `%s`', (ending) => {
    last().says(opened('p1', 0))
    last().says({ type: ending })
    clock.pass(60_000)
    expect(states.at(-1)).toBe('closed')
    expect(sockets).toHaveLength(1)
  })

  it('stays away when the same participant came back elsewhere', () => {
    last().says(opened('p1', 0))
    last().breaks(4001)
    clock.pass(60_000)
    expect(sockets).toHaveLength(1)
  })

  it('says good-bye when the person leaves', () => {
    last().says(opened('p1', 0))
    connection.leave()
    expect(last().sent.at(-1)).toEqual({ type: 'close' })
    clock.pass(60_000)
    expect(sockets).toHaveLength(1)
  })

  it('survives frames that are no messages', () => {
    last().says(opened('p1', 0))
    last().dispatchEvent(new MessageEvent('message', { data: '{"type":' }))
    last().dispatchEvent(new MessageEvent('message', { data: '[]' }))
    expect(states.at(-1)).toBe('open')
  })
})
