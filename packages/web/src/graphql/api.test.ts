// @vitest-environment node
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApi } from './api'
import { codeOf, UNREACHABLE } from './api-error'
import { SignOutDocument, ViewerDocument } from './generated/graphql'

const ada = {
  __typename: 'User',
  id: 'user-1',
  name: 'Ada',
  email: null,
  isAdministrator: true,
  isGuest: false,
  language: 'en',
  hasPassword: false,
}

describe('the connection to the API', () => {
  let server: Server
  let address: string
  let answer: { status: number; body: unknown }
  let headers: Record<string, unknown>[]

  beforeEach(async () => {
    headers = []
    answer = { status: 200, body: { data: { viewer: ada } } }
    server = createServer((request, response) => {
      headers.push(request.headers)
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer.body))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  const connect = () => {
    const fetchFromServer: typeof fetch = (_, init) => fetch(`${address}/graphql`, init)
    return createApi({ fetch: fetchFromServer })
  }

  it('gives the data that the portal answers', async () => {
    expect((await connect().query(ViewerDocument, {})).viewer?.name).toBe('Ada')
  })

  it('says with each request that it comes from the portal’s page', async () => {
    await connect().query(ViewerDocument, {})
    expect(headers[0]).toHaveProperty('apollo-require-preflight', 'true')
  })

  it('remembers the last answer until somebody else signs in', async () => {
    const api = connect()
    expect(api.peek(ViewerDocument, {})).toBeUndefined()
    await api.query(ViewerDocument, {})
    expect(api.peek(ViewerDocument, {})?.viewer?.name).toBe('Ada')
    api.reset()
    expect(api.peek(ViewerDocument, {})).toBeUndefined()
  })

  it('asks again although an answer is remembered', async () => {
    const api = connect()
    await api.query(ViewerDocument, {})
    answer.body = { data: { viewer: { ...ada, name: 'Grace' } } }
    expect((await api.query(ViewerDocument, {})).viewer?.name).toBe('Grace')
  })

  it('passes the code and the values of a refusal on', async () => {
    const extensions = { code: 'RATE_LIMITED', details: { retryAfterSeconds: 30 } }
    answer = { status: 429, body: { errors: [{ message: 'Too many.', extensions }] } }
    await expect(connect().mutate(SignOutDocument, {})).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      message: 'Too many.',
      details: { retryAfterSeconds: 30 },
    })
  })

  it('says that the portal is unreachable when it does not answer', async () => {
    const failing = createApi({ fetch: () => Promise.reject(new TypeError('refused')) }).query(
      ViewerDocument,
      {},
    )
    await expect(failing).rejects.toMatchObject({ code: UNREACHABLE })
  })

  it('takes anything else that is thrown for a fault of its own', () => {
    expect(codeOf(new TypeError('x'))).toBe('INTERNAL')
  })
})
