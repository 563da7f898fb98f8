import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeEngine } from '../../testing/fake-engine.js'
import type { FakeEngine } from '../../testing/fake-engine.js'
import { startTestServer } from '../../testing/test-server.js'
import type { PageOptions, TestServer } from '../../testing/test-server.js'

const bytes = Buffer.from('%PDF-1.7\nnot much of one\n%%EOF')
const samples = fileURLToPath(new URL('../../../../../../shared/samples/formats/', import.meta.url))
const programPath = process.env['PATH'] ?? ''
let engine: FakeEngine
let server: TestServer

beforeEach(async () => {
  engine = createFakeEngine()
  server = await startTestServer(() => engine, { PATH: programPath })
  server.portal.files.set('/files/k1.pdf', bytes)
})
afterEach(() => server.close())

const openPdf = async (options: PageOptions = {}) => {
  const page = await server.page('k1', { fileType: 'pdf', ...options })
  return { page, opened: await page.wait('opened') }
}

describe('a PDF file', () => {
  it('is shown without an engine, to somebody who can only look', async () => {
    const { opened } = await openPdf()
    expect(opened).toMatchObject({ documentType: 'pdf', fileType: 'pdf', role: 'viewer', canEdit: false })
    expect(engine.opened).toBe(0)
    expect(server.portal.callbacks).toHaveLength(0)
  })

  it('has an address for the browser, of which parts can be asked for', async () => {
    const { page } = await openPdf()
    page.send({ type: 'file', id: 1 })
    const { url } = await page.wait('file')
    const part = await fetch(url, { headers: { range: 'bytes=0-4' } })
    expect([part.status, await part.text()]).toEqual([206, '%PDF-'])
    page.send({ type: 'file', id: 2 })
    const again = await page.wait('file', ({ id }) => id === 2)
    expect(new URL(again.url).pathname).toBe(new URL(url).pathname)
    expect((await fetch(url.replace(/md5=[^&]+/, 'md5=AAAA'))).status).toBe(403)
  })

  it('is not downloaded by who may not', async () => {
    const { page } = await openPdf({ permissions: { download: false } })
    page.send({ type: 'downloadAs', id: 1, fileType: 'pdf' })
    await page.wait('warning')
    expect(page.messages.some(({ type }) => type === 'download')).toBe(false)
  })

  it('that is something else is refused', async () => {
    server.portal.files.set('/files/k1.pdf', Buffer.from('MZ a program'))
    const page = await server.page('k1', { fileType: 'pdf' })
    expect(await page.wait('error')).toMatchObject({ code: -25 })
  })
})

describe('a DjVu or XPS file', () => {
  const shown = async (fileType: string, content: Uint8Array) => {
    server.portal.files.set(`/files/k3.${fileType}`, content)
    const page = await server.page('k3', { fileType })
    await Promise.race([page.wait('opened'), page.wait('error')])
    return page
  }
  const hasTools = ['ddjvu', 'xpstopdf'].every((name) =>
    programPath.split(delimiter).some((folder) => existsSync(join(folder, name))),
  )

  it.runIf(hasTools && existsSync(samples)).each(['scan.djvu', 'print.xps'])(
    '%s is shown as PDF',
    async (name) => {
      const page = await shown(name.slice(name.lastIndexOf('.') + 1), readFileSync(join(samples, name)))
      page.send({ type: 'file', id: 1 })
      const { url } = await page.wait('file')
      expect((await (await fetch(url)).text()).slice(0, 5)).toBe('%PDF-')
    },
  )

  it('says what to install when its program is missing', async () => {
    await server.close()
    server = await startTestServer(() => engine, { PATH: '/nowhere' })
    const page = await shown('djvu', Buffer.from('AT&TFORM'))
    expect(page.messages.find(({ type }) => type === 'error')).toMatchObject({
      message: expect.stringContaining('djvulibre-bin') as unknown,
    })
  })
})

describe('a document of another type', () => {
  it('has no address for the browser: what may not be downloaded would be', async () => {
    const page = await server.page('k2', { permissions: { download: false } })
    await page.wait('opened')
    page.send({ type: 'file', id: 1 })
    await page.wait('warning')
    expect(page.messages.some(({ type }) => type === 'file')).toBe(false)
  })
})
