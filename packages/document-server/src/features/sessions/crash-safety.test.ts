import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeEngine, unpackText } from '../../testing/fake-engine.js'
import type { FakeEngine } from '../../testing/fake-engine.js'
import { startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'

let engine: FakeEngine
let server: TestServer

beforeEach(async () => {
  engine = createFakeEngine()
  server = await startTestServer(() => engine, { RECONNECT_GRACE_MS: '2000', RECOVERY_GRACE_MS: '2000' })
})

afterEach(() => server.close())

const savedText = async () => {
  const { body } = await server.portal.callback(2)
  return unpackText(new Uint8Array(await (await fetch(body.url!)).arrayBuffer()))
}

describe('nothing that was typed is lost', () => {
  it('when the line breaks and the page comes back', async () => {
    const page = await server.page('k1')
    const { participantId } = await page.wait('opened')
    const seq = page.type('before ')
    await page.wait('ack', (ack) => ack.seq >= seq)
    page.cut()
    const again = await server.page('k1', { resume: { participantId, lastSeq: seq } })
    const opened = await again.wait('opened')
    expect(opened).toMatchObject({ participantId, lastSeq: seq })
    again.setSeq(opened.lastSeq)
    again.type('after')
    again.leave()
    expect(await savedText()).toBe('the endbefore after')
    expect(server.portal.log.filter((line) => line === 'callback 1')).toHaveLength(1)
  })

  it('when the line breaks and the page never comes back', async () => {
    await server.close()
    server = await startTestServer(() => engine, { RECONNECT_GRACE_MS: '30' })
    const page = await server.page('k1')
    await page.wait('opened')
    const seq = page.type('alone')
    await page.wait('ack', (ack) => ack.seq >= seq)
    page.cut()
    expect(await savedText()).toBe('the endalone')
  })

  it('when a page asks to have it kept before it leaves', async () => {
    await server.close()
    server = await startTestServer(() => engine, { SNAPSHOT_DELAY_MS: '3600000' })
    const page = await server.page('k1')
    await page.wait('opened')
    const seq = page.type('kept at once')
    page.send({ type: 'keep' })
    await page.wait('ack', (ack) => ack.durableSeq >= seq)
    page.leave()
  })

  it('when the engine dies, without anything being sent again', async () => {
    await server.close()
    server = await startTestServer(() => engine, { SNAPSHOT_DELAY_MS: '50', SNAPSHOT_INTERVAL_MS: '60000' })
    const page = await server.page('k1')
    await page.wait('opened')
    const kept = page.type('kept ')
    await page.wait('ack', (ack) => ack.durableSeq >= kept)
    const last = page.type('in the journal ')
    page.messages.length = 0
    await page.wait('ack', (ack) => ack.seq >= last)
    engine.kill()
    await page.wait('recovering')
    expect((await page.wait('opened')).lastSeq).toBe(last)
    page.type('and on')
    page.leave()
    expect(await savedText()).toBe('the endkept in the journal and on')
  })

  it('when the engine dies again and again by the same input, which alone is left out', async () => {
    engine.onInput = (input) => {
      if (input.type === 'text' && input.text === 'deadly') engine.kill()
    }
    const page = await server.page('k1')
    await page.wait('opened')
    page.type('before ')
    page.type('deadly')
    const last = page.type('after')
    const warning = await page.wait('warning')
    expect(warning.message).toMatch(/left out/)
    page.setSeq((await page.wait('opened', ({ lastSeq }) => lastSeq >= 2)).lastSeq)
    if (engine.texts()[0] === 'the endbefore ') page.type('after')
    await page.wait('ack', ({ seq }) => seq >= last)
    expect(engine.texts()).toEqual(['the endbefore after'])
  })

  it('when the server restarts and the people come back', async () => {
    const page = await server.page('k1')
    const { participantId } = await page.wait('opened')
    const seq = page.type('first ')
    await page.wait('ack', (ack) => ack.seq >= seq)
    await server.restart()
    expect((await page.closed).code).toBe(1012)
    const again = await server.page('k1', { resume: { participantId, lastSeq: seq } })
    const opened = await again.wait('opened')
    expect(opened).toMatchObject({ participantId, lastSeq: seq })
    again.setSeq(opened.lastSeq)
    again.type('second')
    again.leave()
    expect(await savedText()).toBe('the endfirst second')
    expect(server.portal.log.filter((line) => line.startsWith('download'))).toHaveLength(1)
  })

  it('when the server restarts and nobody comes back', async () => {
    await server.close()
    server = await startTestServer(() => engine, { RECOVERY_GRACE_MS: '50' })
    const page = await server.page('k1')
    await page.wait('opened')
    const seq = page.type('orphan')
    await page.wait('ack', (ack) => ack.seq >= seq)
    await server.restart()
    expect(await savedText()).toBe('the endorphan')
  })

  it('when the mouse changed something, of which only the engine told, and nobody comes back', async () => {
    await server.close()
    server = await startTestServer(() => engine, { SNAPSHOT_DELAY_MS: '3600000', RECOVERY_GRACE_MS: '1000' })
    const page = await server.page('k1')
    await page.wait('opened')
    const click = { type: 'mouse', kind: 'down', x: 1, y: 1, count: 1, button: 1, modifiers: 0 }
    page.send({ ...click, seq: page.nextSeq() })
    await page.wait('ack', ({ durableSeq }) => durableSeq >= 1)
    engine.views.at(-1)?.onEvent({ type: 'modified', value: true })
    // A server that ends without a last state, as after a crash.
    engine.failSaves(true)
    await server.restart()
    engine.failSaves(false)
    expect((await server.portal.callback(2)).body.status).toBe(2)
  })
})

describe('input', () => {
  it('is applied once when it arrives twice', async () => {
    const page = await server.page('k1')
    await page.wait('opened')
    page.send({ type: 'text', seq: 1, text: 'once ' })
    page.send({ type: 'text', seq: 1, text: 'once ' })
    const last = 2
    page.send({ type: 'text', seq: last, text: 'end' })
    await page.wait('ack', (ack) => ack.seq >= last)
    expect(engine.texts()).toEqual(['the endonce end'])
  })

  it('with a gap in its numbers makes the page connect again', async () => {
    const page = await server.page('k1')
    await page.wait('opened')
    page.send({ type: 'text', seq: 2, text: 'too early' })
    expect((await page.closed).code).toBe(4000)
  })

  it('that the engine refuses is reported and does not stop what follows', async () => {
    const page = await server.page('k1')
    await page.wait('opened')
    page.send({ type: 'command', seq: page.nextSeq(), name: '.uno:Unknown' })
    const seq = page.type('goes on')
    expect((await page.wait('rejected')).seq).toBe(1)
    await page.wait('ack', (ack) => ack.seq >= seq)
    expect(engine.texts()).toEqual(['the endgoes on'])
  })
})
