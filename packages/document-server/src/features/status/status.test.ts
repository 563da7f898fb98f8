import { request } from 'undici'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeEngine, packText } from '../../testing/fake-engine.js'
import { startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'
import type { ServerStatus } from './status.js'

let server: TestServer
const start = async (environment: Record<string, string> = {}) => {
  server = await startTestServer(() => createFakeEngine(), environment)
}
beforeEach(() => start())
afterEach(() => server.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers, redirect: 'manual' })
const status = async () => (await (await get('/status.json')).json()) as ServerStatus

async function editAndLeave(): Promise<void> {
  const page = await server.page('k1', { user: '<b>u1</b>' })
  await page.wait('opened')
  page.type('hello ')
  page.leave()
  await server.portal.callback(2)
}

describe('the status', () => {
  it('shows open documents and who is in them', async () => {
    const page = await server.page('k1')
    await page.wait('opened')
    const typed = page.type('hello ')
    await page.wait('ack', ({ seq }) => seq >= typed)
    const { documents, engines } = await status()
    expect(documents).toEqual([
      {
        ...{ key: 'k1', title: 'Minutes of k1.docx', fileType: 'docx' },
        ...{ participants: 1, editors: 1, isOpen: true, isChanged: true },
      },
    ])
    expect(engines).toMatchObject({ waiting: 0, processes: [{ ready: true, documents: 1 }] })
  })

  it('shows callbacks with their bodies and answers, and nothing that opens something', async () => {
    await editAndLeave()
    await expect.poll(async () => (await status()).callbacks.length).toBe(2)
    const text = JSON.stringify(await status())
    const { callbacks } = await status()
    expect(callbacks[0]).toMatchObject({
      ...{ key: 'k1', status: 2, outcome: 'accepted', attempt: 1, httpStatus: 200, answer: '{"error":0}' },
      body: { key: 'k1', status: 2, users: ['<b>u1</b>'], filetype: 'docx' },
    })
    expect(text).not.toMatch(/md5=|expires=|eyJ/)
  })

  it('shows every try of a callback that fails', async () => {
    server.portal.answer = () => ({ status: 500, body: 'out of order' })
    const page = await server.page('k1')
    await page.wait('opened')
    expect((await status()).callbacks).toMatchObject([{ status: 1, outcome: 'failed', httpStatus: 500 }])
  })

  it('shows conversions', async () => {
    server.portal.files.set('/files/plain.docx', packText('plain'))
    const url = `${server.portal.url}/files/plain.docx`
    const claims = { async: false, filetype: 'docx', key: 'c1', outputtype: 'pdf', url }
    const body = JSON.stringify({ token: await server.sign(claims) })
    await fetch(`${server.url}/converter`, {
      ...{ method: 'POST', body, headers: { 'content-type': 'application/json' } },
    })
    expect((await status()).conversions).toMatchObject([{ key: 'c1', fileType: 'docx', outputType: 'pdf' }])
  })
})

describe('the status page', () => {
  it('is where the root leads to, in the browser’s language', async () => {
    expect((await get('/')).headers.get('location')).toBe('status/')
    const english = await get('/status/')
    expect(english.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await english.text()).toContain('Open documents')
    expect(await (await get('/status/', { 'accept-language': 'zh-CN,zh;q=0.9' })).text()).toContain(
      '打开的文档',
    )
  })

  it('shows names as text, whatever is in them', async () => {
    await editAndLeave()
    const html = await (await get('/status/')).text()
    expect(html).not.toContain('<b>u1</b>')
    expect(html).toContain('&#60;b&#62;u1')
  })
})

describe('who may see it', () => {
  it('is nobody who comes through a proxy, not even one on this machine', async () => {
    for (const name of ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via'])
      expect((await get('/status.json', { [name]: '127.0.0.1' })).status).toBe(403)
    expect((await get('/', { 'x-forwarded-for': '127.0.0.1' })).headers.get('location')).toBe('welcome/')
  })

  it('is nobody who calls this machine by another name', async () => {
    const { statusCode } = await request(`${server.url}/status.json`, { headers: { host: 'evil.example' } })
    expect(statusCode).toBe(403)
  })

  it('is everybody with a token for it, and not with another one of the same secret', async () => {
    const through = { 'x-forwarded-for': '203.0.113.9' }
    const token = await server.sign({ purpose: 'status' })
    expect((await get(`/status/?token=${token}`, through)).status).toBe(200)
    expect((await get('/status.json', { ...through, authorization: `Bearer ${token}` })).status).toBe(200)
    const config = await server.sign(server.configOf('k1'))
    expect((await get(`/status/?token=${config}`, through)).status).toBe(403)
  })

  it('is everybody when it is on, and nobody when it is off', async () => {
    await server.close()
    await start({ STATUS_PAGE: 'on' })
    expect((await get('/status.json', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(200)
    await server.close()
    await start({ STATUS_PAGE: 'off' })
    expect((await get('/status.json')).status).toBe(403)
  })
})
