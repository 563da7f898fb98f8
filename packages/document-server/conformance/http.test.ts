import { describe, expect, it } from 'vitest'
import { target } from './lib/bench.js'

const get = async (path: string, options: RequestInit = {}) => {
  const response = await fetch(`${target.url}${path}`, { redirect: 'manual', ...options })
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
  }
}

describe('over HTTP, a document server', () => {
  it('says that it is healthy', async () => {
    await expect
      .poll(() => get('/healthcheck'), { timeout: 120_000 })
      .toMatchObject({ status: 200, text: 'true' })
    expect((await get('/healthcheck')).type).toContain('text/plain')
  })

  it('leads from its root to a page for people', async () => {
    expect((await get('/')).status).toBe(302)
    expect(await get('/welcome/')).toMatchObject({ status: 200, type: expect.stringContaining('text/html') })
  })

  it('serves the script that portals load', async () => {
    const { status, type, text } = await get('/web-apps/apps/api/documents/api.js')
    expect([status, type]).toEqual([200, expect.stringContaining('javascript')])
    expect(text).toContain('DocsAPI')
  })

  it.each(['/command', '/converter', '/no/such/path'])('has nothing to get at %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  it('gives no result without a signature', async () => {
    expect((await get('/cache/files/data/k_1/output.docx/output.docx')).status).toBe(403)
    expect(
      (await get('/cache/files/data/k_1/output.docx/output.docx?md5=AAAA&expires=9999999999')).status,
    ).toBe(403)
  })
})
