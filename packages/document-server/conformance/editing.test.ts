import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readDocxParagraphs } from '@lectern/fixtures'
import { command, createBench, target } from './lib/bench.js'
import type { Bench } from './lib/bench.js'

let bench: Bench
beforeAll(async () => {
  bench = await createBench()
})
afterEach(() => {
  bench.portal.answer = () => ({ status: 200, body: '{"error":0}' })
})
afterAll(() => bench.portal.close())

const refuse = (refused: number) => {
  bench.portal.answer = (status) => ({ status: 200, body: `{"error":${status === refused ? 1 : 0}}` })
}
const download = async (url: unknown) => new Uint8Array(await (await fetch(String(url))).arrayBuffer())
const link = (name: string) =>
  expect.stringMatching(new RegExp(`/${name}\\?md5=.*&filename=${name}$`)) as string
const lastSave = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string
const created = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as string
const u1 = { id: 'u1', name: 'User u1' }
const u2 = { id: 'u2', name: 'User u2' }

describe.skipIf(target.driver === null)('while documents are edited, a document server', () => {
  it('tells of the first editor before it fetches the file, and of an unchanged close; the key is not fetched again', async () => {
    const key = await bench.newKey()
    ;(await bench.openReady(key)).leave()
    expect(await bench.callback(key, 4)).toEqual({ key, status: 4, actions: [{ type: 0, userid: 'u1' }] })
    const [first] = bench.callbacks(key)
    expect(first?.body).toEqual({ key, status: 1, users: ['u1'], actions: [{ type: 1, userid: 'u1' }] })
    expect(bench.portal.log.indexOf('callback 1')).toBeLessThan(
      bench.portal.log.indexOf(`download /files/${key}.docx`),
    )
    ;(await bench.openReady(key)).leave()
    await bench.callback(key, 4, 2)
    expect(bench.downloads(key)).toBe(1)
  })

  it('signs callbacks twice: wrapped in the header, flat in the body', async () => {
    const key = await bench.newKey()
    ;(await bench.openReady(key)).leave()
    await bench.callback(key, 4)
    for (const { body, headerClaims, bodyClaims } of bench.callbacks(key)) {
      expect(headerClaims['payload']).toEqual(body)
      expect(bodyClaims).toMatchObject(body)
      expect(bodyClaims.exp! - bodyClaims.iat!).toBe(300)
    }
  })

  it('saves what was typed after the last editor left, with its history; the key is then of the past', async () => {
    const key = await bench.newKey()
    const editor = await bench.openReady(key)
    await editor.type('TYPED-MARKER ')
    editor.leave()
    const saved = await bench.callback(key, 2)
    expect(saved).toEqual({
      ...{ key, status: 2, url: link('output.docx'), changesurl: link('changes.zip'), filetype: 'docx' },
      history: {
        serverVersion: expect.any(String) as string,
        changes: [{ documentSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string, created, user: u1 }],
      },
      ...{ users: ['u1'], actions: [{ type: 0, userid: 'u1' }], lastsave: lastSave, notmodified: false },
    })
    expect(readDocxParagraphs(await download(saved['url'])).join()).toContain('TYPED-MARKER')
    expect(Object.keys(unzipSync(await download(saved['changesurl'])))).toEqual(['changes0.json'])
    const late = await bench.open(key)
    await late.outdated()
    late.leave()
  })

  it('tells of each join and leave, and names every author in the order of their changes', async () => {
    const key = await bench.newKey()
    const one = await bench.openReady(key)
    await one.type('One. ')
    const two = await bench.openReady(key, { user: 'u2' })
    expect((await bench.callback(key, 1, 2))['users']).toEqual(['u1', 'u2'])
    await two.type('Two. ')
    await one.type('Again. ')
    two.leave()
    expect(await bench.callback(key, 1, 3)).toEqual({
      key,
      status: 1,
      users: ['u1'],
      actions: [{ type: 0, userid: 'u2' }],
    })
    one.leave()
    const { history, changesurl } = (await bench.callback(key, 2)) as {
      history?: { changes: { user: object }[] }
      changesurl?: string
    }
    expect(history?.changes.map(({ user }) => user)).toEqual([u1, u2, u1])
    expect(Object.keys(unzipSync(await download(changesurl)))).toHaveLength(3)
  })

  it('says nothing of somebody who only looks', async () => {
    const key = await bench.newKey()
    ;(await bench.openReady(key, { mode: 'view' })).leave()
    const other = await bench.newKey()
    ;(await bench.openReady(other)).leave()
    await bench.callback(other, 4)
    expect(bench.callbacks(key)).toEqual([])
  })

  it('force-saves by command, not without changes, and saves unmodified at the end', async () => {
    const key = await bench.newKey()
    const editor = await bench.openReady(key)
    expect(await command({ c: 'forcesave', key })).toEqual({ key, error: 4 })
    await editor.type('FORCED ')
    expect(await command({ c: 'forcesave', key, userdata: 'ud' })).toEqual({ key, error: 0 })
    const forced = await bench.callback(key, 6)
    expect(forced).toMatchObject({
      users: ['u1'],
      userdata: 'ud',
      forcesavetype: 0,
      filetype: 'docx',
      lastsave: lastSave,
    })
    const bytes = await download(forced['url'])
    expect(readDocxParagraphs(bytes).join()).toContain('FORCED')
    editor.leave()
    const saved = await bench.callback(key, 2)
    expect(saved).toMatchObject({ notmodified: true })
    expect(saved['url']).not.toBe(forced['url'])
    const hash = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
    expect(hash(await download(saved['url']))).toBe(hash(bytes))
  })

  it('force-saves by the button', async () => {
    const key = await bench.newKey()
    const editor = await bench.openReady(key, { forcesave: true })
    await editor.type('BUTTON ')
    editor.save()
    expect(await bench.callback(key, 6)).toMatchObject({
      forcesavetype: 1,
      actions: [{ type: 2, userid: 'u1' }],
    })
    editor.leave()
    await bench.callback(key, 2)
  })

  it('warns when a force save is refused, and saves at the end', async () => {
    refuse(6)
    const key = await bench.newKey()
    const editor = await bench.openReady(key, { forcesave: true })
    await editor.type('REFUSED ')
    editor.save()
    expect(await editor.warning()).toBe(-331)
    editor.leave()
    expect(await bench.callback(key, 2)).toMatchObject({ notmodified: false })
  })

  it('answers info with the editors, and the portal by a callback too', async () => {
    const key = await bench.newKey()
    const editor = await bench.openReady(key)
    expect(await command({ c: 'info', key, userdata: 'ud' })).toEqual({ key, error: 0, users: ['u1'] })
    expect(await bench.callback(key, 1, 2)).toEqual({ key, status: 1, users: ['u1'], userdata: 'ud' })
    editor.leave()
    await bench.callback(key, 4)
    await expect.poll(() => command({ c: 'info', key })).toEqual({ key, error: 0, users: [] })
    expect(await bench.callback(key, 4, 2)).toEqual({ key, status: 4 })
  })

  it('sends away whom the portal drops, and renames for those who stay', async () => {
    const key = await bench.newKey()
    const stays = await bench.openReady(key)
    const goes = await bench.openReady(key, { user: 'u2' })
    expect(await command({ c: 'drop', key, users: ['u2'] })).toEqual({ key, error: 0 })
    await goes.dropped()
    expect(await bench.callback(key, 1, 3)).toEqual({
      key,
      status: 1,
      users: ['u1'],
      actions: [{ type: 0, userid: 'u2' }],
    })
    expect(await command({ c: 'meta', key, meta: { title: '新名字.docx' } })).toEqual({ key, error: 0 })
    expect(await stays.renamed()).toBe('新名字.docx')
    stays.leave()
    await bench.callback(key, 4)
  })

  it('keeps what the portal refuses, hands it out, and opens it under the same key', async () => {
    refuse(2)
    const key = await bench.newKey()
    const editor = await bench.openReady(key)
    await editor.type('FORGOTTEN ')
    editor.leave()
    await bench.callback(key, 2)
    await expect.poll(async () => (await command({ c: 'getForgottenList' }))['keys']).toContain(key)
    expect(bench.callbacks(key).filter(({ body }) => body.status === 2)).toHaveLength(1)
    const { url } = await command({ c: 'getForgotten', key })
    expect(readDocxParagraphs(await download(url)).join()).toContain('FORGOTTEN')
    bench.portal.answer = () => ({ status: 200, body: '{"error":0}' })
    const again = await bench.openReady(key)
    expect(await again.warning()).toBe(-104)
    again.leave()
    const saved = await bench.callback(key, 2, 2)
    expect(saved).toMatchObject({ history: {}, notmodified: null })
    expect(saved['changesurl']).toBeUndefined()
    await expect.poll(async () => (await command({ c: 'getForgottenList' }))['keys']).not.toContain(key)
    expect(bench.downloads(key)).toBe(1)
  })

  it('tries a save four times, with longer and longer pauses, before it keeps the file itself', async () => {
    bench.portal.answer = (status) => ({ status: status === 2 ? 500 : 200, body: '{"error":0}' })
    const key = await bench.newKey()
    const editor = await bench.openReady(key)
    await editor.type('RETRIED ')
    editor.leave()
    await bench.callback(key, 2, 4)
    await expect.poll(async () => (await command({ c: 'getForgottenList' }))['keys']).toContain(key)
    const times = bench
      .callbacks(key)
      .filter(({ body }) => body.status === 2)
      .map(({ atMs }) => atMs)
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    expect(pauses).toEqual([...pauses].sort((left, right) => left - right))
    expect(pauses).toHaveLength(3)
    expect(await command({ c: 'deleteForgotten', key })).toEqual({ key, error: 0 })
    expect(await command({ c: 'getForgotten', key })).toEqual({ key, error: 1 })
  })

  it('warns when the portal refuses the first callback', async () => {
    refuse(1)
    const key = await bench.newKey()
    const editor = await bench.openReady(key)
    expect(await editor.warning()).toBe(-101)
    editor.leave()
  })

  it('asks three times for a file that is not there, and says so', async () => {
    const key = await bench.newKey()
    const editor = await bench.open(key, { path: '/files/missing.docx' })
    expect(await editor.error()).toBe(-4)
    expect(bench.portal.log.filter((line) => line === 'download /files/missing.docx')).toHaveLength(3)
    editor.leave()
    await bench.callback(key, 4)
  })
})
