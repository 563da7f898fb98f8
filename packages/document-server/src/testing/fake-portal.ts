import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { jwtVerify } from 'jose'
import type { JWTPayload } from 'jose'

/** A callback as it arrived. */
export interface ReceivedCallback {
  atMs: number
  body: Record<string, unknown> & { status: number; key: string; url?: string; changesurl?: string }
  headerClaims: JWTPayload
  bodyClaims: JWTPayload
}

interface Answer {
  status: number
  body: string
}

/** A portal: serves files, takes callbacks, and remembers the order of both. */
export interface FakePortal {
  url: string
  files: Map<string, Uint8Array>
  callbacks: ReceivedCallback[]
  /** `download /files/a.docx` and `callback 1`, in order of arrival. */
  log: string[]
  downloadClaims: JWTPayload[]
  /** Decides how callbacks are answered; the default is `{"error":0}`. */
  answer: (status: number) => Answer
  /** Resolves with the callback of a status, the n-th one, when it is there. */
  callback: (status: number, count?: number) => Promise<ReceivedCallback>
  close: () => Promise<void>
}

/** Starts a portal on a free port; `host` is this machine as a document server elsewhere can reach it. */
export async function startFakePortal(secret: string, host = '127.0.0.1'): Promise<FakePortal> {
  const key = new TextEncoder().encode(secret)
  const waiting = new Set<() => void>()
  const portal: FakePortal = {
    url: '',
    files: new Map(),
    callbacks: [],
    log: [],
    downloadClaims: [],
    answer: () => ({ status: 200, body: '{"error":0}' }),
    callback: (status, count = 1) =>
      new Promise((resolve) => {
        const look = () => {
          const found = portal.callbacks.filter((callback) => callback.body.status === status)[count - 1]
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://portal').pathname
    const bearer = request.headers.authorization?.replace('Bearer ', '') ?? ''
    const { payload } = await jwtVerify(bearer, key)
    if (request.method === 'GET') {
      serveFile(path, payload, response)
      return
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { token, ...body } = JSON.parse(Buffer.concat(chunks).toString()) as ReceivedCallback['body'] & {
      token: string
    }
    const bodyClaims = (await jwtVerify(token, key)).payload
    portal.callbacks.push({
      atMs: Date.now(),
      body: body,
      headerClaims: payload,
      bodyClaims,
    })
    portal.log.push(`callback ${String(body['status'])}`)
    const answer = portal.answer(body.status)
    response.writeHead(answer.status).end(answer.body)
    for (const look of [...waiting]) look()
  }

  function serveFile(path: string, claims: JWTPayload, response: ServerResponse): void {
    portal.log.push(`download ${path}`)
    portal.downloadClaims.push(claims)
    const bytes = portal.files.get(path)
    response.writeHead(bytes ? 200 : 404).end(bytes)
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((cause: unknown) => {
      portal.log.push(`refused ${request.method ?? ''} ${String(cause)}`)
      response.writeHead(403).end()
    })
  })
  const isLocal = host === '127.0.0.1'
  await new Promise<void>((resolve) => server.listen(0, isLocal ? host : '0.0.0.0', resolve))
  portal.url = `http://${host}:${(server.address() as AddressInfo).port}`
  return portal
}
