import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeEngine, packText } from '../../testing/fake-engine.js'
import type { FakeEngine } from '../../testing/fake-engine.js'
import { openEditorPage } from '../../testing/editor-page.js'
import { signClaims, startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'
import { EngineError } from '../engine/index.js'
import type { EnginePool } from '../engine/index.js'

let engine: FakeEngine
let server: TestServer

/** An engine for which every file is protected. */
const protectedPool = (): EnginePool => ({
  ...engine,
  open: async (bytes, fileType, options, how) => {
    if (options?.password !== 'tika') throw new EngineError('PASSWORD', 'protected')
    const document = await engine.open(bytes, fileType, options, how)
    return { ...document, info: { ...document.info, isProtected: true } }
  },
})

beforeEach(async () => {
  engine = createFakeEngine()
  server = await startTestServer(protectedPool)
  server.portal.files.set('/files/k1.docx', packText('secret'))
})
afterEach(() => server.close())

async function open(password?: string, user = 'u1') {
  const token = await signClaims(server.configOf('k1', { user }))
  return openEditorPage(server.url, { token, ...(password !== undefined && { password }) })
}

describe('a protected file', () => {
  it('asks for its password, says when it is wrong, and is opened for reading with it', async () => {
    expect(await (await open()).wait('passwordNeeded')).toEqual({ type: 'passwordNeeded', again: false })
    await server.portal.callback(4)
    expect(await (await open('wrong')).wait('passwordNeeded')).toMatchObject({ again: true })
    const page = await open('tika')
    expect(await page.wait('opened')).toMatchObject({ role: 'viewer', canEdit: false })
    page.type('not mine to change')
    await page.wait('rejected')
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
