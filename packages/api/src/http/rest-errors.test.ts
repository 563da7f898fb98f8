import { rm } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { describePortal } from '../testing/describe-portal.js'
import type { TestClient } from '../testing/test-client.js'
import { renderErrorPage } from './error-page.js'

const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const deleteQuery = 'mutation ($id: ID!) { deleteNode(id: $id) }'

async function open(client: TestClient, address: string, headers: Record<string, string> = page) {
  const response = await client.request(address, { headers })
  const type = response.headers.get('content-type') ?? ''
  return { status: response.status, type, text: await response.text(), headers: response.headers }
}

describePortal('an address that cannot be given', ({ newApp }) => {
  it('is a page in a browser, and JSON for programs', async () => {
    const app = await newApp()
    const { id, downloadUrl } = await app.admin.given.document()
    await app.admin.ask(deleteQuery, { id })
    const shown = await open(app.admin, downloadUrl)
    expect([shown.status, shown.type]).toEqual([404, 'text/html; charset=utf-8'])
    expect(shown.text).toContain('<html lang="en">')
    expect(shown.text).toContain('It was deleted, or you have no access to it.')
    expect(shown.text).toContain('<a href="/">To the library</a>')
    expect(shown.headers.get('vary')).toContain('accept')
    for (const accept of ['*/*', 'application/json']) {
      const { status, type, text } = await open(app.admin, downloadUrl, { accept })
      expect([status, type]).toEqual([404, 'application/json; charset=utf-8'])
      expect(JSON.parse(text)).toMatchObject({ code: 'NOT_FOUND', details: {} })
    }
  })

  it('is told in the language of the person, else in that of the browser', async () => {
    const app = await newApp()
    const { downloadUrl } = await app.admin.given.document()
    const member = await app.newPerson('Mei')
    await member.ask('mutation { updateProfile(input: { language: "zh-CN" }) { id } }')
    const forbidden = await open(member, downloadUrl)
    expect(forbidden.status).toBe(404)
    expect(forbidden.text).toContain('<html lang="zh-CN">')
    expect(forbidden.text).toContain('找不到该内容')
    const stranger = await open(app.newClient(), downloadUrl, {
      ...page,
      'accept-language': 'zh-CN,en;q=0.5',
    })
    expect(stranger.status).toBe(401)
    expect(stranger.text).toContain('您尚未登录')
  })

  it('leads strangers by way of signing in to the document', async () => {
    const app = await newApp()
    const { id, downloadUrl } = await app.admin.given.document()
    const { text } = await open(app.newClient(), `${downloadUrl}?version=1`)
    expect(text).toContain(`href="/sign-in?redirect=%2Fdocuments%2F${id}"`)
    const many = await open(app.newClient(), `/download?ids=${id}`)
    expect(many.text).toContain('href="/sign-in"')
  })

  it('says so too when the bytes are missing, without what was said of the file', async () => {
    const app = await newApp()
    const { downloadUrl } = await app.admin.given.document()
    await rm(path.join(app.dataDir, 'blobs'), { recursive: true })
    const { status, type, text, headers } = await open(app.admin, downloadUrl)
    expect(status).toBeGreaterThanOrEqual(500)
    expect(type).toBe('text/html; charset=utf-8')
    expect(text).toContain('</html>')
    expect(headers.get('content-disposition')).toBeNull()
    expect(headers.get('etag')).toBeNull()
    const program = await open(app.admin, downloadUrl, { accept: '*/*' })
    expect(JSON.parse(program.text)).toHaveProperty('message')
  })
})

describe('the page of an error', () => {
  it('shows every sign as a sign', () => {
    const failure = { code: 'FORBIDDEN', status: 403, message: '<script>"&\'' } as const
    const shown = renderErrorPage(failure, { language: 'en', path: '/"><script>' })
    expect(shown).not.toContain('<script>')
    expect(shown).toContain('&#60;script&#62;&#34;&#38;&#39;')
  })

  it('gives the number by which the administrator finds the cause', () => {
    const failure = { code: 'INTERNAL', status: 500, message: 'x', requestId: '0190-1' } as const
    expect(renderErrorPage(failure, { language: 'zh-CN', path: '/' })).toContain('供管理员查找的编号: 0190-1')
  })
})
