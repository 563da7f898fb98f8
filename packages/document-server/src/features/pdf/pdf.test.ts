import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeFormPdf } from '@lectern/fixtures'
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
    const { opened } = await openPdf({ mode: 'view' })
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

describe('a PDF form', () => {
  const fields = { '6R': 'Ann of the harbour', '7R': true }
  beforeEach(() => {
    server.portal.files.set('/files/k1.pdf', makeFormPdf())
  })

  it('is filled in by two people, who see what the other writes, and saved with it', async () => {
    const { page: ann } = await openPdf()
    const { page: ben } = await openPdf({ user: 'u2', permissions: { edit: false, fillForms: true } })
    ann.send({ type: 'fields', seq: 1, fields: { '6R': fields['6R'] } })
    await ben.wait('fields', (message) => message.fields['6R'] === fields['6R'])
    ben.send({ type: 'fields', seq: 1, fields: { '7R': true } })
    expect(await ann.wait('fields', (message) => message.fields['7R'] === true)).toMatchObject({ fields })
    await ben.wait('ack', ({ durableSeq }) => durableSeq === 1)
    const { page: late } = await openPdf({ user: 'u3', mode: 'view' })
    expect(await late.wait('fields')).toMatchObject({ fields })
    for (const page of [late, ann, ben]) page.leave()
    const { body } = await server.portal.callback(2)
    expect(body).toMatchObject({ filetype: 'pdf', users: ['u2'] })
    const saved = Buffer.from(await (await fetch(body.url!)).arrayBuffer()).toString('latin1')
    expect(saved).toContain('(Ann of the harbour)')
    expect(saved).toMatch(/\/V \/Yes/)
  })

  it('that is handed in tells the portal what stands in its fields', async () => {
    const { page } = await openPdf({ forcesave: true, permissions: { edit: false, fillForms: true } })
    page.send({ type: 'fields', seq: 1, fields })
    await page.wait('ack', ({ durableSeq }) => durableSeq === 1)
    page.send({ type: 'forceSave', isSubmit: true })
    const { body } = await server.portal.callback(6)
    expect(body).toMatchObject({ forcesavetype: 3, filetype: 'pdf', actions: [{ type: 2, userid: 'u1' }] })
    expect(await (await fetch(String(body['formsdataurl']))).json()).toEqual([
      { key: expect.any(String) as string, tag: '', value: fields['6R'], type: 'text' },
      { key: expect.any(String) as string, tag: '', value: true, type: 'checkBox' },
    ])
    page.leave()
    expect((await server.portal.callback(2)).body['formsdataurl']).toBeUndefined()
  })

  it('takes nothing from somebody who only looks, and nothing else from anybody', async () => {
    const { page: viewer } = await openPdf({ mode: 'view' })
    viewer.send({ type: 'fields', seq: 1, fields })
    await viewer.wait('rejected')
    const { page: ann } = await openPdf({ user: 'u2' })
    ann.send({ type: 'text', seq: 1, text: 'x' })
    await ann.wait('rejected')
    for (const page of [viewer, ann]) page.leave()
    expect((await server.portal.callback(4)).body).toMatchObject({ status: 4 })
  })

  it('keeps what was filled in when the server ends', async () => {
    const { page } = await openPdf()
    page.send({ type: 'fields', seq: 1, fields })
    await page.wait('ack', ({ durableSeq }) => durableSeq === 1)
    page.cut()
    await server.restart()
    const { body } = await server.portal.callback(2)
    expect(Buffer.from(await (await fetch(body.url!)).arrayBuffer()).toString('latin1')).toContain('(Ann of')
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
