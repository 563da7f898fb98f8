import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { describePortal } from '../testing/describe-portal.js'
import type { TestApp } from '../testing/test-app.js'

describePortal('the document server under a path of the portal', ({ newApp }) => {
  let upstream: Server
  let sockets: WebSocketServer
  let requests: IncomingMessage[]
  let portal: TestApp

  beforeEach(async () => {
    requests = []
    upstream = createServer((request, response) => {
      requests.push(request)
      response.setHeader(
        'content-security-policy',
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
      )
      response.end(`seen ${request.method ?? ''} ${request.url ?? ''}`)
    })
    sockets = new WebSocketServer({ server: upstream })
    sockets.on('connection', (socket, request) => {
      requests.push(request)
      socket.on('message', (data, isBinary) => {
        socket.send(data as Buffer, { binary: isBinary })
      })
    })
    upstream.listen(0, '127.0.0.1')
    await once(upstream, 'listening')
    const { port } = upstream.address() as AddressInfo
    portal = await newApp({
      environment: {
        DOCUMENT_SERVER_URL: '/document-server',
        DOCUMENT_SERVER_INTERNAL_URL: `http://127.0.0.1:${port}/inside`,
      },
    })
  })
  afterEach(stopUpstream)

  async function stopUpstream() {
    for (const socket of sockets.clients) socket.terminate()
    upstream.closeAllConnections()
    if (upstream.listening) await new Promise((resolve) => upstream.close(resolve))
  }

  /** The portal's own background job asks the document server too; only what came through the path counts here. */
  const proxied = () => requests.filter(({ headers }) => headers['x-forwarded-prefix'] === '/document-server')

  async function connect(): Promise<WebSocket> {
    const address = `${portal.url.replace('http', 'ws')}/document-server/editor/socket?x=1`
    const socket = new WebSocket(address, { headers: { cookie: 'lectern_session=secret' } })
    await once(socket, 'open')
    // The portal answers at once and connects to the document server then; an echo says that the way is open.
    socket.send('are you there?')
    await once(socket, 'message')
    return socket
  }

  describe('requests', () => {
    it('reach it without the path, with query and body', async () => {
      const answer = await fetch(`${portal.url}/document-server/web-apps/api.js?v=1`)
      expect(await answer.text()).toBe('seen GET /inside/web-apps/api.js?v=1')
      const posted = await fetch(`${portal.url}/document-server/command`, { method: 'POST', body: '{}' })
      expect(await posted.text()).toBe('seen POST /inside/command')
    })

    it('tell it how the browser sees it, and keep the cookie of the portal to themselves', async () => {
      await fetch(`${portal.url}/document-server/x`, { headers: { cookie: 'lectern_session=secret' } })
      const { headers } = proxied()[0] ?? {}
      expect(headers).toMatchObject({
        'x-forwarded-proto': 'http',
        'x-forwarded-host': new URL(portal.url).host,
        'x-forwarded-prefix': '/document-server',
      })
      expect(headers?.cookie).toBeUndefined()
    })

    it('are answered with its own content policy, not with that of the portal', async () => {
      const { headers } = await fetch(`${portal.url}/document-server/x`)
      expect(headers.get('content-security-policy')).toContain('wasm-unsafe-eval')
      expect(headers.get('x-frame-options')).toBeNull()
    })

    it('do not leave its path', async () => {
      const answer = await fetch(`${portal.url}/document-server/..%2f..%2fsecret`)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(proxied()).toEqual([])
    })

    it('are answered plainly while it is down', async () => {
      await stopUpstream()
      const answer = await fetch(`${portal.url}/document-server/x`)
      expect(answer.status).toBe(502)
      expect(await answer.json()).toMatchObject({ code: 'DOCUMENT_SERVER_UNREACHABLE' })
    })
  })

  describe('web sockets', () => {
    it('carry text and bytes both ways', async () => {
      const socket = await connect()
      socket.send('typed 字')
      expect(await once(socket, 'message')).toEqual([Buffer.from('typed 字'), false])
      socket.send(Buffer.from([0, 1, 255]))
      expect(await once(socket, 'message')).toEqual([Buffer.from([0, 1, 255]), true])
      socket.close()
    })

    it('reach it without the path, and with the same headers as requests', async () => {
      const socket = await connect()
      const { url, headers } = proxied()[0] ?? {}
      expect(url).toBe('/inside/editor/socket?x=1')
      expect(headers).toMatchObject({
        'x-forwarded-proto': 'http',
        'x-forwarded-host': new URL(portal.url).host,
      })
      expect(headers?.cookie).toBeUndefined()
      socket.close()
    })

    it('close with the code that it gives', async () => {
      const socket = await connect()
      for (const client of sockets.clients) client.close(4001, 'replaced')
      const [code, reason] = (await once(socket, 'close')) as [number, Buffer]
      expect([code, reason.toString()]).toEqual([4001, 'replaced'])
    })

    it('tell it when the browser leaves', async () => {
      const socket = await connect()
      const [inside] = sockets.clients
      if (!inside) throw new Error('Nobody is connected.')
      const closed = once(inside, 'close')
      socket.close(1000)
      expect((await closed)[0]).toBe(1000)
    })

    it('close when it goes away', async () => {
      const socket = await connect()
      const closed = once(socket, 'close')
      await stopUpstream()
      expect((await closed)[0]).not.toBe(1000)
    })
  })
})
