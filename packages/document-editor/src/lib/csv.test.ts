import { describe, expect, it } from 'vitest'
import { guessDelimiter, guessEncoding, htmlTableOf, parseCsv } from './csv'

describe('a file of comma-separated values', () => {
  it('has cells with delimiters, quotes and line ends in them', () => {
    expect(parseCsv('a,"b,c","say ""hi"""\r\n"two\nlines",,3\n', ',')).toEqual([
      ['a', 'b,c', 'say "hi"'],
      ['two\nlines', '', '3'],
    ])
  })

  it('is read as far as its preview needs', () => {
    expect(parseCsv('1\n2\n3\n4', ',', 2)).toEqual([['1'], ['2']])
  })

  it.each([
    ['a,b\n1,2', ','],
    ['a;b\n1,5;2,5', ';'],
    ['a\tb', '\t'],
    ['one column', ','],
    ['', ','],
  ])('%j is parted by %j', (text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter)
  })

  it('is UTF-8 when it can be', () => {
    expect(guessEncoding(new TextEncoder().encode('grün 绿'))).toBe('utf-8')
    expect(guessEncoding(new Uint8Array([0x67, 0x72, 0xfc, 0x6e]))).toBe('windows-1252')
    expect(guessEncoding(new Uint8Array([0xff, 0xfe, 0x61, 0]))).toBe('utf-16le')
  })

  it('cannot bring markup into the sheet', () => {
    expect(htmlTableOf([['<b>&']])).toContain('<td>&lt;b&gt;&amp;</td>')
  })
})
