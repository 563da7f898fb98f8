import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { createLive, type LiveChanges } from './live'

interface Message {
  type: string
  id?: string
  payload?: { variables: { nodeIds: string[]; after?: string } }
}

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A portal that speaks as much of graphql-transport-ws as is needed, and answers subscriptions as a test says. */
async function startPortal(answer: (variables: object) => object[]) {
  const asked: object[] = []
  const server = new WebSocketServer({ port: 0, handleProtocols: () => 'graphql-transport-ws' })
  stops.push(() => {
    server.close()
  })
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const { type, id, payload } = JSON.parse((data as Buffer).toString()) as Message
      if (type === 'connection_init') socket.send(JSON.stringify({ type: 'connection_ack' }))
      if (type !== 'subscribe' || !payload) return
      asked.push(payload.variables)
      for (const next of answer(payload.variables))
        socket.send(JSON.stringify({ type: 'next', id, payload: next }))
    })
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const live = createLive({
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    webSocketImpl: WebSocket,
    retryMs: { first: 1, most: 5 },
  })
  return {
    asked,
    live,
    cut: () => {
      for (const client of server.clients) client.terminate()
    },
  }
}

const changes = (position: string, nodeIds: string[]) => ({
  data: {
    changes: {
      position,
      isStart: false,
      nodes: nodeIds.map((nodeId) => ({ nodeId, aspects: ['ITSELF'] })),
      own: [],
      lists: [],
    },
  },
})

/** Collects what is heard, and lets a test wait for so much of it. */
function collect() {
  const heard: LiveChanges[] = []
  let wake: () => void = () => undefined
  return {
    heard,
    onChange: (change: LiveChanges) => {
      heard.push(change)
      wake()
    },
    async until(isEnough: () => boolean) {
      while (!isEnough()) await new Promise<void>((resolve) => (wake = resolve))
    },
  }
}

describe('the connection for changes', () => {
  it('goes on after a break where it was', async () => {
    const { asked, live, cut } = await startPortal(({ after }: { after?: string }) =>
      after ? [changes('1.2', ['late'])] : [changes('1.1', ['a'])],
    )
    const { heard, onChange, until } = collect()
    stops.push(live.watch({ nodeIds: ['a', 'late'], lists: ['TRASH'] }, onChange))
    const named = (nodeId: string) => () => heard.some(({ nodes }) => nodes[0]?.nodeId === nodeId)
    await until(named('a'))
    cut()
    await until(named('late'))
    const wanted = { nodeIds: ['a', 'late'], lists: ['TRASH'] }
    expect(asked).toEqual([wanted, { ...wanted, after: '1.1' }])
    expect(live.isConnected.value).toBe(true)
  })

  it('has pages ask for all from time to time while it cannot be had', async () => {
    const live = createLive({
      url: 'ws://127.0.0.1:9',
      webSocketImpl: WebSocket,
      retryMs: { first: 1, most: 5 },
    })
    const { heard, onChange, until } = collect()
    stops.push(live.watch({ nodeIds: ['a'] }, onChange))
    await until(() => heard.length === 2)
    expect(heard.every(({ isStart }) => isStart)).toBe(true)
    expect(live.isConnected.value).toBe(false)
  })

  it('does not ask again for what was refused', async () => {
    const { asked, live, cut } = await startPortal(() => [
      { errors: [{ message: 'no' }] },
      changes('1.1', []),
    ])
    const { heard, onChange, until } = collect()
    stops.push(live.watch({ nodeIds: ['gone'] }, onChange))
    await until(() => heard.length > 0)
    expect(heard[0]).toEqual({ isStart: true, nodes: [], own: [], lists: [] })
    expect(asked).toHaveLength(1)
    cut()
  })
})
