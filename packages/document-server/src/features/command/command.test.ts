import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFakeEngine } from '../../testing/fake-engine.js'
import { signClaims, startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(() => createFakeEngine())
})
afterAll(() => server.close())

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const version = { error: 0, version: '9.3.0.0' }

describe('the command service', () => {
  it('takes the token from body or header, wrapped or not, under both paths', async () => {
    const token = await signClaims({ c: 'version' })
    const wrapped = await signClaims({ payload: { c: 'version' } })
    expect((await post('/command', { token })).body).toEqual(version)
    expect((await post('/command', { c: 'license', token })).body).toEqual(version)
    expect((await post('/command', { c: 'version' }, { authorization: `Bearer ${token}` })).body).toEqual(
      version,
    )
    expect((await post('/command', {}, { authorization: `Bearer ${wrapped}` })).body).toEqual(version)
    expect((await post('/coauthoring/CommandService.ashx?shardkey=k', { token })).body).toEqual(version)
  })

  it.each([
    ['without a token', async () => post('/command', { c: 'version' })],
    ['with a body that is not JSON', async () => post('/command', 'nonsense')],
    ['with a token of another secret', async () => post('/command', { token: 'a.b.c' })],
  ])('answers %s with 200 and error 6', async (_, call) => {
    expect(await call()).toEqual({ status: 200, body: { error: 6 } })
  })

  it('answers an expired token with error 7', async () => {
    const token = await signClaims({ c: 'version' }, Math.floor(Date.now() / 1_000) - 3_600)
    expect((await post('/command', { token })).body).toEqual({ error: 7 })
  })

  it('does nothing for the token of an editor config', async () => {
    const token = await signClaims(server.configOf('k1'))
    expect((await post('/command', { c: 'getForgottenList', token })).body).toEqual({ error: 1 })
  })

  it.each([
    [{}, { error: 1 }],
    [{ c: 'forcesave' }, { error: 1 }],
    [
      { c: 'nosuchcommand', key: 'k' },
      { key: 'k', error: 5 },
    ],
    [
      { c: 'info', key: 'no-such-key' },
      { key: 'no-such-key', error: 1 },
    ],
    [
      { c: 'forcesave', key: 'no-such-key' },
      { key: 'no-such-key', error: 1 },
    ],
    [
      { c: 'drop', key: 'no-such-key', users: ['u9'] },
      { key: 'no-such-key', error: 0 },
    ],
    [
      { c: 'getForgotten', key: 'no-such-key' },
      { key: 'no-such-key', error: 1 },
    ],
    [
      { c: 'deleteForgotten', key: 'no-such-key' },
      { key: 'no-such-key', error: 1 },
    ],
    [{ c: 'getForgottenList' }, { error: 0, keys: [] }],
  ])('answers %j as recorded', async (command, reply) => {
    expect(await server.command(command)).toEqual(reply)
  })

  it('tells who edits, and tells the portal too', async () => {
    const page = await server.page('k-info')
    await page.wait('opened')
    expect(await server.command({ c: 'info', key: 'k-info', userdata: 'ud' })).toEqual({
      key: 'k-info',
      error: 0,
      users: ['u1'],
    })
    const { body } = await server.portal.callback(1, 2)
    expect(body).toEqual({ key: 'k-info', status: 1, users: ['u1'], userdata: 'ud' })
    page.leave()
    await server.portal.callback(4)
    await expect
      .poll(() => server.command({ c: 'info', key: 'k-info' }))
      .toEqual({
        key: 'k-info',
        error: 0,
        users: [],
      })
    expect((await server.portal.callback(4, 2)).body).toEqual({ key: 'k-info', status: 4 })
  })

  it('renames the document on every page', async () => {
    const page = await server.page('k-meta')
    await page.wait('opened')
    expect(await server.command({ c: 'meta', key: 'k-meta', meta: { title: '新名字.docx' } })).toEqual({
      key: 'k-meta',
      error: 0,
    })
    expect((await page.wait('meta')).title).toBe('新名字.docx')
    page.leave()
  })

  it('renames a document that nobody has open, but none that it does not know', async () => {
    const page = await server.page('k-meta-closed')
    await page.wait('opened')
    page.leave()
    await expect.poll(() => server.command({ c: 'info', key: 'k-meta-closed' })).toMatchObject({ users: [] })
    const meta = { title: 'Later.docx' }
    expect(await server.command({ c: 'meta', key: 'k-meta-closed', meta })).toMatchObject({ error: 0 })
    expect(await server.command({ c: 'meta', key: 'no-such-key', meta })).toMatchObject({ error: 1 })
  })

  it('sends away whom the portal drops', async () => {
    const stays = await server.page('k-drop', { user: 'u1' })
    await stays.wait('opened')
    const goes = await server.page('k-drop', { user: 'u2' })
    await goes.wait('opened')
    await server.command({ c: 'drop', key: 'k-drop', users: ['u2'] })
    expect((await goes.wait('ended')).reason).toBe('dropped')
    await expect
      .poll(() => server.portal.callbacks.at(-1)?.body)
      .toEqual({
        key: 'k-drop',
        status: 1,
        users: ['u1'],
        actions: [{ type: 0, userid: 'u2' }],
      })
    stays.leave()
  })

  it('hands out a forgotten file and deletes it', async () => {
    server.portal.answer = (status) => ({ status: 200, body: `{"error":${status === 2 ? 1 : 0}}` })
    const page = await server.page('k-forgotten')
    await page.wait('opened')
    page.type('kept')
    page.leave()
    await expect
      .poll(() => server.command({ c: 'getForgottenList' }))
      .toEqual({ error: 0, keys: ['k-forgotten'] })
    const { url } = await server.command({ c: 'getForgotten', key: 'k-forgotten' })
    const response = await fetch(String(url))
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''output.docx")
    expect(await server.command({ c: 'deleteForgotten', key: 'k-forgotten' })).toEqual({
      key: 'k-forgotten',
      error: 0,
    })
    expect((await fetch(String(url))).status).toBe(404)
  })
})
