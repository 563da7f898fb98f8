import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { makeReportDocx } from '@lectern/fixtures'
import type { DocumentList, DocumentListAnswer } from '@lectern/shared'
import type { EditorPage } from '../../testing/editor-page.js'
import { startTestServer } from '../../testing/test-server.js'
import type { PageOptions, TestServer } from '../../testing/test-server.js'
import { patienceMs, startTestEngine } from '../engine/testing/test-engine.js'

const engine = startTestEngine()
let server: TestServer

beforeAll(async () => {
  server = await startTestServer(() => ({ ...engine.pool, stop: async () => undefined }))
}, patienceMs)
afterAll(() => server.close(), patienceMs)

const edit = { edit: true, review: true, comment: true }

async function open(key: string, options: PageOptions): Promise<EditorPage> {
  const path = `/files/${key}.docx`
  if (!server.portal.files.has(path)) server.portal.files.set(path, Buffer.from(await makeReportDocx()))
  const page = await server.page(key, options)
  await page.wait('opened')
  return page
}

/** Gives a command, and tells whether it was refused. */
async function give(page: EditorPage, name: string, args: object): Promise<'given' | 'refused'> {
  const seq = page.nextSeq()
  page.send({ type: 'command', seq, name: `.uno:${name}`, args })
  await page.wait('ack', (ack) => ack.seq >= seq)
  const isRefused = page.messages.some((message) => message.type === 'rejected' && message.seq === seq)
  return isRefused ? 'refused' : 'given'
}

let questions = 0
async function ask<List extends DocumentList>(page: EditorPage, list: List) {
  const id = (questions += 1)
  page.send({ type: 'list', id, list })
  const { type: _, id: __, ...answer } = await page.wait('list', (message) => message.id === id)
  return answer as Extract<DocumentListAnswer, { list: List }>
}

const textsOf = async (page: EditorPage) => (await ask(page, 'comments')).comments.map(({ text }) => text)
const comment = async (page: EditorPage, text: string) =>
  expect(await give(page, 'InsertAnnotation', { Text: text })).toBe('given')

describe('groups of people', { timeout: patienceMs }, () => {
  it('stay with what they wrote, and decide who may treat it how', async () => {
    const key = 'groups'
    const teacher = await open(key, { user: 'ann', group: 'Teachers', permissions: edit })
    await comment(teacher, 'From a teacher')
    const student = await open(key, { user: 'ben', group: 'Students,Year 4', permissions: edit })
    await comment(student, 'From a student')
    const guest = await open(key, { user: 'gus', permissions: edit })
    await comment(guest, 'From nowhere')

    const commentGroups = { view: ['Students', ''], edit: ['Year 4'], remove: [''] }
    const helper = await open(key, { user: 'hal', permissions: { ...edit, commentGroups } })
    expect(await textsOf(helper)).toEqual(expect.arrayContaining(['From a student', 'From nowhere']))
    expect(await textsOf(helper)).not.toContain('From a teacher')
    expect(await textsOf(teacher)).toHaveLength(3)

    const { comments } = await ask(teacher, 'comments')
    const idOf = (text: string) => comments.find((one) => one.text === text)?.id
    const resolve = (text: string) => give(helper, 'ResolveCommentThread', { Id: idOf(text) })
    const remove = (text: string) => give(helper, 'DeleteCommentThread', { Id: idOf(text) })
    expect(await resolve('From a teacher')).toBe('refused')
    expect(await resolve('From nowhere')).toBe('refused')
    expect(await resolve('From a student')).toBe('given')
    expect(await remove('From a student')).toBe('refused')
    expect(await remove('From nowhere')).toBe('given')
    expect(await give(helper, 'DeleteCommentThread', {})).toBe('refused')
    expect((await textsOf(teacher)).toSorted()).toEqual(['From a student', 'From a teacher'])

    for (const page of [teacher, student, guest, helper]) page.leave()
    const { body } = await server.portal.callback(2)
    const saved = unzipSync(new Uint8Array(await (await fetch(body.url ?? '')).arrayBuffer()))
    const authors = strFromU8(saved['word/comments.xml'] ?? new Uint8Array()).match(/w:author="[^"]*"/g)
    expect(authors?.toSorted()).toEqual([
      'w:author="Students,Year 4\u00a0User ben"',
      'w:author="Teachers\u00a0User ann"',
    ])
  })

  it('decide whose changes somebody may accept and reject', async () => {
    const key = 'review-groups'
    const review = { edit: false, review: true }
    const student = await open(key, { user: 'ben', group: 'Students', permissions: review })
    const typed = student.type('of a student ')
    await student.wait('ack', (ack) => ack.seq >= typed)
    const guest = await open(key, { user: 'gus', permissions: review })
    expect(await give(guest, 'GoToEndOfDoc', {})).toBe('given')
    const more = guest.type(' of a guest')
    await guest.wait('ack', (ack) => ack.seq >= more)

    const teacher = await open(key, { user: 'ann', permissions: { edit: true, reviewGroups: ['Students'] } })
    const { changes } = await ask(teacher, 'changes')
    expect(changes.map(({ author }) => author)).toEqual(['Students\u00a0User ben', 'User gus'])
    const [ofStudent, ofGuest] = changes.map(({ index }) => index)
    const accept = (index = -1) => give(teacher, 'AcceptTrackedChange', { AcceptTrackedChange: index })
    expect(await accept(ofGuest)).toBe('refused')
    expect(await accept(ofStudent)).toBe('given')
    expect(await give(teacher, 'RejectAllTrackedChanges', {})).toBe('refused')
    const left = await ask(teacher, 'changes')
    expect(left.changes.map(({ author }) => author)).toEqual(['User gus'])
    for (const page of [student, guest, teacher]) page.leave()
    await server.portal.callback(2)
  })
})
