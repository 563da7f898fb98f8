import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFakeEngine } from '../../testing/fake-engine.js'
import { startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'
import { systemClock } from '../../lib/clock.js'
import { createResultLinks } from './result-links.js'
import { parseRange } from './results.routes.js'

let server: TestServer
let link: string

beforeAll(async () => {
  server = await startTestServer(() => createFakeEngine())
  const page = await server.page('k1')
  await page.wait('opened')
  page.type('x')
  page.leave()
  link = (await server.portal.callback(2)).body.url!
})
afterAll(() => server.close())

describe('a result link', () => {
  it('gives the whole file with a safe type and name', async () => {
    const response = await fetch(link)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('wordprocessingml.document')
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''output.docx")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(Number(response.headers.get('content-length'))).toBe((await response.arrayBuffer()).byteLength)
  })

  it('gives a part of the file', async () => {
    const response = await fetch(link, { headers: { range: 'bytes=0-3' } })
    expect(response.status).toBe(206)
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).toBe('PK\x03\x04')
  })

  it.each([
    ['without a signature', (url: URL) => url.searchParams.delete('md5'), 403],
    ['with another signature', (url: URL) => url.searchParams.set('md5', 'AAAAAAAAAAAAAAAAAAAAAA'), 403],
    ['with a later end', (url: URL) => url.searchParams.set('expires', '9999999999'), 403],
    [
      'for another file',
      (url: URL) => (url.pathname = url.pathname.replace('output.docx/', 'changes.zip/')),
      403,
    ],
    [
      'with a path that climbs',
      (url: URL) => (url.pathname = '/cache/files/data/..%2f..%2fdocuments/output/x'),
      403,
    ],
  ])('%s is refused', async (_, change, status) => {
    const url = new URL(link)
    change(url)
    expect((await fetch(url)).status).toBe(status)
  })

  it('ends after 15 minutes', () => {
    let now = 1_000_000
    const links = createResultLinks('secret', { ...systemClock, now: () => now })
    const url = new URL(
      links.create('http://s', '/cache/files/data/k_1/output.docx/output.docx', 'k', 'output.docx'),
    )
    const check = () =>
      links.check(url.pathname, url.searchParams.get('md5')!, url.searchParams.get('expires')!)
    expect(check()).toBe('ok')
    now += 15 * 60_000 + 1_000
    expect(check()).toBe('gone')
  })
})

describe('a range', () => {
  it.each([
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=100-', { start: 100, end: 999 }],
    ['bytes=-10', { start: 990, end: 999 }],
    ['bytes=0-5000', { start: 0, end: 999 }],
    ['bytes=1000-', 'bad'],
    ['bytes=5-1', 'bad'],
    ['bytes=-', undefined],
    ['lines=1-2', undefined],
    [undefined, undefined],
  ])('%s of 1,000 bytes is %j', (header, wanted) => {
    expect(parseRange(header, 1_000)).toEqual(wanted)
  })
})

describe('the address in links', () => {
  it('follows the proxy in front', async () => {
    const page = await server.page('k2', {
      headers: {
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'portal.example',
        'x-forwarded-prefix': '/document-server',
      },
    })
    await page.wait('opened')
    page.type('x')
    page.leave()
    const { body } = await server.portal.callback(2, 2)
    expect(body.url).toMatch(/^https:\/\/portal\.example\/document-server\/cache\/files\/data\/k2_\d+\//)
  })
})
