import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import type { TestClient } from '../../testing/test-client.js'
import { rootFolderId } from './index.js'

const template = (fileType: string) =>
  readFile(new URL(`../../../templates/blank.${fileType}`, import.meta.url))
const childrenQuery = `query ($id: ID, $first: Int, $after: String) { folder(id: $id) { children(first: $first, after: $after) {
  totalCount hasNextPage endCursor nodes { ... on Folder { id name } ... on Document { id name: title } } } } }`
const renameQuery =
  'mutation ($input: RenameNodeInput!) { renameNode(input: $input) { ... on Document { title } ... on Folder { name } } }'
const deleteQuery = 'mutation ($id: ID!) { deleteNode(id: $id) }'
const folderQuery = 'query ($id: ID) { folder(id: $id) { id name role path { id } parent { id } } }'
const titleQuery = 'query ($id: ID!) { document(id: $id) { title } }'
const createFolderQuery = 'mutation ($input: CreateFolderInput!) { createFolder(input: $input) { id } }'
const createQuery = 'mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { id } }'

interface Children {
  children: { totalCount: number; hasNextPage: boolean; endCursor: string | null; nodes: { name: string }[] }
}

async function children(client: TestClient, variables: object = {}) {
  return (await client.ask<Children>(childrenQuery, variables)).children
}

const names = async (client: TestClient, variables: object = {}) =>
  (await children(client, variables)).nodes.map(({ name }) => name)

describePortal('the library', ({ newApp }) => {
  it('is closed to strangers', async () => {
    const app = await newApp()
    const document = await app.admin.given.document()
    const stranger = app.newClient()
    expect(await stranger.askForError('{ folder { id } }')).toBe('NOT_SIGNED_IN')
    expect(await stranger.askForError(`{ document(id: "${document.id}") { id } }`)).toBe('NOT_SIGNED_IN')
    expect(await stranger.askForError(deleteQuery, { id: document.id })).toBe('NOT_SIGNED_IN')
    expect((await stranger.upload('a.docx', await template('docx'))).error?.extensions.code).toBe(
      'NOT_SIGNED_IN',
    )
  })

  it('creates each kind of document, with version 1 and the bytes of an empty one', async () => {
    const { admin } = await newApp()
    const found = []
    for (const fileType of ['docx', 'xlsx', 'pptx']) {
      const { id, downloadUrl } = await admin.given.document('First', fileType)
      const fields =
        'title fileType documentType size canEdit role version { number cause author { name } } owner { name }'
      found.push(await admin.ask(`{ document(id: "${id}") { ${fields} } }`))
      const bytes = Buffer.from(await (await admin.request(downloadUrl)).arrayBuffer())
      expect(bytes.equals(await template(fileType))).toBe(true)
    }
    expect(found).toMatchObject([
      { title: 'First.docx', documentType: 'WORD', canEdit: true, version: { number: 1, cause: 'CREATE' } },
      { title: 'First.xlsx', documentType: 'CELL', role: 'OWNER', owner: { name: 'Administrator' } },
      { title: 'First.pptx', documentType: 'SLIDE', fileType: 'pptx' },
    ])
  })

  it('numbers a name that is taken, whatever its case', async () => {
    const { admin } = await newApp()
    await admin.given.document('Plan')
    expect((await admin.given.document('PLAN.docx')).title).toBe('PLAN (2).docx')
    expect((await admin.given.document('plan')).title).toBe('plan (3).docx')
    expect((await admin.given.document('Plan', 'xlsx')).title).toBe('Plan.xlsx')
  })

  it('gives many uploads of one name at the same moment a name each', async () => {
    const { admin } = await newApp()
    const bytes = new Uint8Array(await template('docx'))
    const uploads = await Promise.all(Array.from({ length: 8 }, () => admin.upload('same.docx', bytes)))
    const titles = new Set(uploads.map(({ document }) => document?.title))
    expect(titles.size).toBe(8)
    expect(titles).toContain('same (8).docx')
  })

  it('refuses a second folder of the same name, and says which', async () => {
    const { admin } = await newApp()
    await admin.given.folder('Course 1')
    const { errors } = await admin.graphql(createFolderQuery, {
      input: { parentId: rootFolderId, name: 'COURSE 1' },
    })
    expect(errors).toMatchObject([{ extensions: { code: 'NAME_TAKEN', details: { name: 'COURSE 1' } } }])
  })

  it('refuses to create what it has no empty document of', async () => {
    const { admin } = await newApp()
    const input = { folderId: rootFolderId, title: 'x', fileType: 'exe' }
    expect(await admin.askForError(createQuery, { input })).toBe('FILE_TYPE_UNKNOWN')
  })

  it('lists folders first, then documents, by name with numbers by value', async () => {
    const { admin } = await newApp()
    for (const title of ['week 10', 'Week 9', 'agenda']) await admin.given.document(title)
    for (const name of ['Zebra', 'apple']) await admin.given.folder(name)
    expect(await names(admin)).toEqual(['apple', 'Zebra', 'agenda.docx', 'Week 9.docx', 'week 10.docx'])
  })

  it('lists in pages without losing or repeating anything', async () => {
    const { admin } = await newApp()
    for (const name of ['a', 'b', 'c']) await admin.given.folder(name)
    for (const title of ['1', '2', '3', '4']) await admin.given.document(title)
    const all: string[] = []
    for (let after: string | null | undefined; after !== null;) {
      const page = await children(admin, { first: 2, after })
      expect(page.totalCount).toBe(7)
      all.push(...page.nodes.map(({ name }) => name))
      after = page.hasNextPage ? page.endCursor : null
    }
    expect(all).toEqual(['a', 'b', 'c', '1.docx', '2.docx', '3.docx', '4.docx'])
  })

  it('lists from any place on', async () => {
    const { admin } = await newApp()
    for (const title of ['1', '2', '3', '4']) await admin.given.document(title)
    const query =
      '{ folder { children(first: 2, offset: 1) { totalCount nodes { ... on Document { title } } } } }'
    expect(await admin.ask(query)).toEqual({
      children: { totalCount: 4, nodes: [{ title: '2.docx' }, { title: '3.docx' }] },
    })
  })

  it('refuses made-up cursors and page sizes', async () => {
    const { admin } = await newApp()
    for (const variables of [{ after: 'nonsense' }, { first: 0 }, { first: 501 }])
      expect(await admin.askForError(childrenQuery, variables)).toBe('BAD_INPUT')
  })

  it('tells the way from the root to a folder', async () => {
    const { admin } = await newApp()
    const outer = await admin.given.folder('Outer')
    const inner = await admin.given.folder('Inner', outer.id)
    const found = await admin.ask(folderQuery, { id: inner.id })
    expect(found).toMatchObject({ path: [{ id: rootFolderId }, { id: outer.id }], parent: { id: outer.id } })
    expect(await admin.ask(folderQuery)).toMatchObject({ id: rootFolderId, path: [], parent: null })
  })

  it('renames, and keeps the extension of documents', async () => {
    const { admin } = await newApp()
    const { id } = await admin.given.document('Old')
    expect(await admin.ask(renameQuery, { input: { id, name: 'New' } })).toEqual({ title: 'New.docx' })
    expect(await admin.ask(renameQuery, { input: { id, name: 'newer.DOCX' } })).toEqual({
      title: 'newer.DOCX',
    })
    expect(await admin.ask(renameQuery, { input: { id, name: 'trick.exe' } })).toEqual({
      title: 'trick.exe.docx',
    })
  })

  it('refuses to rename to a taken or an empty name, or the root', async () => {
    const { admin } = await newApp()
    await admin.given.document('Taken')
    const { id } = await admin.given.document('Other')
    expect(await admin.askForError(renameQuery, { input: { id, name: 'taken' } })).toBe('NAME_TAKEN')
    expect(await admin.askForError(renameQuery, { input: { id, name: ' \u0000' } })).toBe('NAME_INVALID')
    expect(await admin.askForError(renameQuery, { input: { id: rootFolderId, name: 'x' } })).toBe('FORBIDDEN')
  })

  it('lets only one of two people rename at once: the other is told the new name', async () => {
    const app = await newApp()
    const { id } = await app.admin.given.document('Plan')
    const rename = (name: string) =>
      app.admin.graphql(renameQuery, { input: { id, name, expectedName: 'Plan.docx' } })
    const answers = await Promise.all(['Mine', 'Yours'].map(rename))
    const refused = answers.flatMap(({ errors }) => errors ?? [])
    expect(refused.map(({ extensions }) => extensions.code)).toEqual(['NAME_CHANGED'])
    const { title } = await app.admin.ask<{ title: string }>(titleQuery, { id })
    expect(['Mine.docx', 'Yours.docx']).toContain(title)
    expect(refused[0]?.extensions.details).toEqual({ name: title })
    expect(refused[0]?.message).toContain(`renamed this to "${title}"`)
  })

  it('gives a name to one of two documents only that get it at once', async () => {
    const app = await newApp()
    const ids = [(await app.admin.given.document('One')).id, (await app.admin.given.document('Two')).id]
    const answers = await Promise.all(
      ids.map((id) => app.admin.graphql(renameQuery, { input: { id, name: 'Same' } })),
    )
    expect(answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code))).toEqual([
      'NAME_TAKEN',
    ])
  })

  it('lets a document keep its own name in another case', async () => {
    const { admin } = await newApp()
    const { id } = await admin.given.document('report')
    expect(await admin.ask(renameQuery, { input: { id, name: 'Report' } })).toEqual({ title: 'Report.docx' })
  })

  it('deletes a folder with all in it, and frees the name', async () => {
    const { admin } = await newApp()
    const folder = await admin.given.folder('Course')
    const document = await admin.given.document('Notes', 'docx', folder.id)
    await admin.ask(deleteQuery, { id: folder.id })
    expect(await names(admin)).toEqual([])
    expect(await admin.askForError(`{ document(id: "${document.id}") { id } }`)).toBe('NOT_FOUND')
    expect((await admin.request(document.downloadUrl)).status).toBe(404)
    await admin.given.folder('Course')
  })

  it('refuses to delete the root', async () => {
    const { admin } = await newApp()
    expect(await admin.askForError(deleteQuery, { id: rootFolderId })).toBe('FORBIDDEN')
  })

  it.each(['no-id', '', "' OR 1=1 --", '00000000-0000-7000-8000-00000000dead'])(
    'finds nothing at %j',
    async (id) => {
      const { admin } = await newApp()
      expect(await admin.askForError('query ($id: ID!) { document(id: $id) { id } }', { id })).toBe(
        'NOT_FOUND',
      )
      expect(await admin.askForError(folderQuery, { id })).toBe('NOT_FOUND')
      expect(await admin.askForError(createFolderQuery, { input: { parentId: id, name: 'x' } })).toBe(
        'NOT_FOUND',
      )
    },
  )

  it('does not take a document for a folder', async () => {
    const { admin } = await newApp()
    const { id } = await admin.given.document()
    expect(await admin.askForError(folderQuery, { id })).toBe('NOT_FOUND')
  })

  it('tells who may rename a document: not those who were invited to it alone', async () => {
    const app = await newApp()
    const folder = await app.admin.given.folder('Course')
    const { id } = await app.admin.given.document('Plan', 'docx', folder.id)
    const mayRename = async (client: TestClient) =>
      (
        await client.ask<{ canRename: boolean }>('query ($id: ID!) { document(id: $id) { canRename } }', {
          id,
        })
      ).canRename
    const guests = [app.newClient(), app.newClient(), app.newClient()] as const
    await guests[0].join(await app.admin.given.linkToken(id, 'EDITOR'), 'Grace')
    await guests[1].join(await app.admin.given.linkToken(folder.id, 'VIEWER'), 'Alan')
    await guests[2].join(await app.admin.given.linkToken(folder.id, 'EDITOR'), 'Edsger')
    expect(await mayRename(app.admin)).toBe(true)
    expect(await Promise.all(guests.map(mayRename))).toEqual([false, false, true])
  })

  it('lists a folder with as many queries for a hundred documents as for one', async () => {
    const app = await newApp()
    const query = `{ folder { children { nodes { ... on Document {
      title role canEdit canRename size version { number author { name } } owner { name } folder { name } participants { name } } } } } }`
    const count = async () => {
      let queries = 0
      const counting = () => queries++
      app.db.on('query', counting)
      await app.admin.ask(query)
      app.db.removeListener('query', counting)
      return queries
    }
    await app.admin.given.document()
    const forOne = await count()
    for (let index = 0; index < 20; index++) await app.admin.given.document()
    expect(await count()).toBe(forOne)
  })
})
