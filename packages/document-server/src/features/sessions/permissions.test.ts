import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { openEditorPage } from '../../testing/editor-page.js'
import { createFakeEngine, packText } from '../../testing/fake-engine.js'
import { recordedCodes } from '../../testing/recordings.js'
import { signClaims, startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'

const engine = createFakeEngine()
let server: TestServer
let number = 0
const newKey = () => `key-${(number += 1)}`

beforeAll(async () => {
  server = await startTestServer(() => engine)
})
afterEach(() => {
  engine.views.length = 0
})
afterAll(() => server.close())

describe('a token', () => {
  it('that is missing is answered with -20, as recorded', async () => {
    const page = await openEditorPage(server.url, { config: server.configOf(newKey()) })
    expect((await page.wait('error')).code).toBe(recordedCodes('wrong-token-editor')[0])
  })

  it('signed with another secret is answered with -20', async () => {
    const token = (await signClaims(server.configOf(newKey()))).slice(0, -4) + 'AAAA'
    const page = await openEditorPage(server.url, { token })
    expect((await page.wait('error')).code).toBe(recordedCodes('wrong-token-editor')[1])
  })

  it('that has expired is answered with -21', async () => {
    const token = await signClaims(server.configOf(newKey()), Math.floor(Date.now() / 1_000) - 3_600)
    const page = await openEditorPage(server.url, { token })
    expect((await page.wait('error')).code).toBe(recordedCodes('wrong-token-editor')[2])
  })

  it('outweighs the visible config', async () => {
    const key = newKey()
    const signed = server.configOf(key, { mode: 'view' })
    server.portal.files.set(`/files/${key}.docx`, packText('the end'))
    const page = await openEditorPage(server.url, {
      token: await signClaims(signed),
      config: server.configOf('another-key'),
    })
    const opened = await page.wait('opened')
    expect(opened.canEdit).toBe(false)
    expect(opened.title).toContain(key)
  })

  it('of the history opens an earlier version, which nobody can change', async () => {
    const key = newKey()
    const url = `${server.portal.url}/files/first.docx`
    server.portal.files.set('/files/first.docx', packText('the beginning'))
    const data = { version: 1, key, url, fileType: 'docx' }
    const token = await signClaims(server.configOf(key))
    const page = await openEditorPage(server.url, { token, history: { token: await signClaims(data), data } })
    expect(await page.wait('opened')).toMatchObject({ role: 'viewer', canEdit: false })
    page.type('x')
    await page.wait('rejected')
    // Whoever writes under the same key has a document of their own.
    const writer = await server.page(key)
    expect((await writer.wait('opened')).participants).toHaveLength(1)
  })

  it('of the history is believed only when it is signed, and never instead of the config', async () => {
    const key = newKey()
    const data = { version: 1, key, url: `${server.portal.url}/files/first.docx`, fileType: 'docx' }
    const config = await signClaims(server.configOf(key))
    const forged = (await signClaims(data)).slice(0, -4) + 'AAAA'
    const opens = [
      { token: config, history: { data } },
      { token: config, history: { token: forged, data } },
      { token: config, history: { token: await signClaims({ version: 1, key }) } },
      { history: { token: await signClaims(data), data } },
    ]
    for (const open of opens) {
      const page = await openEditorPage(server.url, open)
      expect((await page.wait('error')).code).toBe(-20)
    }
  })

  it('for something else opens nothing', async () => {
    const page = await openEditorPage(server.url, { token: await signClaims({ c: 'version' }) })
    expect((await page.wait('error')).code).toBe(-20)
  })

  it('is answered in the language of the page', async () => {
    const page = await openEditorPage(server.url, { config: { editorConfig: { lang: 'zh-CN' } } })
    expect((await page.wait('error')).message).toContain('令牌')
  })
})

describe('somebody who may only look', () => {
  it.each([
    ['en', 'This document is open for reading only.'],
    ['zh-CN', '此文档仅供阅读。'],
  ])('is told why an input is refused, in the language of the page (%s)', async (lang, reason) => {
    const page = await server.page(newKey(), { mode: 'view', lang })
    await page.wait('opened')
    page.send({ type: 'text', seq: 1, text: 'x' })
    expect((await page.wait('rejected')).reason).toBe(reason)
    page.leave()
  })

  it.each([
    ['text', { text: 'x' }],
    ['key', { kind: 'press', charCode: 97, keyCode: 512 }],
    ['compose', { text: 'x' }],
    ['command', { name: '.uno:Bold' }],
    ['paste', { mimeType: 'text/html', data: '<b>x</b>' }],
    ['mouse', { kind: 'down', x: 1, y: 1, count: 1, button: 4, modifiers: 0 }],
  ])('cannot send %s', async (type, fields) => {
    const page = await server.page(newKey(), { mode: 'view' })
    await page.wait('opened')
    page.send({ type, seq: 1, ...fields })
    expect((await page.wait('rejected')).seq).toBe(1)
    expect(engine.texts()).not.toContain('the endx')
    page.leave()
  })

  it('gets a view that is for reading only, and may select', async () => {
    const page = await server.page(newKey(), { permissions: { edit: false } })
    await page.wait('opened')
    page.send({ type: 'mouse', seq: 1, kind: 'down', x: 1, y: 1, count: 1, button: 1, modifiers: 0 })
    await page.wait('ack', (ack) => ack.seq === 1)
    expect(engine.views.at(-1)?.readOnly).toBe(true)
    page.leave()
  })

  it('cannot select or copy where copying is forbidden', async () => {
    const page = await server.page(newKey(), { permissions: { edit: false, copy: false } })
    await page.wait('opened')
    page.send({ type: 'mouse', seq: 1, kind: 'down', x: 1, y: 1, count: 1, button: 1, modifiers: 0 })
    await page.wait('rejected')
    page.send({ type: 'copy', id: 7 })
    await page.wait('warning')
    expect(page.messages.some((message) => message.type === 'clipboard')).toBe(false)
    page.leave()
  })

  it('cannot download where downloading is forbidden', async () => {
    const page = await server.page(newKey(), { permissions: { edit: false, download: false } })
    await page.wait('opened')
    page.send({ type: 'downloadAs', id: 1, fileType: 'docx' })
    await page.wait('warning')
    expect(page.messages.some((message) => message.type === 'download')).toBe(false)
    page.leave()
  })

  it('cannot save', async () => {
    const page = await server.page(newKey(), { mode: 'view' })
    await page.wait('opened')
    page.send({ type: 'forceSave' })
    await page.wait('warning')
    page.leave()
  })
})

describe('an editor', () => {
  it('who cuts where copying is forbidden keeps the text', async () => {
    const page = await server.page(newKey(), { permissions: { edit: true, copy: false } })
    await page.wait('opened')
    page.send({ type: 'copy', id: 7, cut: true, seq: 1 })
    expect((await page.wait('rejected')).seq).toBe(1)
    page.leave()
  })

  const command = (name: string, args = {}) => ({ type: 'command', name, args })
  it.each([
    [{ modifyFilter: false }, command('.uno:DataFilterAutoFilter')],
    [{ modifyFilter: false }, { type: 'filter', shown: [0] }],
    [{ modifyFilter: false }, { type: 'key', kind: 'press', charCode: 12, keyCode: 523 + 0x3000 }],
    [{ modifyContentControl: false }, command('InsertCheckboxContentControl')],
    [{ modifyContentControl: false }, command('.uno:InsertListField', { Entries: 'a' })],
    [{ reviewGroups: [] }, command('AcceptTrackedChange', { AcceptTrackedChange: 0 })],
    [{ reviewGroups: [] }, command('RejectAllTrackedChanges')],
    [{ reviewGroups: [] }, command('.uno:AcceptTrackedChangeToNext')],
    [{ reviewGroups: ['Teachers'] }, command('AcceptAllTrackedChanges')],
    [{ commentGroups: { remove: ['Teachers'] } }, command('DeleteAuthor', { Author: 'Ann' })],
    [{ commentGroups: { edit: [] } }, command('EditAnnotation', { Id: '1', Text: 'x' })],
    [{ commentGroups: { remove: [] } }, command('DeleteCommentThread', { Id: '1' })],
  ])('whose permissions have %j cannot send %j, and goes on writing', async (permissions, input) => {
    const sent = engine.inputs.length
    const page = await server.page(newKey(), { permissions: { edit: true, ...permissions } })
    await page.wait('opened')
    page.send({ ...input, seq: 1 })
    expect((await page.wait('rejected')).seq).toBe(1)
    page.send({ type: 'text', seq: 2, text: 'x' })
    await page.wait('ack', (ack) => ack.seq === 2)
    expect(engine.inputs.slice(sent)).toEqual([{ type: 'text', text: 'x' }])
    page.leave()
  })

  it('may do all that where nothing, or everybody, is named', async () => {
    const page = await server.page(newKey(), { permissions: { edit: true, reviewGroups: '' } })
    await page.wait('opened')
    page.send({ ...command('AcceptAllTrackedChanges'), seq: 1 })
    page.send({ ...command('DeleteCommentThread', { Id: '1' }), seq: 2 })
    await page.wait('ack', (ack) => ack.seq === 2)
    expect(page.messages.some((message) => message.type === 'rejected')).toBe(false)
    page.leave()
  })

  it('downloads the document under its own name', async () => {
    const key = newKey()
    const page = await server.page(key, { headers: { 'x-forwarded-prefix': '/office' } })
    await page.wait('opened')
    page.send({ type: 'downloadAs', id: 3, fileType: '' })
    const { url, id, fileType } = await page.wait('download')
    expect({ id, fileType }).toEqual({ id: 3, fileType: 'docx' })
    expect(url).toContain('/office/cache/files/data/')
    const response = await fetch(url.replace('/office', ''))
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''Minutes%20of%20${key}.docx`,
    )
    page.leave()
  })
})

describe('a socket', () => {
  it.each(['not json', '{"type":"unknown"}', '{"type":"text","seq":-1,"text":"x"}', '[]', 'null'])(
    'that sends %s is closed with a reason, and the server goes on',
    async (text) => {
      const socket = new WebSocket(`${server.url.replace('http', 'ws')}/editor/socket`)
      await new Promise((resolve) => socket.once('open', resolve))
      socket.send(text)
      const [code, reason] = await new Promise<[number, string]>((resolve) => {
        socket.once('close', (closeCode, closeReason) => resolve([closeCode, closeReason.toString()]))
      })
      expect(code).toBe(1008)
      expect(reason).not.toBe('')
      expect(await (await fetch(`${server.url}/healthcheck`)).text()).toBe('true')
    },
  )

  it('is refused beyond the limit for its address', async () => {
    const small = await startTestServer(() => createFakeEngine(), { MAX_SOCKETS_PER_ADDRESS: '1' })
    const first = await small.page('k1')
    await first.wait('opened')
    const second = await small.page('k1')
    expect((await second.closed).code).toBe(1013)
    await small.close()
  })
})

describe('a file', () => {
  it.each([
    ['a picture with another name', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
    ['empty', Buffer.alloc(0)],
    ['cut off', Buffer.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9])],
  ])('that is %s is refused with -25 before an engine sees it', async (_, bytes) => {
    const key = newKey()
    const before = engine.opened
    server.portal.files.set(`/files/${key}.docx`, bytes)
    const page = await server.page(key)
    expect((await page.wait('error')).code).toBe(-25)
    expect(engine.opened).toBe(before)
    page.leave()
    await server.portal.callback(4)
  })

  it('of an unknown type is refused', async () => {
    const page = await server.page(newKey(), { fileType: 'exe' })
    expect((await page.wait('error')).code).toBe(-1)
    page.leave()
  })
})

describe('somebody to whom only some groups are known', () => {
  it('sees neither the names nor the cursors of the others', async () => {
    const key = newKey()
    const ann = await server.page(key, { user: 'ann', group: 'Teachers' })
    await ann.wait('opened')
    const ben = await server.page(key, { user: 'ben', group: 'Students' })
    await ben.wait('opened')
    const permissions = { edit: true, userInfoGroups: ['Students'] }
    const eve = await server.page(key, { user: 'eve', group: 'Helpers', permissions })
    const { participants } = await eve.wait('opened')
    expect(participants.map(({ userId }) => userId)).toEqual(['ben', 'eve'])

    const cursorOf = (viewId: number) => ({
      ...{ type: 'otherCursor' as const, viewId, part: 0, cell: false },
      rect: { x: 1, y: viewId, width: 1, height: 1 },
    })
    // The engine of this test numbers its views from 1 on.
    for (const viewId of [1, 2]) engine.views.at(-1)?.onEvent(cursorOf(viewId))
    const told = await eve.wait('otherCursor')
    expect(told.participantId).toBe(participants[0]?.id)
    ben.leave()
    await eve.wait('participants', (message) => message.participants.length === 1)
    expect(eve.messages.filter(({ type }) => type === 'otherCursor')).toHaveLength(1)
    expect(JSON.stringify(eve.messages)).not.toContain('User ann')
    ann.leave()
    eve.leave()
  })
})
