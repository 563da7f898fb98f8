import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { toUnoCommand } from './commands.js'

const refused = expect.objectContaining({ code: 'UNSUPPORTED' }) as Error

describe('a command for the engine', () => {
  it('gets its arguments in the types that LibreOffice wants', () => {
    expect(toUnoCommand('.uno:InsertTable', { Columns: 3, Rows: 2 })).toEqual({
      name: '.uno:InsertTable',
      args: '{"Columns":{"type":"long","value":"3"},"Rows":{"type":"long","value":"2"}}',
    })
    expect(toUnoCommand('Bold')).toEqual({ name: '.uno:Bold', args: '' })
  })
  it('is refused when it is not on the list', () => {
    expect(() => toUnoCommand('.uno:OpenHyperlink')).toThrow(refused)
    expect(() => toUnoCommand('constructor')).toThrow(refused)
  })
  it('is refused when an argument is missing, wrong or unknown', () => {
    expect(() => toUnoCommand('InsertTable', { Columns: 3 })).toThrow(refused)
    expect(() => toUnoCommand('InsertTable', { Columns: 3, Rows: -1 })).toThrow(refused)
    expect(() => toUnoCommand('Bold', { Extra: 1 })).toThrow(refused)
    expect(() =>
      toUnoCommand('SetHyperlink', { 'Hyperlink.Text': 'x', 'Hyperlink.URL': 'file:///etc' }),
    ).toThrow(refused)
  })
})

describe('a command that opens a dialog', () => {
  it('brings the answers to it', () => {
    const command = toUnoCommand('FormatColumns', { Columns: 3 })
    expect(command).toMatchObject({ name: '.uno:FormatColumns', args: '' })
    expect(command.answers?.map(({ id, data }) => `${id}=${data}`)).toEqual(['colsnf=3', 'ok=undefined'])
  })
})

describe('borders', () => {
  it('are nine outer and five inner items, or the engine would ignore them', () => {
    const { args } = toUnoCommand('SetBorderStyle', { Borders: 'all', Color: 0 })
    const { OuterBorder, InnerBorder } = JSON.parse(args) as Record<string, { value: unknown[] }>
    expect([OuterBorder?.value.length, InnerBorder?.value.length]).toEqual([9, 5])
  })
  it('that are taken away are lines of no width, and the engine is told which lines are meant', () => {
    const linesOf = (kind: string) => {
      const { args } = toUnoCommand('SetBorderStyle', { Borders: kind, Color: 0 })
      const { OuterBorder, InnerBorder } = JSON.parse(args) as Record<string, { value: { value: unknown }[] }>
      const widthOf = ({ value }: { value: unknown }) =>
        (value as { OuterLineWidth: { value: number } }).OuterLineWidth.value
      return { outer: OuterBorder?.value.slice(0, 4).map(widthOf), meant: InnerBorder?.value[3]?.value }
    }
    expect(linesOf('none')).toEqual({ outer: [0, 0, 0, 0], meant: 63 })
    expect(linesOf('bottom')).toEqual({ outer: [0, 0, 26, 0], meant: 15 })
    expect(linesOf('top')).toEqual({ outer: [0, 0, 0, 26], meant: 15 })
    expect(linesOf('outside')).toEqual({ outer: [26, 26, 26, 26], meant: 15 })
  })
  it('of an unknown sort are refused', () => {
    expect(() => toUnoCommand('SetBorderStyle', { Borders: 'wavy', Color: 0 })).toThrow(refused)
  })
})

describe('a bookmark to go to', () => {
  it('cannot add arguments of its own', () => {
    expect(toUnoCommand('JumpToMark', { Bookmark: 'Section 2|outline' }).name).toBe(
      '.uno:JumpToMark?Bookmark:string=Section 2|outline',
    )
    expect(() => toUnoCommand('JumpToMark', { Bookmark: 'a&b:string=c' })).toThrow(refused)
  })
})

describe('a field with a list', () => {
  const list = { Entries: 'Red\n<Green> & "blue"\nRed', Open: false, Placeholder: 'Choose', Title: 'Colour' }
  const contentOf = (file: Uint8Array | undefined) =>
    strFromU8(unzipSync(file ?? new Uint8Array())['content.xml']!)

  it('comes as a file with each entry once, whatever stands in them', () => {
    const { name, file } = toUnoCommand('InsertListField', list)
    expect(name).toBe('.uno:InsertDoc')
    const content = contentOf(file)
    expect([...content.matchAll(/loext:value="([^"]*)"/g)].map(([, entry]) => entry)).toEqual([
      'Red',
      '&lt;Green&gt; &amp; &quot;blue&quot;',
    ])
    expect(content).toMatch(/loext:dropdown="true" loext:alias="Colour">.*Choose<\/loext:content-control>/)
  })
  it('takes other answers too when it is open, and needs no name', () => {
    const { file } = toUnoCommand('InsertListField', { ...list, Open: true, Title: '' })
    expect(contentOf(file)).toMatch(/loext:combobox="true">/)
  })
  it('needs entries, and takes no characters that a file cannot hold', () => {
    for (const Entries of ['', 'a\n\nb', 'a\u0000', 'x'.repeat(201)])
      expect(() => toUnoCommand('InsertListField', { ...list, Entries })).toThrow(refused)
    expect(() => toUnoCommand('InsertListField', { ...list, Title: 'a\u0001' })).toThrow(refused)
    expect(() => toUnoCommand('InsertDoc', { Name: 'file:///etc/passwd' })).toThrow(refused)
  })
})
