import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBudgetXlsx, makeReportDocx, makeTalkPptx, readDocxParagraphs } from '@lectern/fixtures'
import { readPptxSlides, readXlsxSheets } from '@lectern/fixtures'
import type { EditorPage } from '../../testing/editor-page.js'
import { startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'
import { patienceMs, startTestEngine } from '../engine/testing/test-engine.js'

const shiftRight = 4096 + 1027
const viewport = { type: 'viewport', part: 0, x: 0, y: 0, width: 20_000, height: 12_000, tileTwips: 3_840 }
const engine = startTestEngine()
let server: TestServer

beforeAll(async () => {
  // The engine outlives the restarts of the server.
  const lasting = { ...engine.pool, stop: async () => undefined }
  server = await startTestServer(() => lasting, { RECOVERY_GRACE_MS: '120000', RECONNECT_GRACE_MS: '120000' })
}, patienceMs)

afterAll(async () => {
  await server.close()
}, patienceMs)

async function open(key: string, fileType: string, resume?: { participantId: string; lastSeq: number }) {
  const page = await server.page(key, { fileType, resume })
  const opened = await page.wait('opened')
  page.setSeq(opened.lastSeq)
  page.send(viewport)
  return { page, opened }
}

const press = (page: EditorPage, keyCode: number, charCode = 0) =>
  page.send({ type: 'key', kind: 'press', seq: page.nextSeq(), keyCode, charCode })

/** Restarts the server behind a page that has just typed, and gives the page that comes back. */
async function comeBack(key: string, fileType: string, page: EditorPage, lastSeq: number) {
  const { participantId } = await page.wait('opened')
  await page.wait('ack', ({ durableSeq }) => durableSeq >= lastSeq)
  await server.restart()
  await page.closed
  const { page: again } = await open(key, fileType, { participantId, lastSeq })
  return again
}

async function saved(page: EditorPage, key: string): Promise<Uint8Array> {
  page.leave()
  const isMine = () =>
    server.portal.callbacks.find(({ body }) => body.status === 2 && body.key === key)?.body.url
  await expect.poll(isMine, { timeout: 60_000 }).toBeDefined()
  return new Uint8Array(await (await fetch(isMine()!)).arrayBuffer())
}

describe('somebody who comes back after a restart of the server', { timeout: patienceMs }, () => {
  it('goes on writing over what was selected in a text', async () => {
    server.portal.files.set('/files/text.docx', Buffer.from(await makeReportDocx()))
    const { page } = await open('text', 'docx')
    page.type('abcd')
    press(page, 1028)
    for (let step = 0; step < 3; step += 1) press(page, shiftRight)
    await page.wait('selection', ({ rects }) => rects.length > 0)
    const last = page.type('X')
    press(page, 1028)
    for (let step = 0; step < 2; step += 1) press(page, shiftRight)
    const selected = page.nextSeq() - 1
    page.setSeq(selected)
    const again = await comeBack('text', 'docx', page, Math.max(last, selected))
    const typed = again.type('YZ')
    await again.wait('ack', ({ seq }) => seq >= typed)
    expect(readDocxParagraphs(await saved(again, 'text')).join('\n')).toMatch(/^yz/i)
  })

  it('goes on in a cell that was not entered yet', async () => {
    server.portal.files.set('/files/sheet.xlsx', Buffer.from(await makeBudgetXlsx()))
    const { page } = await open('sheet', 'xlsx')
    page.send({ type: 'command', seq: page.nextSeq(), name: '.uno:GoToCell', args: { ToPoint: 'H20' } })
    const last = page.type('12')
    await page.wait('formula', ({ text }) => text === '12')
    const again = await comeBack('sheet', 'xlsx', page, last)
    again.type('3')
    press(again, 1280, 13)
    const [sheet] = readXlsxSheets(await saved(again, 'sheet')).values()
    expect(sheet?.get('H20')?.value).toBe('123')
  })

  it.each([
    ['end', 1029, 'Harbour talkqqww'],
    ['beginning', 1028, 'qqwwHarbour talk'],
  ])('goes on at the %s of a text on a slide', async (place, keyCode, expected) => {
    const key = `talk-${place}`
    server.portal.files.set(`/files/${key}.pptx`, Buffer.from(await makeTalkPptx()))
    const { page, opened } = await open(key, 'pptx')
    const title = { x: Math.round(opened.width / 2), y: Math.round(opened.height * 0.4), modifiers: 0 }
    for (const kind of ['down', 'up'])
      page.send({ type: 'mouse', kind, seq: page.nextSeq(), ...title, count: 2, button: 1 })
    await page.wait('cursor', ({ rect }) => rect !== null)
    press(page, keyCode)
    const last = page.type('qq')
    const again = await comeBack(key, 'pptx', page, last)
    const typed = again.type('ww')
    await again.wait('ack', ({ seq }) => seq >= typed)
    const slides = readPptxSlides(await saved(again, key))
    expect(slides[0]).toContain(expected)
  })
})
