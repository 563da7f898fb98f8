import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeFormPdf, makePagesPdf } from '@lectern/fixtures'
import { ThumbnailAspect } from '@lectern/shared'
import type { ConversionRequest } from '@lectern/shared'
import { createFakeEngine } from '../../testing/fake-engine.js'
import { readPng } from '../../testing/read-png.js'
import { convert } from './convert.js'

const samples = fileURLToPath(new URL('../../../../../../shared/samples/', import.meta.url))
const engine = createFakeEngine()
const programPath = process.env['PATH'] ?? ''
const keep = { aspect: ThumbnailAspect.Keep, width: 200, height: 200 }

function run(bytes: Uint8Array, request: Partial<ConversionRequest>) {
  const source = { key: 'k', url: 'http://portal.example/f', filetype: 'pdf', outputtype: 'png' }
  return convert({ pool: engine, programPath }, bytes, { ...source, ...request }, () => undefined)
}

describe('a PDF file', () => {
  it('becomes a picture of its first page, as large as wanted', async () => {
    const { bytes, fileType } = await run(makePagesPdf(['Harbour', 'Ships']), {
      thumbnail: { ...keep, first: true },
    })
    const { width, height, colors } = readPng(bytes)
    expect({ fileType, width, height }).toEqual({ fileType: 'png', width: 141, height: 200 })
    expect(colors).toBeGreaterThan(8)
  })

  it('becomes a file of pictures of some pages', async () => {
    const request = { pageRange: '2-3', thumbnail: { ...keep, first: false }, outputtype: 'jpg' }
    const { bytes, fileType } = await run(makePagesPdf(['One', '', 'Three']), request)
    const [empty, written, ...more] = Object.values(unzipSync(bytes))
    expect([fileType, more]).toEqual(['zip', []])
    expect(written!.length).toBeGreaterThan(empty!.length)
    await expect(run(makePagesPdf(['One']), request)).rejects.toMatchObject({ code: 'UNSUPPORTED' })
  })

  it('shows its form', async () => {
    const whole = { first: true, aspect: ThumbnailAspect.Page, width: 1, height: 1 }
    expect(readPng((await run(makeFormPdf(), { thumbnail: whole })).bytes).colors).toBeGreaterThan(2)
  })

  it('that is damaged says so', async () => {
    for (const bytes of [Buffer.from('%PDF-1.7\nnot much of one'), makePagesPdf(['One']).subarray(0, 300)])
      await expect(run(bytes, {})).rejects.toMatchObject({ code: 'UNREADABLE' })
  })

  const locked = `${samples}hostile/password-open.pdf`
  it.skipIf(!existsSync(locked))('that is locked asks for its password', async () => {
    for (const password of [undefined, 'wrong'])
      await expect(run(readFileSync(locked), { password })).rejects.toMatchObject({ code: 'PASSWORD' })
  })
})

const hasProgram = (name: string) =>
  programPath.split(delimiter).some((folder) => existsSync(join(folder, name)))

describe.each([
  ['djvu', 'scan.djvu', 'ddjvu'],
  ['xps', 'print.xps', 'xpstopdf'],
])('a file of type %s', (filetype, name, program) => {
  const sample = `${samples}formats/${name}`

  it.runIf(hasProgram(program) && existsSync(sample))('becomes PDF and pictures', async () => {
    const pdf = await run(readFileSync(sample), { filetype, outputtype: 'pdf' })
    expect([pdf.fileType, Buffer.from(pdf.bytes.subarray(0, 5)).toString()]).toEqual(['pdf', '%PDF-'])
    const picture = await run(readFileSync(sample), { filetype, thumbnail: { ...keep, first: true } })
    const { width, height, colors } = readPng(picture.bytes)
    expect(Math.max(width, height)).toBe(200)
    expect(colors).toBeGreaterThan(1)
    const some = { filetype, outputtype: 'pdf', pageRange: '1' }
    await expect(run(readFileSync(sample), some)).rejects.toMatchObject({ code: 'UNSUPPORTED' })
  })

  it('says what to install when the program for it is missing', async () => {
    const source = { key: 'k', url: 'http://portal.example/f', filetype, outputtype: 'png' }
    const converted = convert(
      { pool: engine, programPath: '/nowhere' },
      Buffer.from('AT&T'),
      source,
      () => undefined,
    )
    await expect(converted).rejects.toThrow(/apt-get install/)
  })
})
