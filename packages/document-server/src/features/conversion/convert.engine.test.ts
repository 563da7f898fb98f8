import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  makeBudgetXlsx,
  makeReportDocx,
  makeTalkPptx,
  readDocxParagraphs,
  readXlsxSheets,
} from '@lectern/fixtures'
import type { ConversionRequest, SpreadsheetLayout } from '@lectern/shared'
import { createEnginePool, listSaveTypes } from '../engine/index.js'
import type { EnginePool } from '../engine/index.js'
import { convert } from './convert.js'

/** An engine starts in 5 s on a quiet machine, and a busy one takes ten times as long. */
const patienceMs = 240_000
let pool: EnginePool
let sources: Record<string, Uint8Array>

beforeAll(async () => {
  pool = createEnginePool({ maxProcesses: 1, logLevel: 'warn' })
  sources = { docx: await makeReportDocx(), xlsx: await makeBudgetXlsx(), pptx: await makeTalkPptx() }
  await pool.ready()
}, patienceMs)
afterAll(() => pool.stop(), patienceMs)

async function run(bytes: Uint8Array, request: Partial<ConversionRequest>) {
  const complete = {
    key: 'k',
    url: 'http://portal.example/f',
    filetype: 'docx',
    outputtype: 'pdf',
    ...request,
  }
  return convert(pool, bytes, complete, () => undefined)
}

const samples = fileURLToPath(new URL('../../../../../../shared/samples/', import.meta.url))
/** Its password is `tika`. */
const protectedDocx = `${samples}hostile/password-tika.docx`

const zip = 'PK'
const cfb = '\u00d0\u00cf'
/** How files of a type begin. */
const beginnings: Record<string, string> = {
  ...Object.fromEntries(
    'docx docm dotx odt ott xlsx xlsm xltx ods ots pptx pptm ppsx potx odp otp'
      .split(' ')
      .map((type) => [type, zip]),
  ),
  ...Object.fromEntries(['doc', 'xls', 'ppt'].map((type) => [type, cfb])),
  ...{
    pdf: '%PDF-',
    pdfa: '%PDF-',
    rtf: '{\\rtf',
    png: '\u0089PNG',
    fodt: '<?xml',
    fods: '<?xml',
    svg: '<?xml',
    html: '<!DO',
  },
}

describe('with the real engine', { timeout: patienceMs }, () => {
  it.each(['docx', 'xlsx', 'pptx'])('%s becomes every type of the table', async (filetype) => {
    const document = await pool.open(sources[filetype]!, filetype)
    for (const outputType of listSaveTypes(document.info.documentType)) {
      const bytes = await document.save(outputType)
      expect(bytes.length, outputType).toBeGreaterThan(50)
      const beginning = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
      expect(beginning, outputType).toContain(beginnings[outputType] ?? '')
    }
    await document.close()
  })

  it('text arrives in the types that are read without an engine', async () => {
    const { bytes: odt } = await run(sources['docx']!, { outputtype: 'odt' })
    expect(strFromU8(unzipSync(odt)['content.xml']!)).toContain('Harbour report')
    const { bytes: docx } = await run(odt, { filetype: 'odt', outputtype: 'docx' })
    expect(readDocxParagraphs(docx).join()).toContain('Harbour report')
    const { bytes: template } = await run(docx, { outputtype: 'dotx' })
    expect(strFromU8(unzipSync(template)['[Content_Types].xml']!)).toContain('wordprocessingml.template.main')
    const html = Buffer.from('<html><body><p>From a page</p></body></html>')
    expect(
      readDocxParagraphs((await run(html, { filetype: 'html', outputtype: 'docx' })).bytes).join(),
    ).toContain('From a page')
    expect(Buffer.from((await run(docx, { outputtype: 'pdfa' })).bytes).toString('latin1')).toContain(
      'pdfaid',
    )
  })

  it('a CSV file is read and written in the code page and with the delimiter that are named', async () => {
    const gbk = Buffer.concat([Buffer.from([0xb8, 0xdb, 0xbf, 0xda]), Buffer.from(':5\n')])
    const xlsx = await run(gbk, { filetype: 'csv', outputtype: 'xlsx', codePage: 936, delimiter: 3 })
    expect(
      JSON.stringify([...readXlsxSheets(xlsx.bytes).values()].map((cells) => [...cells.values()])),
    ).toContain('港口')
    const csv = await run(xlsx.bytes, { filetype: 'xlsx', outputtype: 'csv', codePage: 936, delimiter: 2 })
    expect(new TextDecoder('gbk').decode(csv.bytes)).toMatch(/^"?港口"?;5\n$/)
  })

  it('a workbook is laid out on pages as the portal asks', async () => {
    const size = async (spreadsheetLayout?: SpreadsheetLayout) => {
      const { bytes } = await run(sources['xlsx']!, { filetype: 'xlsx', spreadsheetLayout })
      const [, width, height] = /MediaBox\s?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(
        Buffer.from(bytes).toString('latin1'),
      )!
      return [Math.round(Number(width)), Math.round(Number(height))]
    }
    expect(await size({ pageSize: { width: '297mm', height: '210mm' } })).toEqual([842, 595])
    expect(await size({ orientation: 'landscape' })).toEqual([792, 612])
    const small = { pageSize: { width: '10cm', height: '10cm' }, margins: { left: '5mm', right: '5mm' } }
    expect(await size({ ...small, fitToWidth: 1, fitToHeight: 1, gridLines: true, headings: true })).toEqual([
      283, 283,
    ])
  })

  it.skipIf(!existsSync(protectedDocx))('a protected file is converted with its password only', async () => {
    const bytes = readFileSync(protectedDocx)
    const { bytes: text } = await run(bytes, { outputtype: 'txt', password: 'tika' })
    expect(strFromU8(text)).toContain('This is an encrypted')
    for (const password of [undefined, 'wrong'])
      await expect(run(bytes, { outputtype: 'txt', password })).rejects.toMatchObject({ code: 'PASSWORD' })
  })

  it('a page becomes a picture of the wanted size with something on it', async () => {
    const thumbnail = { first: true, aspect: 2, width: 100, height: 100 }
    for (const [filetype, bytes] of Object.entries(sources)) {
      const page = readPng((await run(bytes, { filetype, outputtype: 'png', thumbnail })).bytes)
      expect(page.width, filetype).toBeGreaterThan(700)
      expect(page.colors, filetype).toBeGreaterThan(8)
    }
    const stretched = await run(sources['docx']!, {
      outputtype: 'png',
      thumbnail: { ...thumbnail, aspect: 0 },
    })
    expect(readPng(stretched.bytes)).toMatchObject({ width: 100, height: 100 })
    const kept = await run(sources['pptx']!, {
      filetype: 'pptx',
      outputtype: 'png',
      thumbnail: { ...thumbnail, aspect: 1 },
    })
    expect(readPng(kept.bytes)).toMatchObject({ width: 100, height: 56 })
  })

  it('all pages become pictures in an archive', async () => {
    const thumbnail = { first: false, aspect: 1, width: 200, height: 200 }
    const { bytes, fileType } = await run(sources['pptx']!, {
      filetype: 'pptx',
      outputtype: 'png',
      thumbnail,
    })
    expect(fileType).toBe('zip')
    const files = unzipSync(bytes)
    expect(Object.keys(files)).toEqual(['image1.png', 'image2.png', 'image3.png'])
    for (const file of Object.values(files)) expect(readPng(file).width).toBe(200)
  })
})

/** Reads what our own writer makes: true colour without filters. */
function readPng(bytes: Uint8Array) {
  const data = Buffer.from(bytes)
  const width = data.readUInt32BE(16)
  const height = data.readUInt32BE(20)
  const rows = inflateSync(data.subarray(41, 41 + data.readUInt32BE(33)))
  expect(rows).toHaveLength(height * (width * 3 + 1))
  const colors = new Set<number>()
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const row = Math.floor(pixel / width)
    colors.add(rows.readUIntBE(row * (width * 3 + 1) + 1 + (pixel % width) * 3, 3))
  }
  return { width, height, colors: colors.size }
}
