import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFakeEngine } from '../../testing/fake-engine.js'
import { startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'

const engine = createFakeEngine()
let server: TestServer

beforeAll(async () => {
  server = await startTestServer(() => engine)
})
afterAll(() => server.close())

it('passes on what somebody says to all, and to those who come later', async () => {
  const first = await server.page('talk')
  const { participantId } = await first.wait('opened')
  const second = await server.page('talk')
  await second.wait('opened')
  first.send({ type: 'chat', text: '  Shall we begin? ' })
  for (const page of [first, second]) {
    const [line] = (await page.wait('chat')).lines
    expect(line).toMatchObject({ id: 1, participantId, text: 'Shall we begin?' })
  }
  second.send({ type: 'chat', text: 'Yes' })
  await first.wait('chat', ({ lines }) => lines[0]?.id === 2)
  const third = await server.page('talk')
  expect((await third.wait('chat')).lines.map(({ text }) => text)).toEqual(['Shall we begin?', 'Yes'])
  for (const page of [first, second, third]) page.leave()
})

it('is silent for people without the right to chat', async () => {
  const mute = await server.page('quiet', { permissions: { edit: true, chat: false } })
  await mute.wait('opened')
  const other = await server.page('quiet')
  await other.wait('opened')
  mute.send({ type: 'chat', text: 'Hello' })
  await mute.wait('warning')
  other.send({ type: 'chat', text: 'Anybody here?' })
  await other.wait('chat')
  mute.send({ type: 'ping' })
  await mute.wait('pong')
  expect(mute.messages.filter(({ type }) => type === 'chat')).toEqual([])
  for (const page of [mute, other]) page.leave()
})

it('takes no more lines than a person can write', async () => {
  const page = await server.page('flood')
  await page.wait('opened')
  for (let line = 0; line < 61; line += 1) page.send({ type: 'chat', text: String(line) })
  await page.wait('warning')
  expect(page.messages.filter(({ type }) => type === 'chat')).toHaveLength(60)
  page.leave()
})
