import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeBudgetXlsx, makeReportDocx, readDocxParagraphs, readXlsxSheets } from '@lectern/fixtures'
import { openView, pixelsOf } from './testing/recording-view.js'
import { patienceMs, startTestEngine } from './testing/test-engine.js'

const enter = [13, 1280] as const
const section = { Symbols: '§', FontName: 'Liberation Serif' }
const viewport = { part: 0, tileTwips: 3840, x: 0, y: 0, width: 7680, height: 7680 }

const engine = startTestEngine()

describe('a text document', { timeout: patienceMs }, () => {
  it('shows what is typed as tiles, and holds it when saved', async () => {
    await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
      expect(document.info).toMatchObject({ documentType: 'word', parts: [{ hidden: false }] })
      expect(document.info.pages).not.toHaveLength(0)
      const ann = await openView(document)
      ann.view.setViewport(viewport)
      const whole = await ann.next(
        'tile',
        ({ frame }) => frame.whole && frame.column === 0 && frame.row === 0,
      )
      expect(new Set(pixelsOf(whole.frame)).size).toBeGreaterThan(16)
      await ann.next('tile', ({ frame }) => frame.column === 1 && frame.row === 1)
      const before = ann.events.length
      await ann.type('Hello 港口 😀 ')
      const { frame } = await ann.next('tile', () => true, before)
      expect(frame.whole).toBe(false)
      expect(frame.width * frame.height).toBeLessThan(256 * 256)
      expect(pixelsOf(frame)).toHaveLength(frame.width * frame.height)
      expect(readDocxParagraphs(await document.save('docx')).join('\n')).toContain('Hello 港口 😀 ')
    })
  })

  it('holds words and a comment that came right before the save', async () => {
    await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
      const ann = await openView(document)
      const comment = { name: '.uno:InsertAnnotation', args: { Text: 'Is this so?', Author: 'Ann' } }
      const [saved] = await Promise.all([
        ann.type('At once. ').then(() => document.save('docx')),
        ann.view.input({ type: 'command', ...comment }),
      ])
      expect(readDocxParagraphs(saved).join('\n')).toContain('At once. ')
      expect(strFromU8(unzipSync(saved)['word/comments.xml']!)).toContain('Is this so?')
    })
  })

  it('sends whole tiles again after a refresh', async () => {
    await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
      const ann = await openView(document)
      ann.view.setViewport(viewport)
      await ann.next('tile', ({ frame }) => frame.column === 1 && frame.row === 1)
      const before = ann.events.length
      ann.view.refresh()
      await ann.next('tile', ({ frame: { column, row, whole } }) => column + row === 2 && whole, before)
    })
  })

  it('tells when it differs from what was saved', async () => {
    await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
      const ann = await openView(document)
      await ann.type('a')
      await ann.next('modified', ({ value }) => value)
      const before = ann.events.length
      await document.save('docx')
      await ann.next('modified', ({ value }) => !value, before)
      const saved = ann.events.length
      await ann.type('b')
      await ann.next('modified', ({ value }) => value, saved)
    })
  })

  it('takes formatting commands and tells their states', async () => {
    await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
      const ann = await openView(document)
      await ann.next('state', ({ name }) => name === '.uno:Bold')
      const before = ann.events.length
      await ann.command('Bold')
      await ann.next('state', ({ name, value }) => name === '.uno:Bold' && value === 'true', before)
      await ann.command('CharFontName', { 'CharFontName.FamilyName': 'Liberation Serif' })
      await ann.type('Strong')
      await ann.command('SelectAll')
      expect((await ann.view.copySelection()).text).toContain('Strong')
      const xml = strFromU8(unzipSync(await document.save('docx'))['word/document.xml'] ?? new Uint8Array())
      expect(xml).toMatch(/Liberation Serif(?:(?!<\/w:r>).)*<w:b\/>(?:(?!<\/w:r>).)*Strong/s)
    })
  })

  it('takes what an input method composes once, and nothing when it is cancelled', async () => {
    await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
      const ann = await openView(document)
      for (const text of ['n', 'ni', 'nih']) await ann.view.input({ type: 'compose', text })
      await ann.type('你好')
      await ann.view.input({ type: 'compose', text: 'zai' })
      await ann.view.input({ type: 'compose', text: '' })
      await ann.type('!')
      const [first] = readDocxParagraphs(await document.save('docx'))
      expect(first).toBe('你好!Harbour report')
    })
  })

  it('refuses commands and arguments that are not on its list', async () => {
    await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
      const ann = await openView(document)
      await expect(ann.command('Quit')).rejects.toMatchObject({ code: 'UNSUPPORTED' })
      await expect(ann.command('InsertTable', { Columns: 2 })).rejects.toMatchObject({ code: 'UNSUPPORTED' })
      await expect(document.save('html')).rejects.toMatchObject({ code: 'UNSUPPORTED' })
    })
  })

  it('stays as it is when somebody types in a read-only view', async () => {
    await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
      const reader = await openView(document, { readOnly: true })
      await reader.type('Never')
      expect(readDocxParagraphs(await document.save('docx')).join()).not.toContain('Never')
    })
  })
})

describe('two views of a document', { timeout: patienceMs }, () => {
  it('see each other’s cursor, and undo only their own work', async () => {
    await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
      const ann = await openView(document, { authorName: 'Ann' })
      const bob = await openView(document, { authorName: 'Bob' })
      await bob.command('GoToEndOfDoc')
      const before = ann.events.length
      await bob.type('From Bob.')
      const seen = await ann.next('otherCursor', ({ rect }) => rect !== null, before)
      expect(seen.viewId).toBe(bob.view.viewId)
      await ann.type('From Ann.')
      await bob.command('Undo')
      const text = readDocxParagraphs(await document.save('docx')).join('\n')
      expect(text).toContain('From Ann.')
      expect(text).not.toContain('From Bob.')
    })
  })

  it.each([1, 2, 3, 4])('act each in their own place at once, in new document %i', async () => {
    await engine.withDocument(await makeReportDocx(), 'docx', async (document) => {
      const [ann, bob] = [await openView(document), await openView(document)]
      await bob.command('GoToEndOfDoc')
      await Promise.all([ann.type('From Ann.'), bob.command('InsertSymbol', section)])
      expect(readDocxParagraphs(await document.save('docx')).join()).toMatch(/^From Ann\.Harbour[^§]*§$/)
    })
  })
})

describe('two documents in one process', { timeout: patienceMs }, () => {
  it('keep their texts, their events and their ends to themselves', async () => {
    await engine.withDocument(await makeReportDocx(), 'docx', async (first) => {
      const ann = await openView(first)
      await engine.withDocument(await makeReportDocx(), 'docx', async (second) => {
        expect(engine.pool.status().processes.map(({ documents }) => documents)).toEqual([2])
        const bob = await openView(second)
        for (const word of ['one ', 'two ']) {
          await ann.type(`Ann ${word}`)
          await bob.type(`Bob ${word}`)
        }
        const text = readDocxParagraphs(await second.save('docx')).join('\n')
        expect(text).toContain('Bob one Bob two')
        expect(text).not.toContain('Ann')
        expect(bob.events.some(({ type }) => type === 'otherCursor')).toBe(false)
      })
      const text = readDocxParagraphs(await first.save('docx')).join('\n')
      expect(text).toContain('Ann one Ann two')
      expect(text).not.toContain('Bob')
    })
  })
})

describe('a spreadsheet', { timeout: patienceMs }, () => {
  it('holds what is typed and pasted into cells, and calculates', async () => {
    await engine.withDocument(await makeBudgetXlsx(), 'xlsx', async (document) => {
      const ann = await openView(document)
      await ann.command('GoToCell', { ToPoint: 'H20' })
      await ann.next('cellCursor', ({ address }) => address === 'H20')
      await ann.type('=6*7')
      await ann.press(...enter)
      await ann.view.input({
        type: 'paste',
        mimeType: 'text/plain;charset=utf-8',
        data: 'left\tright & <more>',
      })
      const saved = await document.save('xlsx')
      const cells = [...readXlsxSheets(saved).values()][0]
      expect(cells?.get('H20')).toMatchObject({ formula: '6*7', value: '42' })
      expect(cells?.get('H21')?.value).toBe('left')
      expect(cells?.get('I21')?.value).toBe('right & <more>')
      const { columns, rows } = await ann.view.sheetGeometry(0)
      expect(columns[0]?.size).toBeGreaterThan(0)
      expect(rows[0]?.size).toBeGreaterThan(0)
    })
  })

  it('tells its sheets when one is added', async () => {
    await engine.withDocument(await makeBudgetXlsx(), 'xlsx', async (document) => {
      const ann = await openView(document)
      await ann.command('Insert', { Name: 'Notes', Index: 1 })
      await ann.next('parts', ({ parts }) => parts.some(({ name }) => name === 'Notes'))
      expect([...readXlsxSheets(await document.save('xlsx')).keys()]).toContain('Notes')
    })
  })
})

const bigReport = fileURLToPath(
  new URL('../../../../../../shared/samples/formats/report.docx', import.meta.url),
)

describe.skipIf(!existsSync(bigReport))(
  'a document of many large parts (skipped without the samples)',
  () => {
    it(
      'is saved again and again, although each save starts more threads than the engine has',
      { timeout: patienceMs },
      async () => {
        await engine.withDocument(readFileSync(bigReport), 'docx', async (document) => {
          const ann = await openView(document)
          await ann.command('GoToEndOfDoc')
          for (const word of ['first', 'second', 'third']) {
            await ann.type(`${word} `)
            expect(readDocxParagraphs(await document.save('docx')).join('\n')).toContain(word)
          }
        })
      },
    )
  },
)

describe('an engine process that ends', { timeout: patienceMs }, () => {
  it('is reported to its documents and replaced', async () => {
    const document = await engine.pool.open(await makeReportDocx(), 'docx')
    const lost = new Promise((resolve) => {
      document.onLost(resolve)
    })
    const pid = engine.pool.status().processes[0]?.pid ?? NaN
    process.kill(pid, 'SIGKILL')
    expect(await lost).toMatchObject({ code: 'LOST' })
    await expect(document.save('docx')).rejects.toMatchObject({ code: 'LOST' })
    await engine.withDocument(await makeReportDocx(), 'docx', async (again) => {
      expect(again.info.documentType).toBe('word')
      expect(engine.pool.status().processes.map(({ pid }) => pid)).not.toContain(pid)
      await openView(again)
    })
  })
})
