import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeReportDocx } from '@lectern/fixtures'
import { openEditorPage } from './testing/editor-page.js'
import type { EditorPage } from './testing/editor-page.js'
import { startFakePortal } from './testing/fake-portal.js'
import type { FakePortal } from './testing/fake-portal.js'
import { startServerProcess } from './testing/server-process.js'
import type { ServerProcess } from './testing/server-process.js'
import { signClaims, testSecret } from './testing/test-server.js'

const viewport = { type: 'viewport', part: 0, x: 0, y: 0, width: 12_000, height: 8_000, tileTwips: 3_840 }
let dataDir: string
let portal: FakePortal
let server: ServerProcess

const start = () =>
  startServerProcess({
    PORT: server ? new URL(server.url).port : '0',
    DATA_DIR: dataDir,
    JWT_SECRET: testSecret,
    LOG_LEVEL: 'warn',
    RECONNECT_GRACE_MS: '60000',
    RECOVERY_GRACE_MS: '60000',
  })

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lectern-end-to-end-'))
  portal = await startFakePortal(testSecret)
  server = await start()
}, 120_000)

afterAll(async () => {
  await server.end('SIGTERM')
  await portal.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function open(key: string, user = 'u1', extra: object = {}): Promise<EditorPage> {
  portal.files.set(`/files/${key}.docx`, await makeReportDocx())
  const token = await signClaims({
    documentType: 'word',
    document: { key, fileType: 'docx', title: `${key}.docx`, url: `${portal.url}/files/${key}.docx` },
    editorConfig: {
      mode: 'edit',
      callbackUrl: `${portal.url}/callbacks/${key}`,
      user: { id: user, name: `User ${user}` },
      ...extra,
    },
  })
  return openEditorPage(server.url, { token, ...('resume' in extra && { resume: extra.resume as never }) })
}

async function savedXml(count = 1): Promise<string> {
  const { body } = await portal.callback(2, count)
  const bytes = new Uint8Array(await (await fetch(body.url!)).arrayBuffer())
  return strFromU8(unzipSync(bytes)['word/document.xml']!)
}

describe('with the real engine', () => {
  it('two people see each other write, and the saved file holds both texts', async () => {
    const one = await open('co-edit', 'u1')
    await one.wait('opened')
    one.send(viewport)
    const two = await open('co-edit', 'u2')
    await two.wait('opened')
    two.send(viewport)
    one.type('Written by one. ')
    await one.wait('otherCursor')
    two.type('Written by two. ')
    await two.wait('otherCursor')
    one.leave()
    two.leave()
    const xml = await savedXml()
    expect(xml).toContain('Written by one.')
    expect(xml).toContain('Written by two.')
    expect(xml).toContain('Harbour report')
  }, 120_000)
})
