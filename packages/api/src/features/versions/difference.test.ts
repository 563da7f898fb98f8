import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { docxWith, pptxWith, xlsxWith } from '../../testing/office-files.js'
import { findDifference, type TextPiece } from './difference.js'
import { readParts } from './read-parts.js'

async function compare(fileType: string, before: Uint8Array, after: Uint8Array) {
  const { parts } = findDifference(
    await readParts(fileType, Buffer.from(before)),
    await readParts(fileType, Buffer.from(after)),
  )
  return parts.map(({ kind, title, state, rows }) => ({
    part: [kind, title, state].filter(Boolean).join(' '),
    rows: rows.map((row) =>
      row.kind === 'gap'
        ? `… ${row.hiddenCount}`
        : [row.kind, row.place, write(row.before), '|', write(row.after)].filter(Boolean).join(' '),
    ),
  }))
}
/** Changed words in brackets. */
const write = (pieces: TextPiece[]) =>
  pieces.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('')

describe('the difference of two text documents', () => {
  it('marks the words that changed, and what came and went', async () => {
    const before = docxWith('The harbour had 42 arrivals.', 'An old line', 'The end')
    const after = docxWith(['The harbour ', 'had 43 arrivals.'], 'The end', 'Quite something else')
    expect(await compare('docx', before, after)).toEqual([
      {
        part: 'body changed',
        rows: [
          'changed The harbour had [42] arrivals. | The harbour had [43] arrivals.',
          'removed [An old line] |',
          'same The end | The end',
          'added | [Quite something else]',
        ],
      },
    ])
  })

  it('finds words in Chinese, which has no spaces', async () => {
    const [part] = await compare('docx', docxWith('我们喜欢学校'), docxWith('我们喜欢大学'))
    expect(part?.rows).toEqual(['changed 我们喜欢[学校] | 我们喜欢[大学]'])
  })

  it('leaves out what is far from every change', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `line ${index}`)
    const changed = lines.with(20, 'something else altogether')
    const [part] = await compare('txt', strToU8(lines.join('\n')), strToU8(changed.join('\r\n')))
    expect(part?.rows).toHaveLength(8)
    expect(part?.rows.at(0)).toBe('… 18')
    expect(part?.rows.at(-1)).toBe('… 17')
  })

  it('is empty when only the formatting differs', async () => {
    expect(await compare('docx', docxWith('one two'), docxWith(['one ', 'two']))).toEqual([])
  })

  it('reads OpenDocument texts', async () => {
    const odt = (text: string) =>
      zipSync({ 'content.xml': strToU8(`<o><text:h>Title</text:h><text:p>A<text:s/>${text}</text:p></o>`) })
    const [part] = await compare('odt', odt('first &amp; last'), odt('second &amp; last'))
    expect(part?.rows.at(-1)).toBe('changed A [first] & last | A [second] & last')
  })

  it('says of protected files that they are, OpenDocument ones too', async () => {
    const odt = zipSync({
      'content.xml': new Uint8Array([0x93, 0x1c, 0xff, 0x00, 0x5e]),
      'META-INF/manifest.xml': strToU8(
        '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry></manifest:manifest>',
      ),
    })
    const docx = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    for (const [fileType, bytes] of [
      ['odt', odt],
      ['ods', odt],
      ['docx', docx],
    ] as const)
      await expect(readParts(fileType, Buffer.from(bytes))).rejects.toMatchObject({ code: 'FILE_ENCRYPTED' })
  })

  it('gives up on paragraphs that share nothing without hanging', async () => {
    const words = (seed: number) =>
      Array.from({ length: 3_000 }, (_, index) => `${(index * seed) % 9_973}`).join('\n')
    const [part] = await compare('txt', strToU8(words(7)), strToU8(words(11)))
    expect(part?.rows.length).toBeGreaterThan(100)
  })
})

describe('the difference of two spreadsheets', () => {
  it('tells each cell with its address, formula and result', async () => {
    const before = xlsxWith({
      Costs: [
        ['Rent', 100],
        ['Sum', '=B1→100'],
      ],
      Old: [['x']],
    })
    const after = xlsxWith({
      Costs: [
        ['Rent', 120],
        ['Sum', '=B1→120'],
      ],
      New: [['y']],
    })
    expect(await compare('xlsx', before, after)).toEqual([
      {
        part: 'sheet Costs changed',
        rows: ['changed B1 [100] | [120]', 'changed B2 =B1 → [100] | =B1 → [120]'],
      },
      { part: 'sheet New added', rows: ['added A1 | [y]'] },
      { part: 'sheet Old removed', rows: ['removed A1 [x] |'] },
    ])
  })

  it('finds rows again when others came before them', async () => {
    const rows = [
      ['Ada', 1],
      ['Ben', 2],
      ['Cem', 3],
    ]
    const after = xlsxWith({ Marks: [['Zoe', 9], ...rows] })
    const [part] = await compare('xlsx', xlsxWith({ Marks: rows }), after)
    expect(part?.rows).toEqual(['added A1 | [Zoe]', 'added B1 | [9]'])
  })

  it('takes for the same row what is most alike', async () => {
    const after = [
      ['Heating', '7 January', 240],
      ['Light', '9 January', 95],
    ]
    const before = xlsxWith({ Costs: [['Light', '9 January', 80]] })
    const [part] = await compare('xlsx', before, xlsxWith({ Costs: after }))
    expect(part?.rows.at(-1)).toBe('changed C2 [80] | [95]')
    expect(part?.rows).toHaveLength(4)
  })

  it('writes dates as dates', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    const workbook = (days: string) =>
      zipSync({
        'xl/workbook.xml': strToU8('<workbook><sheet name="A" r:id="r"/></workbook>'),
        'xl/_rels/workbook.xml.rels': strToU8('<R><Relationship Id="r" Target="/xl/worksheets/a.xml"/></R>'),
        'xl/styles.xml': strToU8(styles),
        'xl/worksheets/a.xml': strToU8(`<sheetData><c r="A1" s="1"><v>${days}</v></c></sheetData>`),
      })
    const [part] = await compare('xlsx', workbook('46000'), workbook('46000.5'))
    expect(part?.rows[0]).toContain('2025-12-09')
    expect(part?.rows[0]).toContain('12:00:00')
  })

  it('reads OpenDocument spreadsheets, with cells that stand for many', async () => {
    const ods = (text: string) =>
      zipSync({
        'content.xml': strToU8(
          `<table:table table:name="S"><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="27"/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated="26"/><table:table-cell><text:p>${text}</text:p></table:table-cell></table:table-row></table:table>`,
        ),
      })
    const [part] = await compare('ods', ods('one'), ods('two'))
    expect(part).toEqual({ part: 'sheet S changed', rows: ['changed AA4 [one] | [two]'] })
  })
})

describe('the difference of two presentations', () => {
  it('finds slides again by what is on them', async () => {
    const before = pptxWith(['Welcome', 'to the harbour'], ['Last slide', 'Questions?'])
    const after = pptxWith(['Welcome', 'to the harbour'], ['Between'], ['Last slide', 'Any questions?'])
    expect(await compare('pptx', before, after)).toEqual([
      { part: 'slide 2 added', rows: ['added | [Between]'] },
      {
        part: 'slide 3 changed',
        rows: ['same Last slide | Last slide', 'changed [Questions]? | [Any questions]?'],
      },
    ])
  })
})
