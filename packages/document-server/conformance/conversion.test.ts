import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDatedXlsx, makeReportDocx } from '@lectern/fixtures'
import { createBench, post, sign, target } from './lib/bench.js'
import type { Bench } from './lib/bench.js'

let bench: Bench
beforeAll(async () => {
  bench = await createBench()
  bench.portal.files.set('/files/plain.docx', await makeReportDocx())
  bench.portal.files.set('/files/plain.txt', Buffer.from('plain text'))
})
afterAll(() => bench.portal.close())

const request = (more: object = {}) => ({
  ...{ async: false, filetype: 'docx', outputtype: 'pdf', title: 'x.pdf' },
  ...{ key: `conformance-${randomUUID()}`, url: `${bench.portal.url}/files/plain.docx`, ...more },
})

async function convert(claims: object) {
  return JSON.parse((await post('/converter', { token: await sign(claims) })).text) as Record<string, unknown>
}

async function fetchResult(reply: Record<string, unknown>, headers: Record<string, string> = {}) {
  const response = await fetch(String(reply['fileUrl']), { headers })
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    name: response.headers.get('content-disposition'),
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

describe('the conversion service', () => {
  it('turns a document into PDF, and serves it under the name of the title', async () => {
    const reply = await convert(request())
    const fileUrl = expect.stringMatching(
      /\/output\.pdf\/x\.pdf\?md5=.*&expires=.*&filename=x\.pdf$/,
    ) as string
    expect(reply).toEqual({ fileUrl, fileType: 'pdf', percent: 100, endConvert: true })
    const result = await fetchResult(reply)
    expect(result).toMatchObject({
      status: 200,
      type: 'application/pdf',
      name: "attachment; filename*=UTF-8''x.pdf",
    })
    expect(result.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await fetchResult(reply, { range: 'bytes=0-3' })).toMatchObject({
      status: 206,
      bytes: Buffer.from('%PDF'),
    })
  })

  it('asks for the file with a token that names its address', async () => {
    const url = `${bench.portal.url}/files/plain.txt`
    expect(
      await convert(request({ url, filetype: 'txt', outputtype: 'docx', title: 'x.docx' })),
    ).toMatchObject({ fileType: 'docx' })
    expect(bench.portal.downloadClaims.at(-1)).toMatchObject({ payload: { url } })
  })

  it('answers the same key and parameters from its cache', async () => {
    const claims = request()
    await convert(claims)
    const before = bench.portal.log.length
    expect(await convert(claims)).toMatchObject({ percent: 100, endConvert: true })
    expect(bench.portal.log).toHaveLength(before)
  })

  it('works in the background when asked to, until the same request is answered with the link', async () => {
    const claims = request({ async: true })
    expect(await convert(claims)).toEqual({ percent: expect.any(Number) as number, endConvert: false })
    await expect
      .poll(() => convert(claims), { timeout: 30_000, interval: 200 })
      .toMatchObject({ percent: 100, endConvert: true })
  })

  it('makes a picture of the first page, and an archive of pictures of all', async () => {
    const thumbnail = { aspect: 2, first: true, width: 100, height: 100 }
    const first = await convert(request({ outputtype: 'png', title: 'x.png', thumbnail }))
    expect(first).toMatchObject({ fileType: 'png' })
    expect((await fetchResult(first)).bytes.subarray(1, 4).toString()).toBe('PNG')
    const all = await convert(
      request({ outputtype: 'png', title: 'x.png', thumbnail: { ...thumbnail, first: false } }),
    )
    expect(all).toMatchObject({
      fileType: 'zip',
      fileUrl: expect.stringContaining('/output.zip/x.zip?') as string,
    })
    expect((await fetchResult(all)).bytes.subarray(0, 2).toString()).toBe('PK')
  })

  it('makes JPEG, BMP and GIF pictures too', async () => {
    const thumbnail = { aspect: 0, first: true, width: 60, height: 80 }
    for (const [outputtype, beginning] of Object.entries({ jpg: 'ffd8ff', bmp: '424d', gif: '47494638' })) {
      const reply = await convert(request({ outputtype, title: `x.${outputtype}`, thumbnail }))
      expect(reply).toMatchObject({ fileType: outputtype, endConvert: true })
      const { bytes, type } = await fetchResult(reply)
      expect(bytes.toString('hex')).toMatch(new RegExp(`^${beginning}`))
      expect(type).toBe(outputtype === 'jpg' ? 'image/jpeg' : `image/${outputtype}`)
    }
  })

  it('writes the dates of a workbook as in the region that is named', async () => {
    bench.portal.files.set('/files/dated.xlsx', await makeDatedXlsx())
    const url = `${bench.portal.url}/files/dated.xlsx`
    const reply = await convert(
      request({ url, filetype: 'xlsx', outputtype: 'csv', title: 'x.csv', region: 'de-DE' }),
    )
    expect((await fetchResult(reply)).bytes.toString()).toContain('31.12.2025')
  })

  // An addition of the embedded server.
  it.skipIf(target.driver !== 'embedded')(
    'writes the pages that are named, if the type has any',
    async () => {
      const reply = await convert(request({ pageRange: '1' }))
      expect((await fetchResult(reply)).bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
      expect(await convert(request({ pageRange: '1', outputtype: 'txt' }))).toEqual({ error: -7 })
      expect(await convert(request({ pageRange: 'all' }))).toEqual({ error: -7 })
      expect(await convert(request({ pageRange: '99' }))).toEqual({ error: -3 })
    },
  )

  it('answers in XML when asked to, under the old path too', async () => {
    const token = await sign(request())
    const { type, text } = await post('/ConvertService.ashx', { token }, { accept: 'application/xml' })
    expect(type.toLowerCase()).toBe('text/xml; charset=utf-8')
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?><FileResult><FileUrl>.*<\/FileUrl><FileType>pdf<\/FileType><Percent>100<\/Percent><EndConvert>True<\/EndConvert><\/FileResult>$/,
    )
    const failed = await post(
      '/converter',
      { token: await sign(request({ outputtype: 'zzz' })) },
      { accept: 'application/xml' },
    )
    expect(failed.text).toBe(
      '<?xml version="1.0" encoding="utf-8"?><FileResult><Error>-7</Error></FileResult>',
    )
  })

  it.each([
    ['-4 for a file that the portal does not give', { url: '/files/missing.docx' }, -4],
    ['-7 for an unknown output type', { outputtype: 'zzz' }, -7],
    ['-7 without an address', { url: undefined }, -7],
  ])('answers 200 and %s', async (_, more: { url?: string; outputtype?: string }, error) => {
    const url = more.url && `${bench.portal.url}${more.url}`
    expect(await convert(request({ ...more, ...('url' in more && { url }) }))).toEqual({ error })
  })

  it('answers 200 and -8 without a valid token', async () => {
    const other = await sign(request(), { secret: 'not-the-secret-of-this-server-1234567890' })
    for (const body of [request(), { token: other }])
      expect(await post('/converter', body)).toMatchObject({ status: 200, text: '{"error":-8}' })
  })
})
