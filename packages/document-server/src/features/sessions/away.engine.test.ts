import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  makeBudgetXlsx,
  makeReportDocx,
  makeTalkPptx,
  readDocxParagraphs,
  readPptxSlides,
  readXlsxSheets,
} from '@lectern/fixtures'
import type { EditorPage } from '../../testing/editor-page.js'
import { startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'
import { patienceMs, startTestEngine } from '../engine/testing/test-engine.js'

const viewport = { type: 'viewport', part: 0, x: 0, y: 0, width: 20_000, height: 12_000, tileTwips: 3_840 }
const engine = startTestEngine()
let server: TestServer

beforeAll(async () => {
  // The engine outlives the restarts of the server.
  const lasting = { ...engine.pool, stop: async () => undefined }
  server = await startTestServer(() => lasting, {
    ...{ RECOVERY_GRACE_MS: '120000', RECONNECT_GRACE_MS: '1', SAVE_DELAY_MS: '1' },
  })
}, patienceMs)

afterAll(() => server.close(), patienceMs)

const press = (page: EditorPage, keyCode: number, charCode = 0) =>
  page.send({ type: 'key', kind: 'press', seq: page.nextSeq(), keyCode, charCode })

const durable = (page: EditorPage, last: number) => page.wait('ack', ({ durableSeq }) => durableSeq >= last)

async function savedFile(key: string): Promise<Buffer> {
  const find = () =>
    server.portal.callbacks.find(({ body }) => body.status === 2 && body.key === key)?.body.url
  await expect.poll(find, { timeout: 60_000 }).toBeDefined()
  return Buffer.from(await (await fetch(find()!)).arrayBuffer())
}

/** Breaks the line until the document is saved, and opens the version that the portal made of it. */
async function comeBackLate(page: EditorPage, key: string, fileType: string) {
  const { participantId } = await page.wait('opened')
  page.cut()
  const bytes = await savedFile(key)
  const resume = { participantId, lastSeq: 0 }
  const { saved } = await (await server.page(key, { fileType, resume })).wait('outdated')
  if (!saved) throw new Error('Nothing is told of what was saved.')
  expect(saved.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  const next = `${key}-2`
  server.portal.files.set(`/files/${next}.${fileType}`, bytes)
  const again = await server.page(next, {
    ...{ fileType, resume: { ...resume, lastSeq: saved.lastSeq, place: saved.place } },
  })
  const opened = await again.wait('opened')
  expect(opened.source).toBe(saved.sha256)
  again.setSeq(opened.lastSeq)
  again.send(viewport)
  return { again, saved, next }
}

async function open(key: string, fileType: string, bytes: Uint8Array) {
  server.portal.files.set(`/files/${key}.${fileType}`, Buffer.from(bytes))
  const page = await server.page(key, { fileType })
  const opened = await page.wait('opened')
  page.setSeq(opened.lastSeq)
  page.send(viewport)
  return { page, opened }
}

describe('somebody who comes back after the document was saved', { timeout: patienceMs }, () => {
  it('goes on in a text where the cursor was, also after a restart of the server', async () => {
    const { page } = await open('away', 'docx', await makeReportDocx())
    for (let line = 0; line < 2; line += 1) press(page, 1024)
    const last = page.type('one ')
    await durable(page, last)
    const { again, saved, next } = await comeBackLate(page, 'away', 'docx')
    expect(saved.lastSeq).toBe(last)
    const typed = again.type('two ')
    await durable(again, typed)
    const { participantId } = await again.wait('opened')
    await server.restart()
    const resume = { participantId, lastSeq: typed }
    const third = await server.page(next, { fileType: 'docx', resume })
    third.setSeq((await third.wait('opened')).lastSeq)
    third.type('three ')
    third.leave()
    const text = readDocxParagraphs(await savedFile(next))
      .join('\n')
      .toLowerCase()
    expect(text).toContain('one two three ')
    expect(text.indexOf('one two three ')).toBeGreaterThan(0)
  })

  it('goes on in a cell that was not entered yet', async () => {
    const { page } = await open('away-sheet', 'xlsx', await makeBudgetXlsx())
    page.send({ type: 'command', seq: page.nextSeq(), name: '.uno:GoToCell', args: { ToPoint: 'H20' } })
    const last = page.type('12')
    await page.wait('formula', ({ text }) => text === '12')
    await durable(page, last)
    const { again, next } = await comeBackLate(page, 'away-sheet', 'xlsx')
    again.type('3')
    press(again, 1280, 13)
    again.leave()
    const [sheet] = readXlsxSheets(await savedFile(next)).values()
    expect(sheet?.get('H20')?.value).toBe('123')
  })

  it('goes on in the text of a slide', async () => {
    const { page, opened } = await open('away-talk', 'pptx', await makeTalkPptx())
    const title = { x: Math.round(opened.width / 2), y: Math.round(opened.height * 0.4), modifiers: 0 }
    for (const kind of ['down', 'up'])
      page.send({ type: 'mouse', kind, seq: page.nextSeq(), ...title, count: 2, button: 1 })
    await page.wait('cursor', ({ rect }) => rect !== null)
    press(page, 1029)
    await durable(page, page.type('qq'))
    const { again, next } = await comeBackLate(page, 'away-talk', 'pptx')
    again.type('ww')
    again.leave()
    expect(readPptxSlides(await savedFile(next))[0]).toContain('Harbour talkqqww')
  })

  it('goes on at the same words although others wrote before them', async () => {
    const { page } = await open('away-both', 'docx', await makeReportDocx())
    for (let line = 0; line < 2; line += 1) press(page, 1024)
    await durable(page, page.type('one '))
    const other = await server.page('away-both', { fileType: 'docx', user: 'u2' })
    await other.wait('participants', ({ participants }) => participants.length === 2)
    const { participantId, lastSeq } = await page.wait('opened')
    page.cut()
    await other.wait('participants', ({ participants }) => participants.length === 1)
    other.setSeq((await other.wait('opened')).lastSeq)
    for (let line = 0; line < 12; line += 1) press(other, 1280, 13)
    await durable(other, other.type('far above '))
    const again = await server.page('away-both', { fileType: 'docx', resume: { participantId, lastSeq } })
    again.setSeq((await again.wait('opened')).lastSeq)
    again.type('two ')
    for (const each of [again, other]) each.leave()
    const text = readDocxParagraphs(await savedFile('away-both'))
      .join('\n')
      .toLowerCase()
    expect(text).toContain('one two ')
  })

  it('is told nothing of what others saved', async () => {
    const { page } = await open('away-other', 'docx', await makeReportDocx())
    await durable(page, page.type('one '))
    const { participantId } = await page.wait('opened')
    page.cut()
    await savedFile('away-other')
    const eve = await server.page('away-other', {
      fileType: 'docx',
      user: 'u9',
      resume: { participantId, lastSeq: 0 },
    })
    expect((await eve.wait('outdated')).saved).toBeUndefined()
  })

  it('learns that somebody else has changed the version meanwhile', async () => {
    const { page } = await open('away-changed', 'docx', await makeReportDocx())
    await durable(page, page.type('one '))
    const { again } = await comeBackLate(page, 'away-changed', 'docx')
    await durable(again, again.type('two '))
    const other = await server.page('away-changed-2', { fileType: 'docx' })
    expect((await other.wait('opened')).source).toBeUndefined()
    for (const each of [again, other]) each.leave()
    await savedFile('away-changed-2')
  })
})
