import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileTypeOf, findFormat } from '@lectern/shared'
import { PortalError, type ErrorCode } from '../../lib/portal-error.js'
import { checkFile } from './file-check.js'

const samples = path.resolve(import.meta.dirname, '../../../../../../shared/samples')
const blank = (fileType: string) =>
  readFile(path.resolve(import.meta.dirname, `../../../templates/blank.${fileType}`))
const cfbHead = Buffer.from('d0cf11e0a1b11ae1', 'hex')

let directory = ''
let count = 0

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'lectern-files-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

/** Gives the code with which bytes are refused, or `accepted`. */
async function verdict(bytes: Uint8Array | string, fileType = 'docx'): Promise<ErrorCode | 'accepted'> {
  const file = path.join(directory, `file-${count++}`)
  await writeFile(file, bytes)
  try {
    await checkFile(file, fileType)
    return 'accepted'
  } catch (error) {
    if (error instanceof PortalError) return error.code
    throw error
  }
}

/** The blank text document with parts added or replaced. */
async function docxWith(parts: Zippable): Promise<Uint8Array> {
  return zipSync({ ...unzipSync(await blank('docx')), ...parts })
}

describe('a file that comes in', () => {
  it.each(['docx', 'xlsx', 'pptx'])('is accepted when it is a whole %s', async (fileType) => {
    expect(await verdict(await blank(fileType), fileType)).toBe('accepted')
  })

  it.each([
    ['plain text', 'Hello\r\n\tworld'],
    ['UTF-8 text', '条约 — ünï'],
    ['UTF-16 text with a mark', Buffer.from('\ufeffHello', 'utf16le')],
    ['text in GBK', Buffer.from('cda8d6aa', 'hex')],
  ])('is accepted when it is %s', async (_name, bytes) => {
    expect(await verdict(bytes, 'txt')).toBe('accepted')
  })

  it('is accepted when it is an old binary Office file under its own name', async () => {
    expect(await verdict(Buffer.concat([cfbHead, Buffer.alloc(600)]), 'doc')).toBe('accepted')
  })

  it('is accepted when it is a form of ONLYOFFICE', async () => {
    for (const fileType of ['docxf', 'oform'])
      expect(await verdict(await blank('docx'), fileType)).toBe('accepted')
    expect(await verdict(await blank('xlsx'), 'oform')).toBe('FILE_MISMATCH')
  })

  it('is refused when its type is unknown, with the types that are known', async () => {
    await expect(checkFile(path.join(directory, 'absent'), 'exe')).rejects.toMatchObject({
      code: 'FILE_TYPE_UNKNOWN',
      details: { fileType: 'exe', supported: expect.arrayContaining(['docx', 'ppsx']) as unknown },
    })
  })

  it('is refused when it is empty', async () => {
    expect(await verdict('')).toBe('FILE_EMPTY')
  })

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'docx'],
    ['text', 'just text', 'docx'],
    ['an old binary file', Buffer.concat([cfbHead, Buffer.alloc(600)]), 'docx'],
    ['a program', Buffer.from('4d5a90000300', 'hex'), 'txt'],
    ['a PDF', '%PDF-1.7', 'rtf'],
  ])('is refused when %s comes under the name of another type', async (_name, bytes, fileType) => {
    expect(await verdict(bytes, fileType)).toBe('FILE_MISMATCH')
  })

  it('is refused when one kind of Office file is named as another', async () => {
    expect(await verdict(await blank('xlsx'), 'docx')).toBe('FILE_MISMATCH')
    expect(await verdict(await blank('docx'), 'pptx')).toBe('FILE_MISMATCH')
    expect(await verdict(await blank('docx'), 'docm')).toBe('FILE_MISMATCH')
    expect(await verdict(await blank('docx'), 'odt')).toBe('FILE_MISMATCH')
  })

  it('is refused when an OpenDocument file is named as another', async () => {
    const mimetype = strToU8('application/vnd.oasis.opendocument.spreadsheet')
    const ods = zipSync({ mimetype: [mimetype, { level: 0 }], 'content.xml': strToU8('<x/>') })
    expect(await verdict(ods, 'ods')).toBe('accepted')
    expect(await verdict(ods, 'odt')).toBe('FILE_MISMATCH')
  })

  it('is refused when it is any ZIP file with another name', async () => {
    expect(await verdict(zipSync({ 'holiday.jpg': strToU8('x') }))).toBe('FILE_MISMATCH')
  })

  it('is refused when it is cut off, wherever', async () => {
    const whole = await blank('docx')
    for (const part of [0.1, 0.5, 0.9, 0.99])
      expect(await verdict(whole.subarray(0, Math.floor(whole.length * part)))).toBe('FILE_DAMAGED')
  })

  it('is refused when its list of parts cannot be unpacked', async () => {
    const bytes = Buffer.from(await blank('docx'))
    const start = bytes.indexOf('[Content_Types].xml') + '[Content_Types].xml'.length
    bytes.fill(0xff, start, start + 40)
    expect(await verdict(bytes)).toBe('FILE_DAMAGED')
  })

  it('is accepted when it is protected with a password, as only Office Open XML can be', async () => {
    const encrypted = Buffer.concat([
      cfbHead,
      Buffer.alloc(100_000),
      ...['EncryptionInfo', 'EncryptedPackage'].map((name) => Buffer.from(name, 'utf16le')),
    ])
    for (const fileType of ['docx', 'xlsm', 'pptx'])
      expect(await verdict(encrypted, fileType)).toBe('accepted')
    for (const fileType of ['odt', 'epub', 'pdf', 'txt'])
      expect(await verdict(encrypted, fileType)).toBe('FILE_MISMATCH')
    expect(await verdict(encrypted.subarray(0, -20))).toBe('FILE_MISMATCH')
  })

  it('is refused when parts of the ZIP file are encrypted', async () => {
    const bytes = Buffer.from(await blank('docx'))
    const entry = bytes.indexOf(Buffer.from('504b0102', 'hex'))
    bytes.writeUInt16LE(bytes.readUInt16LE(entry + 8) | 1, entry + 8)
    expect(await verdict(bytes)).toBe('FILE_ENCRYPTED')
  })

  it('is refused when a part would lead out of the file', async () => {
    for (const name of ['../../evil.txt', '/etc/evil', 'C:/evil.txt'])
      expect(await verdict(await docxWith({ [name]: strToU8('x') }))).toBe('FILE_UNSAFE')
  })

  it('is refused when a part is a symbolic link', async () => {
    const link: Zippable = {
      'word/media/image1.png': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120_777 << 16 }],
    }
    expect(await verdict(await docxWith(link))).toBe('FILE_UNSAFE')
  })

  it('is refused when a part grows beyond measure', async () => {
    const bomb = new Uint8Array(40_000_000)
    expect(await verdict(await docxWith({ 'word/media/image1.png': bomb }))).toBe('FILE_UNSAFE')
  })

  it('is refused when its XML defines entities', async () => {
    const xml = strToU8(
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
    )
    expect(await verdict(await docxWith({ 'word/document.xml': xml }))).toBe('FILE_UNSAFE')
  })

  it('is never answered with anything but a plain reason, whatever bytes are wrong', async () => {
    const whole = new Uint8Array(await blank('docx'))
    let seed = 42
    const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648)
    const verdicts = new Set<string>()
    for (let round = 0; round < 400; round++) {
      const bytes = whole.slice()
      for (let change = 0; change < 1 + (random() % 8); change++)
        bytes[random() % bytes.length] = random() % 256
      verdicts.add(await verdict(bytes))
    }
    expect(verdicts).toContain('FILE_DAMAGED')
  })
})

describe('the blank documents', () => {
  it.each(['docx', 'xlsx', 'pptx'])('of type %s name every part that they have', async (fileType) => {
    const parts = unzipSync(await blank(fileType))
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
    const named = Object.keys(parts).filter(
      (name) => !name.endsWith('.rels') && name !== '[Content_Types].xml',
    )
    for (const name of named) expect(types).toContain(`PartName="/${name}"`)
  })
})

describe.skipIf(!existsSync(samples))('the sample documents', () => {
  it('are accepted when they are ordinary', async () => {
    const folder = path.join(samples, 'formats')
    const known = (await readdir(folder)).filter((name) => findFormat(fileTypeOf(name)))
    expect(known.length).toBeGreaterThan(15)
    for (const name of known) {
      const checked = verdict(await readFile(path.join(folder, name)), fileTypeOf(name))
      expect([name, await checked]).toEqual([name, 'accepted'])
    }
  })

  it.each([
    ['empty.xlsx', 'FILE_EMPTY'],
    ['truncated.docx', 'FILE_DAMAGED'],
    ['png-renamed.docx', 'FILE_MISMATCH'],
    ['password-tika.docx', 'accepted'],
    ['password-tika.xlsx', 'accepted'],
    ['false-size.docx', 'FILE_UNSAFE'],
    ['zip-bomb.docx', 'FILE_UNSAFE'],
    ['path-traversal.docx', 'FILE_UNSAFE'],
    ['symlink-entry.docx', 'FILE_UNSAFE'],
    ['xml-bomb.xlsx', 'FILE_UNSAFE'],
    ['macro.docm', 'accepted'],
    ['macro-inside.docx', 'accepted'],
    ['dde-link.xlsx', 'accepted'],
    ['external-links.xlsx', 'accepted'],
    ['remote-image.docx', 'accepted'],
  ])('of hostile make: %s is %s', async (name, expected) => {
    expect(await verdict(await readFile(path.join(samples, 'hostile', name)), fileTypeOf(name))).toBe(
      expected,
    )
  })
})
