import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  formProperties,
  makeBudgetXlsx,
  makeFormDocx,
  makeMacroFile,
  makeReportDocx,
  makeTalkPptx,
  makeVbaProject,
  readPartText,
  readXlsxSheets,
} from '@lectern/fixtures'
import type { EngineDocument } from './engine.types.js'
import { createProtector } from './protection/agile-encryption.js'
import { openView } from './testing/recording-view.js'
import { patienceMs, startTestEngine } from './testing/test-engine.js'
import { rewriteZip } from './zip-rewrite.js'

const samples = fileURLToPath(new URL('../../../../../../shared/samples/', import.meta.url))
const dotPng =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const engine = startTestEngine()

async function change(document: EngineDocument) {
  const ann = await openView(document)
  if (document.info.documentType === 'slide') {
    await ann.command('DuplicatePage')
    await ann.next('parts', ({ parts }) => parts.length === document.info.parts.length + 1)
    return
  }
  await ann.type('Changed')
  await ann.press(13, 1280)
}

async function editTwice(bytes: Uint8Array, fileType: string): Promise<Uint8Array> {
  let saved = bytes
  for (const _ of ['first', 'again']) {
    const document = await engine.pool.open(saved, fileType)
    await change(document)
    saved = await document.save(fileType)
    await document.close()
  }
  return saved
}

describe('macros', { timeout: patienceMs }, () => {
  it.each([
    ['docm', 'word'],
    ['xlsm', 'xl'],
    ['pptm', 'ppt'],
  ] as const)('of a %s file are kept byte by byte when it is edited', async (fileType, folder) => {
    const saved = await editTwice(await makeMacroFile(fileType), fileType)
    expect(Buffer.from(unzipSync(saved)[`${folder}/vbaProject.bin`]!).equals(makeVbaProject())).toBe(true)
    const types = readPartText(saved, /^\[Content_Types\]\.xml$/)
    expect(types).toMatch(/macroEnabled(\.main|\.12)/)
    expect(types.match(/vbaProject\.bin/g)).toHaveLength(1)
    const relations = readPartText(
      saved,
      new RegExp(`^${folder}/_rels/(document|workbook|presentation)\\.xml\\.rels$`),
    )
    expect(relations.match(/relationships\/vbaProject/g)).toHaveLength(1)
    if (fileType !== 'pptm') expect(readPartText(saved, /\.xml$/)).toContain('Changed')
  })

  const real = `${samples}hostile/macro.docm`
  it.skipIf(!existsSync(real))('of a file made by Word are kept, with what belongs to them', async () => {
    const original = unzipSync(readFileSync(real))
    const saved = unzipSync(await editTwice(readFileSync(real), 'docm'))
    const names = Object.keys(original).filter((name) => /\/(_rels\/)?vba/.test(name))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(saved[name], name).toEqual(original[name])
  })

  it('are left behind when the file becomes one without macros', async () => {
    const document = await engine.pool.open(await makeMacroFile('docm'), 'docm')
    expect(Object.keys(unzipSync(await document.save('docx'))).join()).not.toContain('vba')
    await document.close()
  })
})

describe('a form', { timeout: patienceMs }, () => {
  it.each(['docxf', 'oform'] as const)('of type %s stays one when it is edited', async (fileType) => {
    const saved = await editTwice(makeFormDocx(fileType), fileType)
    const body = readPartText(saved, /^word\/document\.xml$/)
    expect(body.match(/Changed/g)).toHaveLength(2)
    expect(body.split(formProperties)).toHaveLength(2)
    expect(body.match(/<w:(formPr|id)\b/g)).toHaveLength(2)
    const types = readPartText(saved, /^\[Content_Types\]\.xml$/)
    expect(types.match(/<Default Extension="(docxf|oform)"[^>]*>/g)).toEqual([
      `<Default Extension="${fileType}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.${fileType}"/>`,
    ])
    expect(types).toContain('wordprocessingml.document.main+xml')
  })

  const real = `${samples}formats/form-template.docxf`
  it.skipIf(!existsSync(real))(
    'made by ONLYOFFICE keeps what its fields ask for, and harms no other',
    async () => {
      const propertiesOf = (bytes: Uint8Array) => {
        const body = readPartText(bytes, /^word\/document\.xml$/)
        const names = ['formPr', 'textFormPr', 'groupKey'].map(
          (name) => new RegExp(`<\\w+:${name}\\b[^>]*>`, 'g'),
        )
        return new Set(names.flatMap((name) => body.match(name) ?? []))
      }
      const other = await engine.pool.open(await makeReportDocx(), 'docx')
      const document = await engine.pool.open(readFileSync(real), 'docxf')
      const ann = await openView(document)
      await ann.type('Written. ')
      await document.settle()
      const saved = await document.save('docxf')
      await ann.view.close()
      await document.close()
      expect(readPartText(await other.save('docx'), /^word\/document\.xml$/)).toContain('berth')
      await other.close()
      expect(readPartText(saved, /^word\/document\.xml$/)).toContain('Written. ')
      expect(propertiesOf(readFileSync(real)).size).toBeGreaterThan(20)
      expect(propertiesOf(saved)).toEqual(propertiesOf(readFileSync(real)))
    },
  )
})

describe('a spreadsheet', { timeout: patienceMs }, () => {
  it('holds formats that open a dialog each, right behind each other, while others come and write', async () => {
    const document = await engine.pool.open(await makeBudgetXlsx(), 'xlsx')
    const ann = await openView(document)
    const bob = await openView(document, { authorName: 'Bob' })
    const format = (range: string, name: string) => [
      ann.command('GoToCell', { ToPoint: range }),
      ann.command(name),
    ]
    await Promise.all([
      ...format('H2:H4', 'ColorScale'),
      bob.command('GoToCell', { ToPoint: 'K9' }),
      bob.type('beside'),
      bob.press(13, 1280),
      ...format('I2:I4', 'DataBar'),
      openView(document, { authorName: 'Eve' }),
      ...format('J2:J4', 'DataBar'),
    ])
    const saved = await document.save('xlsx')
    await document.close()
    const sheet = readPartText(saved, /sheet1\.xml$/)
    const rules = [...sheet.matchAll(/sqref="(\w+:\w+)"><cfRule type="(\w+)"/g)]
    expect(rules.map(([, range, type]) => `${range} ${type}`)).toEqual([
      'H2:H4 colorScale',
      'I2:I4 dataBar',
      'J2:J4 dataBar',
    ])
    expect([...readXlsxSheets(saved).values()][0]?.get('K9')?.value).toBe('beside')
  })
})

describe('a presentation', { timeout: patienceMs }, () => {
  it('holds what a picture shows in words, saved right behind them', async () => {
    const document = await engine.pool.open(await makeTalkPptx(), 'pptx')
    const ann = await openView(document)
    await ann.view.input({ type: 'insertImage', mimeType: 'image/png', data: dotPng })
    await ann.next('graphicSelection', ({ rect }) => rect !== null)
    await ann.command('AlternativeText', { Text: 'A dot 点' })
    const saved = await document.save('pptx')
    await document.close()
    expect(readPartText(saved, /slide1\.xml$/)).toContain('descr="A dot 点"')
  })

  it('keeps its transitions, and gets notes that can be undone', async () => {
    const document = await engine.pool.open(await makeTalkPptx({ transition: 'fade' }), 'pptx')
    const ann = await openView(document)
    const notes = async () => (await ann.view.list('notes')) as { notes: string[] }
    await ann.view.input({ type: 'notes', part: 1, text: 'Ask & wait\n等待' })
    await ann.view.input({ type: 'notes', part: 2, text: 'Thank them' })
    await ann.command('Undo')
    await expect.poll(notes, { timeout: 30_000 }).toMatchObject({ notes: ['', 'Ask & wait\n等待', ''] })

    const first = readPartText(await document.save('pptx'), /slides\/slide1\.xml$/)
    expect(first).toMatch(/<p:transition[^>]*><p:fade\/>/)
    await document.close()
  })
})

describe('a file that is saved with a password', { timeout: patienceMs }, () => {
  it('opens with it only, is changed, and stays what it is', async () => {
    const sources = { docx: await makeReportDocx(), xlsx: await makeBudgetXlsx() }
    for (const [fileType, bytes] of Object.entries(sources)) {
      const plain = await engine.pool.open(bytes, fileType)
      const locked = await plain.save(fileType, { password: 'open sesame 芝麻' })
      await plain.close()
      for (const password of [undefined, 'Open sesame'])
        await expect(engine.pool.open(locked, fileType, { password })).rejects.toMatchObject({
          code: 'PASSWORD',
        })
      const document = await engine.pool.open(locked, fileType, { password: 'open sesame 芝麻' })
      expect(document.info.isProtected, fileType).toBe(true)
      await change(document)
      const again = await document.save(fileType, { password: 'another' })
      await document.close()
      const opened = await engine.pool.open(again, fileType, { password: 'another' })
      expect(readPartText(await opened.save(fileType), /\.xml$/)).toContain('Changed')
      await opened.close()
    }
  })

  it('may be so large that the table of its sectors does not fit into the header', async () => {
    const picture = new Uint8Array(randomBytes(9_000_000))
    const bytes = rewriteZip(await makeReportDocx(), new Map([['word/media/large.bin', picture]]))
    const { protect } = await createProtector('pass')
    const document = await engine.pool.open(protect(bytes), 'docx', { password: 'pass' })
    expect(Buffer.from(await document.save('txt')).toString()).toContain('Harbour report')
    await document.close()
  })

  it('is none of a type that knows no passwords', async () => {
    const document = await engine.pool.open(await makeReportDocx(), 'docx')
    await expect(document.save('odt', { password: 'x' })).rejects.toMatchObject({ code: 'UNSUPPORTED' })
    await document.close()
  })
})

describe.skipIf(!existsSync(samples))(
  'a file that is unpacked first (skipped without the samples)',
  { timeout: patienceMs },
  () => {
    it.each([
      ['book.epub', 'Lorem ipsum'],
      ['web-archive.mht', 'Lorem ipsum'],
      ['page.html', 'some other content'],
    ])('%s shows its text', async (name, text) => {
      const document = await engine.pool.open(
        readFileSync(`${samples}formats/${name}`),
        name.slice(name.lastIndexOf('.') + 1),
      )
      expect(Buffer.from(await document.save('txt')).toString()).toContain(text)
      await document.close()
    })
  },
)
