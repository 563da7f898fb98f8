import { writeFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeEngine, packText, unpackText } from '../../testing/fake-engine.js'
import type { FakeEngine } from '../../testing/fake-engine.js'
import { recordedReplies } from '../../testing/recordings.js'
import { signClaims, startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'
import { EngineError } from '../engine/index.js'

let engine: FakeEngine
let server: TestServer

beforeEach(async () => {
  engine = createFakeEngine()
  server = await startTestServer(() => engine)
  server.portal.files.set('/files/plain.docx', packText('plain'))
})
afterEach(() => server.close())

const request = (more: object = {}) => ({
  async: false,
  filetype: 'docx',
  key: 'c1',
  outputtype: 'pdf',
  title: 'x.pdf',
  url: `${server.portal.url}/files/plain.docx`,
  ...more,
})

async function post(body: object, { path = '/converter', headers = {} } = {}) {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, type: response.headers.get('content-type'), text }
}

async function convert(more: object = {}) {
  const { text } = await post({ token: await signClaims(request(more)) })
  return JSON.parse(text) as Record<string, unknown>
}

describe('a conversion', () => {
  it('gives a link under the name that the portal wished, as recorded', async () => {
    const reply = await convert()
    const [recorded] = recordedReplies('conversion', 'conversion')
    expect(shapeOf(reply)).toEqual(shapeOf(recorded!))
    const response = await fetch(String(reply['fileUrl']))
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''x.pdf")
    expect(unpackText(new Uint8Array(await response.arrayBuffer()))).toBe('plain')
    expect(server.portal.downloadClaims[0]).toMatchObject({ payload: { url: request().url } })
  })

  it('gives a part of the result to who asks for a range, and nothing without the signature', async () => {
    const url = String((await convert({ title: '报告.docx' }))['fileUrl'])
    const part = await fetch(url, { headers: { range: 'bytes=0-1' } })
    expect([part.status, await part.text()]).toEqual([206, 'PK'])
    expect(part.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf",
    )
    expect((await fetch(url.replace('md5=', 'md5=x'))).status).toBe(403)
  })

  it.each([
    ['in the body alone', async () => ({ body: { token: await signClaims(request()) }, headers: {} })],
    [
      'in the body beside fields',
      async () => ({ body: { ...request(), token: await signClaims(request()) }, headers: {} }),
    ],
    [
      'in the header',
      async () => ({
        body: request(),
        headers: { authorization: `Bearer ${await signClaims({ payload: request() })}` },
      }),
    ],
  ])('takes the token %s, under both paths', async (_, make) => {
    const { body, headers } = await make()
    expect((await post(body, { headers })).text).toContain('"endConvert":true')
    expect((await post(body, { headers, path: '/ConvertService.ashx?shardkey=c1' })).text).toContain(
      '"percent":100',
    )
  })

  it('answers in XML where XML is asked for, spelled as recorded', async () => {
    const token = await signClaims(request())
    const { type, text } = await post({ token }, { headers: { accept: 'application/xml' } })
    expect(type).toBe('text/xml; charset=UTF-8')
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?><FileResult><FileUrl>http:[^<]*&amp;expires=[^<]*<\/FileUrl><FileType>pdf<\/FileType><Percent>100<\/Percent><EndConvert>True<\/EndConvert><\/FileResult>$/,
    )
    const failed = await post(
      { token: await signClaims(request({ outputtype: 'zzz' })) },
      { headers: { accept: 'text/xml' } },
    )
    expect(failed.text).toBe(
      '<?xml version="1.0" encoding="utf-8"?><FileResult><Error>-7</Error></FileResult>',
    )
  })

  it('that is asked for again comes from the cache, whatever its address and title', async () => {
    await convert()
    const again = await convert({ url: `${request().url}?token=new`, title: 'y.pdf' })
    expect(String(again['fileUrl'])).toContain('/y.pdf?')
    await convert({ outputtype: 'odt' })
    expect(server.portal.log.filter((line) => line.startsWith('download'))).toHaveLength(2)
  })

  it('that runs in the background tells its progress until it is done', async () => {
    let release: () => void = () => undefined
    engine.beforeOpen = () => new Promise((resolve) => (release = resolve))
    expect(await convert({ async: true })).toEqual({ percent: expect.any(Number), endConvert: false })
    await expect.poll(() => convert({ async: true })).toEqual({ percent: 30, endConvert: false })
    release()
    await expect.poll(() => convert({ async: true })).toMatchObject({ percent: 100, endConvert: true })
    expect(engine.opened).toBe(1)
  })

  it('waits for the one before it', async () => {
    let release: () => void = () => undefined
    engine.beforeOpen = () => new Promise((resolve) => (release = resolve))
    const first = convert()
    await expect.poll(() => convert({ async: true })).toEqual({ percent: 30, endConvert: false })
    const second = convert({ key: 'c2' })
    await expect.poll(() => convert({ key: 'c2', async: true })).toEqual({ percent: 10, endConvert: false })
    engine.beforeOpen = async () => undefined
    release()
    expect(await first).toMatchObject({ percent: 100 })
    expect(await second).toMatchObject({ percent: 100 })
  })

  it('to a family of types gives the member that fits', async () => {
    expect(await convert({ outputtype: 'odf' })).toMatchObject({ fileType: 'odt' })
    expect(await convert({ outputtype: 'ooxml', filetype: 'DOCX' })).toMatchObject({ fileType: 'docx' })
  })
})

describe('a conversion that fails answers with 200 and', () => {
  it('-1 when there is no place in the engine', async () => {
    engine.beforeOpen = () => Promise.reject(new EngineError('BUSY', 'full'))
    expect(await convert()).toEqual({ error: -1 })
  })

  it('-2 when it takes too long', async () => {
    await server.close()
    server = await startTestServer(() => engine, { CONVERSION_TIMEOUT_MS: '20' })
    server.portal.files.set('/files/plain.docx', packText('plain'))
    engine.beforeOpen = () => new Promise(() => undefined)
    expect(await convert()).toEqual({ error: -2 })
    engine.beforeOpen = async () => undefined
    expect(await convert()).toMatchObject({ percent: 100 })
  })

  it('-3 when the file is not what its type says, also to who asks later', async () => {
    server.portal.files.set('/files/plain.docx', Buffer.from('no document'))
    expect(await convert()).toEqual({ error: -3 })
    await convert({ key: 'later', async: true })
    await expect.poll(() => convert({ key: 'later', async: true })).toEqual({ error: -3 })
  })

  it('-4 after three tries when the portal does not give the file', async () => {
    expect(await convert({ url: `${server.portal.url}/files/missing.docx` })).toEqual({ error: -4 })
    expect(server.portal.log).toEqual(Array(3).fill('download /files/missing.docx'))
  })

  it('-5 when the file needs a password', async () => {
    engine.beforeOpen = () => Promise.reject(new EngineError('PASSWORD', 'encrypted'))
    expect(await convert()).toEqual({ error: -5 })
  })

  it('-6 when the result cannot be stored', async () => {
    await rm(join(server.dataDir, 'results'), { recursive: true, force: true })
    await writeFile(join(server.dataDir, 'results'), 'in the way')
    expect(await convert()).toEqual({ error: -6 })
  })

  it.each([
    { outputtype: 'zzz' },
    { filetype: 'zzz' },
    { filetype: 'xlsx', outputtype: 'docx' },
    { url: undefined },
    { key: undefined },
    { key: '../x' },
    { codePage: 1 },
    { thumbnail: { width: 100_000 } },
  ])('-7 for %j', async (more) => {
    expect(await convert(more)).toEqual({ error: -7 })
  })

  it('-8 without a token, or with one of another secret or of the past', async () => {
    const old = await signClaims(request(), Math.floor(Date.now() / 1_000) - 3_600)
    for (const body of [request(), { token: 'a.b.c' }, { token: old }])
      expect((await post(body)).text).toBe('{"error":-8}')
    expect(await (await fetch(`${server.url}/ConvertService.ashx`)).text()).toContain('-8')
  })

  it('-7 for the token of an editor config', async () => {
    expect((await post({ token: await signClaims(server.configOf('k1')) })).text).toBe('{"error":-7}')
  })

  it('-9 when no member of a family fits', async () => {
    expect(await convert({ filetype: 'zzz', outputtype: 'ooxml' })).toEqual({ error: -9 })
  })

  it('-10 when the file is too large', async () => {
    await server.close()
    server = await startTestServer(() => engine, { MAX_FILE_BYTES: '100' })
    server.portal.files.set('/files/plain.docx', packText('plain'))
    expect(await convert()).toEqual({ error: -10 })
  })
})

function shapeOf({ fileUrl, ...reply }: Record<string, unknown>): Record<string, unknown> {
  const { pathname, searchParams } = new URL(String(fileUrl))
  const path = pathname.replace(/conv_[^/]+_\d+/, 'conv_<key>_<number>')
  return { ...reply, path, names: [...searchParams.keys()], filename: searchParams.get('filename') }
}
