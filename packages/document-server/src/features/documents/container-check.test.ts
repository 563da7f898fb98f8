import { existsSync, readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkContainer } from './container-check.js'

const docx = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') })
const encrypted = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])

function codeOf(bytes: Uint8Array, fileType: string): string {
  try {
    checkContainer(bytes, fileType)
    return 'ok'
  } catch (cause) {
    return (cause as { code: string }).code
  }
}

describe('the check of a file', () => {
  it.each([
    ['a DOCX', docx, 'docx', 'ok'],
    ['text', strToU8('héllo'), 'txt', 'ok'],
    ['an empty text', new Uint8Array(), 'txt', 'ok'],
    ['a table of text', strToU8('a,b'), 'csv', 'ok'],
    ['rich text', strToU8('{\\rtf1 x}'), 'rtf', 'ok'],
    ['an old Word file', encrypted, 'doc', 'ok'],
    ['nothing', new Uint8Array(), 'docx', 'DAMAGED'],
    ['half a DOCX', docx.subarray(0, docx.length / 2), 'docx', 'DAMAGED'],
    ['a ZIP without the part', zipSync({ 'a.txt': strToU8('a') }), 'docx', 'DAMAGED'],
    ['an encrypted DOCX', encrypted, 'docx', 'PASSWORD'],
    ['a DOCX named txt', docx, 'txt', 'DAMAGED'],
    ['text named rtf', strToU8('hello'), 'rtf', 'DAMAGED'],
    ['an unknown type', docx, 'exe', 'UNSUPPORTED'],
  ])('says of %s what it is', (_, bytes, fileType, code) => {
    expect(codeOf(bytes, fileType)).toBe(code)
  })

  it('refuses what claims to unpack to gigabytes', () => {
    const bomb = zipSync({ '[Content_Types].xml': strToU8('<Types/>') })
    const view = new DataView(bomb.buffer)
    const entry = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    view.setUint32(entry + 24, 0xf0000000, true)
    expect(codeOf(bomb, 'docx')).toBe('TOO_LARGE')
  })
})

const hostile = new URL('../../../../../../shared/samples/hostile/', import.meta.url)

describe.skipIf(!existsSync(hostile))('the check of hostile samples', () => {
  it.each([
    ['png-renamed.docx', 'DAMAGED'],
    ['truncated.docx', 'DAMAGED'],
    ['password-tika.docx', 'PASSWORD'],
    ['password-tika.xlsx', 'PASSWORD'],
    ['empty.xlsx', 'DAMAGED'],
  ])('says what is wrong with %s', (name, code) => {
    expect(codeOf(readFileSync(new URL(name, hostile)), name.split('.').at(-1)!)).toBe(code)
  })
})
