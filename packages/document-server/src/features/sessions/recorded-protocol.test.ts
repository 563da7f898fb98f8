import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeEngine } from '../../testing/fake-engine.js'
import type { FakeEngine } from '../../testing/fake-engine.js'
import { recordedCallbacks, recordedCodes, shapeOf } from '../../testing/recordings.js'
import { startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'

const names = { u1: 'User One', u2: 'User Two' }
let engine: FakeEngine
let server: TestServer

beforeEach(async () => {
  engine = createFakeEngine()
  server = await startTestServer(() => engine)
})

afterEach(() => server.close())

const sent = () =>
  server.portal.callbacks.map(
    ({ body }) =>
      JSON.parse(
        JSON.stringify(shapeOf(body)).replaceAll('User u1', names.u1).replaceAll('User u2', names.u2),
      ) as unknown,
  )

async function open(user = 'u1', forcesave = false) {
  const page = await server.page('k1', { user, forcesave })
  await page.wait('opened')
  return page
}

async function typeAndKeep(page: Awaited<ReturnType<typeof open>>, text: string) {
  const seq = page.type(text)
  await page.wait('ack', (ack) => ack.durableSeq >= seq)
}

describe('callbacks equal the recordings of a real document server', () => {
  it('when a document is opened and closed unchanged, twice, with one download', async () => {
    const page = await open()
    page.leave()
    await server.portal.callback(4)
    const again = await open()
    again.leave()
    await server.portal.callback(4, 2)
    expect(sent()).toEqual(recordedCallbacks('open-close-unchanged'))
    expect(server.portal.log.filter((line) => line.startsWith('download'))).toHaveLength(1)
  })

  it('when a document is opened, edited and closed', async () => {
    const page = await open()
    page.type('TYPED-MARKER ')
    page.leave()
    await server.portal.callback(2)
    expect(sent()).toEqual(recordedCallbacks('open-edit-close-docx'))
  })

  it('when somebody only looks', async () => {
    const page = await server.page('k1', { mode: 'view' })
    await page.wait('opened')
    page.leave()
    await page.closed
    expect(sent()).toEqual(recordedCallbacks('open-view-mode'))
  })

  it('when two people edit and leave one after the other', async () => {
    const one = await open('u1')
    const two = await open('u2')
    await typeAndKeep(one, 'ONE ')
    await typeAndKeep(two, 'TWO ')
    two.leave()
    await server.portal.callback(1, 3)
    await typeAndKeep(one, 'THREE ')
    one.leave()
    await server.portal.callback(2)
    expect(sent()).toEqual(recordedCallbacks('two-users-coedit'))
  })

  it('when the portal asks for a force save by command', async () => {
    const page = await open()
    expect(await server.command({ c: 'forcesave', key: 'k1' })).toEqual({ key: 'k1', error: 4 })
    await typeAndKeep(page, 'ONE ')
    expect(await server.command({ c: 'forcesave', key: 'k1', userdata: 'ud-1' })).toEqual({
      key: 'k1',
      error: 0,
    })
    await server.portal.callback(6)
    await page.wait('saved')
    expect(await server.command({ c: 'forcesave', key: 'k1' })).toEqual({ key: 'k1', error: 4 })
    await typeAndKeep(page, 'TWO ')
    page.leave()
    await server.portal.callback(2)
    expect(sent()).toEqual(recordedCallbacks('forcesave-command'))
  })

  it('when somebody presses Ctrl+S and goes on', async () => {
    const page = await open('u1', true)
    await typeAndKeep(page, 'ONE ')
    page.send({ type: 'forceSave' })
    await page.wait('saved')
    await typeAndKeep(page, 'TWO ')
    page.leave()
    await server.portal.callback(2)
    expect(sent()).toEqual(recordedCallbacks('forcesave-button'))
  })

  it('when somebody presses Ctrl+S and closes without another change', async () => {
    const page = await open('u1', true)
    await typeAndKeep(page, 'ONE ')
    page.send({ type: 'forceSave' })
    await page.wait('saved')
    page.leave()
    await server.portal.callback(2)
    expect(sent()).toEqual(recordedCallbacks('forcesave-then-close-without-change'))
  })

  it('when the engine cannot save', async () => {
    const page = await open()
    engine.failSaves(true)
    const seq = page.type('S7 ')
    await page.wait('ack', (ack) => ack.seq >= seq)
    await server.command({ c: 'forcesave', key: 'k1', userdata: 'u7' })
    await server.portal.callback(7)
    page.leave()
    await server.portal.callback(3)
    expect(sent()).toEqual(recordedCallbacks('status-3-and-7'))
  })

  it('when the file is not there, which is tried three times', async () => {
    server.portal.files.get = () => undefined
    const page = await server.page('k1')
    expect((await page.wait('error')).code).toBe(recordedCodes('document-404')[0])
    expect(server.portal.log.filter((line) => line.startsWith('download'))).toHaveLength(3)
    expect(server.waitsMs).toEqual([1_000, 1_000])
    page.leave()
    await server.portal.callback(4)
    expect(sent()).toEqual(recordedCallbacks('document-404'))
  })

  it('when the portal answers the last save with 500, which is tried four times', async () => {
    server.portal.answer = (status) => ({ status: status === 2 ? 500 : 200, body: '{"error":0}' })
    const page = await open()
    page.type('LOST ')
    page.leave()
    await server.portal.callback(2, 4)
    expect(server.waitsMs).toEqual([1_000, 2_000, 4_000])
    expect(sent()).toEqual(recordedCallbacks('callback-error-500-retries'))
  })

  it('when the portal refuses the last save, and the key is opened once more', async () => {
    server.portal.answer = (status) => ({ status: 200, body: status === 2 ? '{"error":1}' : '{"error":0}' })
    const page = await open()
    page.type('LOST ')
    page.leave()
    await server.portal.callback(2)
    expect(sent()).toEqual(recordedCallbacks('callback-error-1-forgotten'))
    await waitForForgotten(['k1'])
    server.portal.answer = () => ({ status: 200, body: '{"error":0}' })
    server.portal.callbacks.length = 0
    const again = await open()
    expect(again.messages).toContainEqual(expect.objectContaining({ type: 'warning', code: -104 }))
    again.leave()
    await server.portal.callback(2)
    expect(sent()).toEqual(recordedCallbacks('reopen-forgotten-key'))
    expect(server.portal.log.filter((line) => line.startsWith('download'))).toHaveLength(1)
    await waitForForgotten([])
  })

  it.each([
    ['{"error":1}', 200],
    ['Internal Server Error', 500],
    ['OK', 200],
  ])('warns with -101 and goes on when the first callback is answered %s', async (body, status) => {
    server.portal.answer = () => ({ status, body })
    const page = await open()
    expect(page.messages).toContainEqual(expect.objectContaining({ type: 'warning', code: -101 }))
    expect(recordedCodes('callback-error-on-open')).toEqual([-101, -101, -101])
  })

  it('warns with -331 when a force save is refused, and saves at the end', async () => {
    server.portal.answer = (status) => ({ status: 200, body: status === 6 ? '{"error":1}' : '{"error":0}' })
    const page = await open('u1', true)
    await typeAndKeep(page, 'ONE ')
    page.send({ type: 'forceSave' })
    expect((await page.wait('warning')).code).toBe(recordedCodes('forcesave-callback-error-1')[0])
    page.leave()
    await server.portal.callback(2)
    expect(sent()).toEqual(recordedCallbacks('forcesave-callback-error-1'))
  })
})

async function waitForForgotten(keys: string[]): Promise<void> {
  await expect.poll(() => server.command({ c: 'getForgottenList' })).toEqual({ error: 0, keys })
}
