import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { FormField } from '@lectern/shared'
import { createFakeEngine } from '../../testing/fake-engine.js'
import { startTestServer } from '../../testing/test-server.js'
import type { PageOptions, TestServer } from '../../testing/test-server.js'
import { roleOf } from './roles.js'

const engine = createFakeEngine()
let server: TestServer
let number = 0

beforeAll(async () => {
  server = await startTestServer(() => engine)
})
afterEach(() => {
  engine.views.length = 0
  engine.inputs.length = 0
})
afterAll(() => server.close())

const review = { edit: false, review: true, comment: true }
const comment = { edit: false, comment: true }
const fill = { edit: false, fillForms: true }
const look = { edit: false }

async function open(permissions: Record<string, boolean>, options: PageOptions & { key?: string } = {}) {
  const { key = `role-${(number += 1)}`, ...rest } = options
  const page = await server.page(key, { permissions, ...rest })
  const opened = await page.wait('opened')
  return { page, opened, key }
}

const text = { type: 'text', text: 'x' }
const bold = { type: 'command', name: '.uno:Bold' }
const paste = { type: 'paste', mimeType: 'text/html', data: '<b>x</b>' }
const key = (charCode: number, keyCode: number) => ({ type: 'key', kind: 'press', charCode, keyCode })
const mouse = (kind: string, button: number) => ({
  type: 'mouse',
  kind,
  x: 1,
  y: 1,
  count: 1,
  button,
  modifiers: 0,
})
const command = (name: string, args = {}) => ({ type: 'command', name: `.uno:${name}`, args })
const newComment = command('InsertAnnotation', { Text: 'Why?', Author: 'Somebody Else' })
const picture = { type: 'insertImage', mimeType: 'image/png', data: 'AAAA' }
const move = { type: 'moveSelection', x: 1, y: 1, copies: false }
const replaceAll = command('ExecuteSearch', { 'SearchItem.Command': 3 })

describe('a role', () => {
  it.each([
    [{}, 'word', 'editor'],
    [review, 'word', 'reviewer'],
    // Only texts have tracked changes.
    [review, 'cell', 'commenter'],
    [{ edit: false, review: true }, 'slide', 'viewer'],
    [comment, 'slide', 'commenter'],
    [fill, 'word', 'formFiller'],
    // Only texts have fields.
    [fill, 'cell', 'viewer'],
    [look, 'word', 'viewer'],
  ] as const)('follows from permissions %j of a %s document: %s', (permissions, documentType, role) => {
    expect(roleOf({ wantsEdit: true, isEditable: true, documentType, permissions })).toBe(role)
    expect(roleOf({ wantsEdit: false, isEditable: true, documentType, permissions })).toBe('viewer')
    expect(roleOf({ wantsEdit: true, isEditable: false, documentType, permissions })).toBe('viewer')
  })
})

it('only looks at a document that is embedded in another page', async () => {
  const { opened } = await open({ edit: true }, { type: 'embedded' })
  expect(opened).toMatchObject({ role: 'viewer', canEdit: false })
})

const refusals: [string, Record<string, boolean>, object[]][] = [
  ['a reviewer', review, [picture, { type: 'movePart', from: 0, to: 1 }, { type: 'filter', shown: [] }]],
  [
    'a reviewer',
    review,
    [
      command('TrackChanges', { TrackChanges: false }),
      key(0, 514 + 0x3000),
      key(0, 768),
      key(0, 1027 + 0x4000),
    ],
  ],
  [
    'a reviewer',
    review,
    [
      command('AcceptAllTrackedChanges'),
      command('RejectTrackedChange', { RejectTrackedChange: 0 }),
      command('AttributePageSize'),
    ],
  ],
  [
    'a reviewer',
    review,
    [
      command('StyleApply', { Style: 'A4', FamilyName: 'PageStyles' }),
      command('InsertTable', { Columns: 1, Rows: 1 }),
    ],
  ],
  [
    'a commenter',
    comment,
    [
      text,
      bold,
      paste,
      picture,
      move,
      replaceAll,
      key(97, 512),
      { type: 'compose', text: 'x' },
      mouse('down', 4),
    ],
  ],
  ['a form filler', fill, [text, bold, paste, picture, move, replaceAll, key(97, 512), newComment]],
  [
    'a form filler in a field',
    fill,
    [
      { type: 'text', text: 'one\ntwo' },
      { type: 'paste', mimeType: 'text/plain;charset=utf-8', data: 'one\r\ntwo' },
      key(13, 1280),
      key(13, 0),
      key(0, 1027 + 4096),
      key(0, 1283 + 8192),
      { ...mouse('down', 1), count: 2 },
      { ...mouse('down', 1), modifiers: 4096 },
      mouse('move', 1),
      command('ExecuteSearch', { 'SearchItem.Command': 0 }),
      command('SelectAll'),
      command('Paste'),
      { type: 'movePart', from: 0, to: 1 },
    ],
  ],
  ['a viewer', look, [text, bold, paste, picture, move, replaceAll, key(97, 512), newComment]],
  ['a viewer who may comment in another mode', { ...comment, edit: true }, [newComment, text]],
]

describe.each(refusals)('%s', (name, permissions, inputs) => {
  it.each(inputs)('is refused %j', async (input) => {
    const { page } = await open(permissions, name.includes('another mode') ? { mode: 'view' } : {})
    if (name.includes('in a field')) tellField([{ x: 0, y: 0, width: 9_000, height: 9_000 }])
    page.send({ ...input, seq: 1 })
    expect((await page.wait('rejected')).seq).toBe(1)
    expect(engine.inputs).toEqual([])
    page.leave()
  })
})

function tellField(rects: object[] | null) {
  const field = rects && ({ rects, kind: 'text', entries: [], title: '' } as FormField)
  engine.views.at(-1)?.onEvent({ type: 'field', field })
}

describe('a form filler', () => {
  it('writes where the engine says that a field is, and nowhere else', async () => {
    const { page, opened } = await open(fill)
    expect(opened).toMatchObject({ role: 'formFiller', canEdit: true })
    page.type('beside')
    expect(await page.wait('rejected')).toMatchObject({
      seq: 1,
      reason: expect.stringContaining('forms') as string,
    })
    const around = { x: 1_000, y: 1_000, width: 500, height: 300 }
    tellField([around])
    page.type('inside')
    page.send({ type: 'fillField', seq: page.nextSeq(), item: 1 })
    await page.wait('ack', ({ seq }) => seq === 3)
    engine.views.at(-1)?.onEvent({ type: 'selection', rects: [{ ...around, width: 2_000 }] })
    page.type('over its edge')
    await page.wait('rejected', ({ seq }) => seq === 4)
    tellField(null)
    page.type('beside again')
    await page.wait('rejected', ({ seq }) => seq === 5)
    expect(engine.inputs).toEqual([
      { type: 'text', text: 'inside' },
      { type: 'fillField', item: 1 },
    ])
    page.leave()
  })
})

describe('a reviewer', () => {
  it('writes, and the engine is told to track before it gets the first letter', async () => {
    const { page, opened } = await open(review)
    expect(opened).toMatchObject({ role: 'reviewer', canEdit: true })
    page.type('reviewed')
    page.type('again')
    await page.wait('ack', ({ seq }) => seq === 2)
    const tracking = { type: 'command', name: '.uno:TrackChanges', args: { TrackChanges: true } }
    expect(engine.inputs).toEqual([
      tracking,
      { type: 'text', text: 'reviewed' },
      { type: 'text', text: 'again' },
    ])
    page.leave()
  })

  it('has what was written tracked by a new engine too', async () => {
    const { page } = await open(review)
    const seq = page.type('before')
    await page.wait('ack', ({ durableSeq }) => durableSeq >= seq)
    page.messages.length = 0
    engine.inputs.length = 0
    engine.kill()
    await page.wait('opened')
    page.type('after')
    await expect.poll(() => engine.inputs.at(-1)).toEqual({ type: 'text', text: 'after' })
    const [first] = engine.inputs.filter(({ type }) => type !== 'mouse')
    expect(first).toMatchObject({ name: '.uno:TrackChanges', args: { TrackChanges: true } })
    page.leave()
  })

  it('is not left without tracking by an editor, until the reviewer has left', async () => {
    const { page, key: name } = await open(review)
    page.type('reviewed')
    await page.wait('ack', ({ seq }) => seq === 1)
    const { page: editor } = await open({ edit: true }, { key: name, user: 'u2' })
    const off = command('TrackChanges', { TrackChanges: false })
    editor.send({ ...off, seq: editor.nextSeq() })
    await editor.wait('rejected')
    page.leave()
    await editor.wait('participants', ({ participants }) => participants.length === 1)
    editor.send({ ...off, seq: editor.nextSeq() })
    await editor.wait('ack', ({ seq }) => seq === 2)
    expect(engine.inputs.at(-1)).toMatchObject(off)
    editor.leave()
  })

  it('cannot move or size a picture, which no change would show', async () => {
    const { page } = await open(review)
    engine.views.at(-1)?.onEvent({ type: 'graphicSelection', rect: { x: 0, y: 0, width: 9, height: 9 } })
    page.send({ ...mouse('move', 1), seq: 1 })
    page.send({ ...key(0, 1027), seq: 2 })
    await page.wait('rejected', ({ seq }) => seq === 2)
    expect(page.messages.filter(({ type }) => type === 'rejected')).toHaveLength(2)
    page.leave()
  })
})

describe('a commenter', () => {
  it('comments under the own name, in a view that takes nothing else, and the portal gets the comment', async () => {
    const { page, opened, key: name } = await open(comment)
    expect(opened).toMatchObject({ role: 'commenter', canEdit: false })
    expect(engine.views.at(-1)?.readOnly).toBe(true)
    page.send({ ...newComment, seq: 1 })
    await page.wait('ack', ({ seq }) => seq === 1)
    expect(engine.inputs).toEqual([
      { ...newComment, args: { Text: 'Why?', Author: 'User u1' }, unlock: true },
    ])
    page.leave()
    await expect
      .poll(() =>
        server.portal.callbacks.filter(({ body }) => body.key === name).map(({ body }) => body.status),
      )
      .toEqual([1, 2])
  })

  it('may look for text and select, but not copy where that is forbidden', async () => {
    const { page } = await open({ ...comment, copy: false })
    page.send({ ...command('ExecuteSearch', { 'SearchItem.Command': 0 }), seq: 1 })
    page.send({ ...command('SelectAll'), seq: 2 })
    expect((await page.wait('rejected')).seq).toBe(2)
    expect(engine.inputs).toHaveLength(1)
    page.leave()
  })
})

describe('an editor', () => {
  it('cannot comment where that is forbidden', async () => {
    const { page } = await open({ edit: true, comment: false })
    page.send({ ...newComment, seq: 1 })
    expect((await page.wait('rejected')).seq).toBe(1)
    page.leave()
  })

  it('comments under no name but the own', async () => {
    const { page } = await open({ edit: true })
    page.send({ ...newComment, seq: 1 })
    await page.wait('ack', ({ seq }) => seq === 1)
    expect(engine.inputs[0]).toMatchObject({ args: { Author: 'User u1' }, unlock: false })
    page.leave()
  })
})
