import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeEngine, packText, unpackText } from '../../testing/fake-engine.js'
import type { FakeEngine } from '../../testing/fake-engine.js'
import { openEditorPage } from '../../testing/editor-page.js'
import { signClaims, startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'
import { EngineError } from '../engine/index.js'
import type { EnginePool } from '../engine/index.js'

let engine: FakeEngine
let server: TestServer
let savedWith: string[]

/** An engine for which every file is protected. */
const protectedPool = (): EnginePool => ({
  ...engine,
  open: async (bytes, fileType, options, how) => {
    if (options?.password !== 'tika') throw new EngineError('PASSWORD', 'protected')
    const document = await engine.open(bytes, fileType, options, how)
    return {
      ...document,
      info: { ...document.info, isProtected: true },
      save: (outputType, wanted) => {
        savedWith.push(`${outputType}: ${String(wanted?.password)}`)
        return document.save(outputType, wanted)
      },
    }
  },
})

beforeEach(async () => {
  engine = createFakeEngine()
  savedWith = []
  server = await startTestServer(protectedPool)
  server.portal.files.set('/files/k1.docx', packText('secret'))
})
afterEach(() => server.close())

async function open(password?: string, user = 'u1') {
  const token = await signClaims(server.configOf('k1', { user }))
  return openEditorPage(server.url, { token, ...(password !== undefined && { password }) })
}

const fetchBytes = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer())

/** All that the server wrote about its open documents, except the documents themselves. */
async function readNotes(dataDir: string): Promise<string> {
  const names = await readdir(dataDir, { recursive: true })
  const notes = names.filter((name) => /(meta\.json|\.jsonl)$/.test(name))
  expect(notes.length).toBeGreaterThan(0)
  return (await Promise.all(notes.map((name) => readFile(join(dataDir, name), 'utf8')))).join('\n')
}

describe('a protected file', () => {
  it('asks for its password, says when it is wrong, and is saved with it', async () => {
    expect(await (await open()).wait('passwordNeeded')).toEqual({ type: 'passwordNeeded', again: false })
    await server.portal.callback(4)
    expect(await (await open('wrong')).wait('passwordNeeded')).toMatchObject({ again: true })
    const page = await open('tika')
    expect(await page.wait('opened')).toMatchObject({ role: 'editor', canEdit: true })
    page.type('more')
    await page.wait('ack')
    page.leave()
    const { body } = await server.portal.callback(2)
    expect(unpackText(await fetchBytes(String(body.url)))).toBe('secretmore')
    expect(new Set(savedWith)).toEqual(new Set(['docx: tika']))
  })

  it('stays protected as a copy where the type can be, and is a plain file where it cannot', async () => {
    const page = await open('tika')
    await page.wait('opened')
    for (const [id, fileType] of ['docm', 'pdf'].entries()) {
      page.send({ type: 'downloadAs', id, fileType })
      await page.wait('download', (message) => message.id === id)
    }
    expect(savedWith).toEqual(['docm: tika', 'pdf: undefined'])
  })

  it('leaves neither its password nor what was typed readable on the disk, and is saved after a crash all the same', async () => {
    const page = await open('tika')
    await page.wait('opened')
    engine.failSaves(true)
    const seq = page.type('words of mine')
    await page.wait('ack', (ack) => ack.durableSeq >= seq)
    const kept = await readNotes(server.dataDir)
    expect(kept).toContain('sealedPassword')
    for (const word of ['tika', 'words of mine']) expect(kept).not.toContain(word)
    page.cut()
    await server.restart()
    engine.failSaves(false)
    const { body } = await server.portal.callback(2)
    expect(unpackText(await fetchBytes(String(body.url)))).toBe('secretwords of mine')
    expect(savedWith.at(-1)).toBe('docx: tika')
    await expect.poll(() => readNotes(server.dataDir)).not.toContain('sealedPassword')
  })

  it('that is open shows nothing to others who do not know the password, whatever they ask', async () => {
    await (await open('tika')).wait('opened')
    const stranger = await open(undefined, 'u2')
    await stranger.wait('passwordNeeded')
    stranger.send({ type: 'downloadAs', id: 1, fileType: 'docx' })
    stranger.send({ type: 'ping' })
    await stranger.wait('pong')
    engine.kill()
    const friend = await open('tika', 'u3')
    await friend.wait('opened')
    expect(stranger.messages.map(({ type }) => type)).not.toContain('opened')
    expect(stranger.messages.map(({ type }) => type)).not.toContain('download')
  })
})
