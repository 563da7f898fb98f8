import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeBudgetXlsx, makePngNamedDocx, makeReportDocx, truncate } from '@lectern/fixtures'
import { checkContainer } from './container-check.js'
import { rewriteZip } from './zip-rewrite.js'

const unreadable = expect.objectContaining({ code: 'UNREADABLE' }) as unknown
const password = expect.objectContaining({ code: 'PASSWORD' }) as unknown

describe('a file is refused before the engine sees it', () => {
  it('when its type is unknown', () => {
    expect(() => checkContainer(strToU8('x'), 'exe')).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED' }),
    )
  })
  it('when it is empty', () => {
    expect(() => checkContainer(new Uint8Array(), 'xlsx')).toThrow(unreadable)
  })
  it('when it is a picture under another name', () => {
    expect(() => checkContainer(makePngNamedDocx(), 'docx')).toThrow(/not a docx file/)
  })
  it('when its end is missing', async () => {
    const report = await makeReportDocx()
    expect(() => checkContainer(truncate(report), 'docx')).toThrow(/damaged/)
  })
  it('when it is another kind of office file', async () => {
    const budget = await makeBudgetXlsx()
    expect(() => checkContainer(budget, 'docx')).toThrow(/not a docx file/)
  })
  it('when it unpacks to far more than its size', async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024)
    const bomb = rewriteZip(await makeReportDocx(), new Map([['word/media/image.bin', zeros]]))
    expect(() => checkContainer(bomb, 'docx')).toThrow(/unpacks to far more/)
  })
  it('when it is an encrypted OpenDocument file', () => {
    const encrypted = zipSync({
      'content.xml': strToU8('?'),
      'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>'),
    })
    expect(() => checkContainer(encrypted, 'odt')).toThrow(password)
  })
})

describe('a file is accepted', () => {
  it('when it is what its name says', async () => {
    expect(checkContainer(await makeReportDocx(), 'docx').documentType).toBe('word')
    expect(checkContainer(await makeBudgetXlsx(), 'XLSX').documentType).toBe('cell')
    expect(checkContainer(strToU8('a,b\n1,2\n'), 'csv').documentType).toBe('cell')
  })
})

const hostile = fileURLToPath(new URL('../../../../../../shared/samples/hostile/', import.meta.url))

/** What the check makes of each hostile sample; those not listed are left to the engine. */
const refusals: Record<string, unknown> = {
  'empty.xlsx': unreadable,
  'false-size.docx': unreadable,
  'password-tika.docx': password,
  'password-tika.xlsx': password,
  'png-renamed.docx': unreadable,
  'truncated.docx': unreadable,
  'zip-bomb.docx': unreadable,
}

describe.skipIf(!existsSync(hostile))('the hostile samples (skipped where the folder is missing)', () => {
  const names = existsSync(hostile)
    ? readdirSync(hostile).filter((name) => /\.(docx|xlsx|docm)$/.test(name))
    : []
  it.each(names)('%s', (name) => {
    const check = () => checkContainer(readFileSync(hostile + name), name.slice(name.lastIndexOf('.') + 1))
    if (name in refusals) expect(check).toThrow(refusals[name])
    else expect(check).not.toThrow()
  })
})
