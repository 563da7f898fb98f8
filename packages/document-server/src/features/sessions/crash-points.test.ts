import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { watchDisk } from '../../testing/crash-disk.js'
import type { CrashDisk } from '../../testing/crash-disk.js'
import { openEditorPage } from '../../testing/editor-page.js'
import type { EditorPage } from '../../testing/editor-page.js'
import { createFakeEngine, unpackText } from '../../testing/fake-engine.js'
import { startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'

vi.mock(import('node:fs/promises'), async (original) => {
  const { crashingFiles } = await import('../../testing/crash-disk.js')
  return crashingFiles(await original())
})

const letters = 'abcdefghij'
const folders: string[] = []
const limits = { SNAPSHOT_DELAY_MS: '5', SNAPSHOT_INTERVAL_MS: '5', RECONNECT_GRACE_MS: '60000' }

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-crash-'))
  folders.push(folder)
  return folder
}

afterAll(() =>
  Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 10 }))),
)

const startServer = (folder: string, recoveryGraceMs = '60000') =>
  startTestServer(createFakeEngine, { ...limits, DATA_DIR: folder, RECOVERY_GRACE_MS: recoveryGraceMs })

/** Writes with states being kept in between, and leaves. */
async function write(page: EditorPage): Promise<void> {
  await page.wait('opened')
  for (const letter of letters) {
    const seq = page.type(letter)
    if (letter === 'c') page.send({ type: 'keep' })
    if ('dg'.includes(letter)) await page.wait('ack', ({ durableSeq }) => durableSeq >= seq)
    else await page.wait('ack', (ack) => ack.seq >= seq)
  }
  page.leave()
}

const keptSeq = (page: EditorPage) =>
  Math.max(0, ...page.messages.map((message) => (message.type === 'ack' ? message.durableSeq : 0)))

interface Crash {
  disk: CrashDisk
  /** The folder as the crash left it. */
  folder: string
  key: string
  page: EditorPage
  former: TestServer
}

/** Lets a server write until its disk stops, or to the end. */
async function crashAfter(operations: number): Promise<Crash> {
  const live = await newFolder()
  const former = await startServer(live)
  const disk = watchDisk(live, operations)
  const key = `k${String(operations).replace('Infinity', '')}`
  const page = await former.page(key)
  const done = write(page).then(() => former.portal.callback(2))
  await Promise.race([done, disk.stopped])
  // Changes that had begun go on a moment longer than the one that stopped.
  await disk.stop()
  const folder = await newFolder()
  await cp(live, folder, { recursive: true })
  return { disk, folder, key, page, former }
}

/** Reads what a portal was given; a server that starts again would have the address of the former one. */
async function savedText({ portal }: TestServer, { url }: TestServer): Promise<string> {
  const { body } = await portal.callback(2)
  const { pathname, search } = new URL(body.url!)
  return unpackText(new Uint8Array(await (await fetch(`${url}${pathname}${search}`)).arrayBuffer()))
}

/** Nobody comes back: all that was told to be kept is saved, in order and once. */
async function checkAlone(crash: Crash): Promise<void> {
  const { folder, page, former } = crash
  const kept = keptSeq(page)
  const isSaved = former.portal.callbacks.some(({ body }) => body.status === 2)
  const server = await startServer(folder, '30')
  const callbacks = () => former.portal.callbacks.filter(({ body }) => body.status === 2)
  if (kept > 0 && !isSaved) {
    await expect.poll(() => callbacks().length, { timeout: 20_000 }).toBeGreaterThan(0)
    const text = await savedText(former, server)
    expect(`the end${letters}`.startsWith(text)).toBe(true)
    expect(text.length).toBeGreaterThanOrEqual('the end'.length + kept)
  }
  await server.close()
}

/** The page comes back and sends again what it was not told to be kept. */
async function checkReturn(crash: Crash): Promise<void> {
  const { folder, page, former, key } = crash
  const opened = page.messages.find((message) => message.type === 'opened')
  const isSaved = former.portal.callbacks.some(({ body }) => body.status === 2)
  const server = await startServer(folder)
  if (opened && !isSaved) {
    const resume = { participantId: opened.participantId, lastSeq: keptSeq(page) }
    const token = await former.sign(former.configOf(key))
    const again = await openEditorPage(server.url, { token, resume })
    const { lastSeq, participantId } = await again.wait('opened')
    again.setSeq(lastSeq)
    // A page that had left for good is somebody new, and has nothing to send again.
    const isSame = participantId === opened.participantId
    if (isSame) for (const letter of letters.slice(lastSeq)) again.type(letter)
    again.leave()
    const text = await savedText(former, server)
    expect(`the end${letters}`.startsWith(text)).toBe(true)
    expect(text.length).toBeGreaterThanOrEqual('the end'.length + (isSame ? letters.length : keptSeq(page)))
    if (isSame) expect(lastSeq).toBeGreaterThanOrEqual(keptSeq(page))
  }
  await server.close()
}

async function end({ disk, page, former }: Crash): Promise<void> {
  disk.thaw()
  page.cut()
  await former.close()
}

const atOnce = 8

describe('a server that is killed after any change of its disk', { timeout: 240_000 }, () => {
  it.each([
    ['saves what was told to be kept, when nobody comes back', checkAlone],
    ['has every letter once, when the page comes back', checkReturn],
  ])('%s', async (_, check) => {
    const whole = await crashAfter(Number.POSITIVE_INFINITY)
    await end(whole)
    const { operations } = whole.disk
    expect(operations).toBeGreaterThan(50)
    const points = Array.from({ length: operations }, (_, index) => index)
    for (let start = 0; start < points.length; start += atOnce)
      await Promise.all(
        points.slice(start, start + atOnce).map(async (point) => {
          const crash = await crashAfter(point)
          await check(crash)
          await end(crash)
        }),
      )
  })
})
