import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CommandReply, ConversionReply, ConversionRequest } from '@lectern/shared'
import { createDocumentServerJwt } from '../features/editing/document-server-jwt.js'

export const stubSecret = 'a secret of document server and portal'

/** A command as the portal sent it: the verified claims of its token. */
export type ReceivedCommand = Record<string, unknown> & { c: string; key?: string }

export interface DocumentServerStub {
  url: string
  /** Files it serves, by path. */
  files: Map<string, Uint8Array>
  /** Paths that were fetched, queries included. */
  fetched: string[]
  commands: ReceivedCommand[]
  /** Answers commands; by default as the recorded server answers for keys that it does not know. */
  answer: (command: ReceivedCommand) => CommandReply | { status: number }
  conversions: ConversionRequest[]
  /** Answers conversions; by default it cannot convert anything. */
  convert: (request: ConversionRequest) => ConversionReply | { status: number }
  /** Signs as the document server does. */
  sign: (claims: object) => string
  /** Puts a result at a path of its own and gives its signed link. */
  addResult: (bytes: Uint8Array, name?: string) => string
  /** Posts a callback as the recorded server does: token in the header and in the body. */
  callback: (callbackUrl: string, body: object) => Promise<{ status: number; body: unknown }>
  stop: () => Promise<void>
}

/** Starts the side of a document server that a portal talks to; it answers as in the recordings. */
export async function startDocumentServerStub(): Promise<DocumentServerStub> {
  const jwt = createDocumentServerJwt(stubSecret, () => new Date())
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let results = 0
  const stub: DocumentServerStub = {
    url,
    files: new Map(),
    fetched: [],
    commands: [],
    answer: ({ key }) => ({ key, error: 1 }),
    conversions: [],
    convert: () => ({ error: -3 }),
    sign: (claims) => jwt.sign(claims, 300),
    addResult(bytes, name = 'output.docx') {
      const path = `/cache/files/data/key_${++results}/${name}/${name}`
      stub.files.set(path, bytes)
      return `${url}${path}?md5=signature${results}&expires=4000000000&filename=${name}`
    },
    callback: (callbackUrl, body) => postCallback(stub, callbackUrl, body),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', url)
    if (request.method === 'POST' && pathname === '/command') {
      await answerSigned(request, response, (claims) => {
        const command = claims as ReceivedCommand | undefined
        if (command) stub.commands.push(command)
        return command ? stub.answer(command) : { error: 6 }
      })
      return
    }
    if (request.method === 'POST' && pathname === '/converter') {
      await answerSigned(request, response, (claims) => {
        const conversion = claims as ConversionRequest | undefined
        if (conversion) stub.conversions.push(conversion)
        return conversion ? stub.convert(conversion) : { error: -8 }
      })
      return
    }
    stub.fetched.push(pathname + search)
    const file = stub.files.get(pathname)
    response.writeHead(file ? 200 : 404, file ? { 'content-length': file.byteLength } : {})
    response.end(file)
  }
  async function answerSigned(
    request: IncomingMessage,
    response: ServerResponse,
    answer: (claims: unknown) => object,
  ): Promise<void> {
    const { token } = JSON.parse(await readBody(request)) as { token: string }
    const reply = answer(await jwt.verify(token))
    const status = 'status' in reply ? Number(reply.status) : 200
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
  }
  return stub
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

async function postCallback(stub: DocumentServerStub, callbackUrl: string, body: object) {
  const response = await fetch(callbackUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${stub.sign({ payload: body })}`,
    },
    body: JSON.stringify({ ...body, token: stub.sign(body) }),
  })
  return { status: response.status, body: (await response.json()) as unknown }
}
