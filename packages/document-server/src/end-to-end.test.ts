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

/** An engine starts in 5 s on a quiet machine, and a busy one takes ten times as long. */
const patienceMs = 240_000
const viewport = { type: 'viewport', part: 0, x: 0, y: 0, width: 12_000, height: 8_000, tileTwips: 3_840 }
let dataDir: string
let portal: FakePortal
let server: ServerProcess

const start = (port = '0') =>
  startServerProcess({
    PORT: port,
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
}, patienceMs)

afterAll(async () => {
  await server.end('SIGTERM')
  await portal.close()
  await rm(dataDir, { recursive: true, force: true })
}, patienceMs)

async function open(
  key: string,
  user = 'u1',
  resume?: { participantId: string; lastSeq: number },
  mode = 'edit',
  permissions: Record<string, boolean> = {},
): Promise<EditorPage> {
  portal.files.set(`/files/${key}.docx`, await makeReportDocx())
  const token = await signClaims({
    documentType: 'word',
    document: {
      ...{ key, fileType: 'docx', title: `${key}.docx`, permissions },
      url: `${portal.url}/files/${key}.docx`,
    },
    editorConfig: {
      mode,
      callbackUrl: `${portal.url}/callbacks/${key}`,
      user: { id: user, name: `User ${user}` },
    },
  })
  const page = await openEditorPage(server.url, { token, resume })
  page.setSeq((await page.wait('opened')).lastSeq)
  page.send(viewport)
  return page
}

/** Types one letter after the other, as people do; gives the number of the last. */
function write(page: EditorPage, text: string): number {
  return Array.from(text, (letter) => page.type(letter)).at(-1) ?? 0
}

async function savedText(key: string): Promise<string> {
  return (await savedPart(key, 'word/document.xml')).replace(/<[^>]+>/g, '')
}

async function savedPart(key: string, part: string): Promise<string> {
  await expect.poll(() => saves(key).length, { timeout: 60_000 }).toBeGreaterThan(0)
  const bytes = new Uint8Array(await (await fetch(saves(key).at(-1)!.body.url!)).arrayBuffer())
  return strFromU8(unzipSync(bytes)[part]!)
}

const saves = (key: string) => portal.callbacks.filter(({ body }) => body.status === 2 && body.key === key)

async function enginePids(): Promise<number[]> {
  const status = (await (await fetch(`${server.url}/info/status`)).json()) as { engines: { pid: number }[] }
  return status.engines.map((engine) => engine.pid)
}

describe('with the real engine', () => {
  it(
    'two people see each other write, and the saved file holds both texts',
    async () => {
      const one = await open('co-edit', 'u1')
      const two = await open('co-edit', 'u2')
      const last = write(one, 'Written by one. ')
      await one.wait('ack', (ack) => ack.seq >= last)
      await two.wait('otherCursor')
      await expect.poll(() => two.tiles.length, { timeout: 60_000 }).toBeGreaterThan(0)
      const other = write(two, 'Written by two. ')
      await two.wait('ack', (ack) => ack.seq >= other)
      one.leave()
      const leftAt = Date.now()
      two.leave()
      const text = await savedText('co-edit')
      expect(text).toContain('Written by one.')
      expect(text).toContain('Written by two.')
      expect(text).toContain('Harbour report')
      // Half a second of it is the delay in which somebody may come back; a busy machine takes its time.
      expect(saves('co-edit')[0]!.atMs - leftAt).toBeLessThan(10_000)
    },
    patienceMs,
  )

  it(
    'somebody who looks sees the document and changes nothing, whatever the page sends',
    async () => {
      const viewer = await open('viewed', 'u3', undefined, 'view')
      write(viewer, 'intruder')
      await viewer.wait('rejected', ({ seq }) => seq === 8)
      await expect.poll(() => viewer.tiles.length, { timeout: 60_000 }).toBeGreaterThan(0)
      viewer.leave()
      await viewer.closed
      expect(portal.callbacks.filter(({ body }) => body.key === 'viewed')).toEqual([])
    },
    patienceMs,
  )

  it(
    'a reviewer’s words are tracked, and a commenter’s view takes comments and nothing else',
    async () => {
      const roles = { edit: false, review: true, comment: true }
      const reviewer = await open('reviewed', 'u1', undefined, 'edit', roles)
      const last = write(reviewer, 'Proposed. ')
      await reviewer.wait('ack', ({ seq }) => seq >= last)
      const commenter = await open('reviewed', 'u2', undefined, 'edit', { edit: false, comment: true })
      const comment = { name: '.uno:InsertAnnotation', args: { Text: 'Is this so?', Author: 'Nobody' } }
      commenter.send({ type: 'command', seq: commenter.nextSeq(), ...comment })
      write(commenter, 'intruder')
      await commenter.wait('rejected')
      commenter.leave()
      reviewer.leave()
      const xml = await savedPart('reviewed', 'word/document.xml')
      expect(xml).toMatch(/<w:ins [^>]*w:author="User u1"[^>]*>(?:(?!<\/w:ins>).)*Proposed\./s)
      expect(xml).not.toContain('intruder')
      const comments = await savedPart('reviewed', 'word/comments.xml')
      expect(comments).toMatch(/w:author="User u2"(?:(?!<\/w:comment>).)*Is this so\?/s)
    },
    patienceMs,
  )

  it(
    'typed text survives kill -9 of the engine',
    async () => {
      const page = await open('engine-killed')
      const kept = write(page, 'Kept before. ')
      await page.wait('ack', (ack) => ack.durableSeq >= kept)
      const sent = 'Typed at the last moment. '
      const last = write(page, sent)
      await page.wait('ack', (ack) => ack.seq >= last)
      page.messages.length = 0
      for (const pid of await enginePids()) process.kill(pid, 'SIGKILL')
      await page.wait('recovering')
      const { lastSeq } = await page.wait('opened')
      page.setSeq(lastSeq)
      write(page, sent.slice(sent.length - (last - lastSeq)))
      page.leave()
      expect(await savedText('engine-killed')).toContain('Kept before. Typed at the last moment. ')
    },
    patienceMs,
  )

  it(
    'typed text survives kill -9 of the server',
    async () => {
      const page = await open('server-killed')
      const { participantId } = await page.wait('opened')
      const kept = write(page, 'Kept before. ')
      await page.wait('ack', (ack) => ack.durableSeq >= kept)
      const sent = 'Typed at the last moment. '
      const last = write(page, sent)
      await page.wait('ack', (ack) => ack.seq >= last)
      const orphans = await enginePids()
      await server.end('SIGKILL')
      await expect.poll(() => orphans.filter(isAlive), { timeout: 20_000 }).toEqual([])
      server = await start(new URL(server.url).port)
      const again = await open('server-killed', 'u1', { participantId, lastSeq: last })
      const { lastSeq } = await again.wait('opened')
      expect(lastSeq).toBeGreaterThanOrEqual(kept)
      write(again, sent.slice(sent.length - (last - lastSeq)))
      again.leave()
      expect(await savedText('server-killed')).toContain('Kept before. Typed at the last moment. ')
    },
    patienceMs,
  )
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    // The signal found no process.
    return false
  }
}
