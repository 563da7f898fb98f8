import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  makeBudgetXlsx,
  makeDatedXlsx,
  makeReportDocx,
  makeTalkPptx,
  readDocxParagraphs,
  readXlsxSheets,
} from '@lectern/fixtures'
import type { ConversionRequest, SpreadsheetLayout } from '@lectern/shared'
import { readGif } from '../../testing/read-gif.js'
import { readPng } from '../../testing/read-png.js'
import { listSaveTypes } from '../engine/index.js'
import { patienceMs, startTestEngine } from '../engine/testing/test-engine.js'
import { convert } from './convert.js'
import { encodeJpeg } from './jpeg.js'

const engine = startTestEngine()
let sources: Record<string, Uint8Array>

beforeAll(async () => {
  sources = { docx: await makeReportDocx(), xlsx: await makeBudgetXlsx(), pptx: await makeTalkPptx() }
})

async function run(bytes: Uint8Array, request: Partial<ConversionRequest>) {
  const complete = {
    key: 'k',
    url: 'http://portal.example/f',
    filetype: 'docx',
    outputtype: 'pdf',
    ...request,
  }
  return convert({ pool: engine.pool, programPath: '' }, bytes, complete, () => undefined)
}

const samples = fileURLToPath(new URL('../../../../../../shared/samples/', import.meta.url))
/** Its password is `tika`. */
const protectedDocx = `${samples}hostile/password-tika.docx`

const zip = 'PK'
const cfb = '\u00d0\u00cf'
/** How files of a type begin. */
const beginnings: Record<string, string> = {
  ...Object.fromEntries(
    'docx docm dotx docxf oform odt ott xlsx xlsm xltx ods ots pptx pptm ppsx potx odp otp'
      .split(' ')
      .map((type) => [type, zip]),
  ),
  ...Object.fromEntries(['doc', 'xls', 'ppt'].map((type) => [type, cfb])),
  ...{
    pdf: '%PDF-',
    pdfa: '%PDF-',
    rtf: '{\\rtf',
    fodt: '<?xml',
    fods: '<?xml',
    svg: '<?xml',
    html: '<!DO',
  },
}

describe('with the real engine', { timeout: patienceMs }, () => {
  it.each(['docx', 'xlsx', 'pptx'])('%s becomes every type of the table', async (filetype) => {
    const document = await engine.pool.open(sources[filetype]!, filetype)
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

  it('pages become JPEG, BMP and GIF pictures too, which are as large as wanted', async () => {
    const thumbnail = { first: true, aspect: 0, width: 150, height: 201 }
    const jpg = Buffer.from((await run(sources['docx']!, { outputtype: 'jpg', thumbnail })).bytes)
    expect([jpg.subarray(0, 3).toString('hex'), jpg.subarray(-2).toString('hex')]).toEqual(['ffd8ff', 'ffd9'])
    const frame = jpg.indexOf(Buffer.from([0xff, 0xc0]))
    expect([jpg.readUInt16BE(frame + 7), jpg.readUInt16BE(frame + 5)]).toEqual([150, 201])
    const blank = await encodeJpeg({ width: 150, height: 201, rgba: new Uint8Array(150 * 201 * 4) })
    expect(jpg.length).toBeGreaterThan(blank.length * 2)
    const png = readPng((await run(sources['docx']!, { outputtype: 'png', thumbnail })).bytes)
    const bmp = Buffer.from((await run(sources['docx']!, { outputtype: 'bmp', thumbnail })).bytes)
    expect([bmp.toString('latin1', 0, 2), bmp.readUInt32LE(2)]).toEqual(['BM', bmp.length])
    expect([bmp.readInt32LE(18), bmp.readInt32LE(22)]).toEqual([150, 201])
    const stride = (bmp.length - bmp.readUInt32LE(10)) / 201
    expect(stride).toBe(452)
    // The last row of the file is the first of the picture, blue comes first.
    const color = bmp.readUIntLE(bmp.length - stride + 60 * 3, 3)
    expect(color).toBe(png.colorAt(60, 0))
    const gif = readGif((await run(sources['docx']!, { outputtype: 'gif', thumbnail })).bytes)
    expect([gif.width, gif.height, gif.colorAt(60, 0)]).toEqual([150, 201, png.colorAt(60, 0)])
  })

  it('some pages only are written, as PDF and as pictures, and none that are not there', async () => {
    const countPages = (pdf: Uint8Array) =>
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g)?.length
    const pptx = (more: Partial<ConversionRequest>) => run(sources['pptx']!, { filetype: 'pptx', ...more })
    expect(countPages((await pptx({})).bytes)).toBe(3)
    expect(countPages((await pptx({ pageRange: '1,3' })).bytes)).toBe(2)
    expect(countPages((await pptx({ pageRange: '2', outputtype: 'pdfa' })).bytes)).toBe(1)
    const thumbnail = { first: false, aspect: 1, width: 50, height: 50 }
    const { bytes } = await pptx({ pageRange: '2-3', outputtype: 'png', thumbnail })
    expect(Object.keys(unzipSync(bytes))).toEqual(['image1.png', 'image2.png'])
    for (const outputtype of ['pdf', 'png'])
      await expect(pptx({ pageRange: '9', outputtype })).rejects.toMatchObject({ code: 'UNSUPPORTED' })
  })

  it('dates look as in the region that is named, and else as in the United States', async () => {
    const dated = await makeDatedXlsx()
    const write = async (region?: string) =>
      strFromU8((await run(dated, { filetype: 'xlsx', outputtype: 'csv', region })).bytes).trim()
    expect(await write('de-DE')).toBe('31.12.2025')
    expect(await write('zh-CN')).toBe('2025-12-31')
    expect(await write()).toMatch(/^12\/31\/(20)?25$/)
  })
})

/** Reads what our own writer makes: true colour without filters. */
