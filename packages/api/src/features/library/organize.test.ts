import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import type { TestClient } from '../../testing/test-client.js'
import { rootFolderId } from './node.js'

const nodeFields = '... on Document { id name: title } ... on Folder { id name }'
const moveQuery = `mutation ($input: NodesIntoFolderInput!) { moveNodes(input: $input) { ${nodeFields} } }`
const copyQuery = `mutation ($input: NodesIntoFolderInput!) { copyNodes(input: $input) { ${nodeFields} } }`
const childrenQuery = `query ($id: ID) { folder(id: $id) { children { nodes { ${nodeFields} } } } }`

type Named = { id: string; name: string }[]
const move = (client: TestClient, folderId: string, ...ids: string[]) =>
  client.ask<Named>(moveQuery, { input: { ids, folderId } })
const copy = (client: TestClient, folderId: string, ...ids: string[]) =>
  client.ask<Named>(copyQuery, { input: { ids, folderId } })
const refused = (client: TestClient, folderId: string, ...ids: string[]) =>
  client.askForError(moveQuery, { input: { ids, folderId } })

async function names(client: TestClient, id?: string) {
  const { children } = await client.ask<{ children: { nodes: Named } }>(childrenQuery, { id })
  return children.nodes.map(({ name }) => name)
}

describePortal('moving and copying', ({ newApp }) => {
  it('moves documents and folders together, and gives a taken name a number', async () => {
    const { admin } = await newApp()
    const target = await admin.given.folder('Target')
    await admin.given.document('Plan', 'docx', target.id)
    const plan = await admin.given.document('Plan')
    const folder = await admin.given.folder('Course 1.5')
    await admin.given.folder('Course 1.5', target.id)
    const moved = await move(admin, target.id, plan.id, folder.id)
    expect(moved.map(({ name }) => name)).toEqual(['Plan (2).docx', 'Course 1.5 (2)'])
    expect(await names(admin)).toEqual(['Target'])
    expect(await names(admin, target.id)).toContain('Plan (2).docx')
  })

  it('leaves alone what is in the folder already', async () => {
    const { admin } = await newApp()
    const { id } = await admin.given.document('Plan')
    expect(await move(admin, rootFolderId, id)).toEqual([{ id, name: 'Plan.docx' }])
  })

  it('refuses to move a folder into itself or below itself, and moves nothing then', async () => {
    const { admin } = await newApp()
    const outer = await admin.given.folder('Outer')
    const inner = await admin.given.folder('Inner', outer.id)
    const document = await admin.given.document('Plan')
    expect(await refused(admin, outer.id, outer.id)).toBe('MOVE_INTO_ITSELF')
    expect(await refused(admin, inner.id, document.id, outer.id)).toBe('MOVE_INTO_ITSELF')
    expect(await names(admin)).toEqual(['Outer', 'Plan.docx'])
  })

  it('lets only one of two moves through that would close a circle together', async () => {
    const { admin } = await newApp()
    const left = await admin.given.folder('Left')
    const right = await admin.given.folder('Right')
    const answers = await Promise.all([
      admin.graphql(moveQuery, { input: { ids: [left.id], folderId: right.id } }),
      admin.graphql(moveQuery, { input: { ids: [right.id], folderId: left.id } }),
    ])
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code)
    expect(codes.filter((code) => code === 'MOVE_INTO_ITSELF')).toHaveLength(1)
    expect(await names(admin)).toHaveLength(1)
  })

  it('refuses the root, too many at once, and what is not there', async () => {
    const { admin } = await newApp()
    const folder = await admin.given.folder('Folder')
    const manyIds = Array.from({ length: 501 }, (_, index) => String(index))
    expect(await refused(admin, folder.id, rootFolderId)).toBe('FORBIDDEN')
    expect(await refused(admin, folder.id, 'nothing')).toBe('NOT_FOUND')
    expect(await refused(admin, folder.id, ...manyIds)).toBe('TOO_MANY_NODES')
  })

  it('copies a document with its bytes as version 1, numbered beside the original', async () => {
    const { admin } = await newApp()
    const { document } = await admin.upload('notes.txt', 'first')
    await admin.uploadVersion(document?.id ?? '', 'other.txt', 'second')
    const [made] = await copy(admin, rootFolderId, document?.id ?? '')
    expect(made?.name).toBe('notes (2).txt')
    const found = await admin.ask(`{ document(id: "${made?.id ?? ''}") { version { number cause } } }`)
    expect(found).toEqual({ version: { number: 1, cause: 'COPY' } })
    expect(await (await admin.request(`/documents/${made?.id ?? ''}/download`)).text()).toBe('second')
  })

  it('copies a folder with all in it, even into itself', async () => {
    const { admin } = await newApp()
    const folder = await admin.given.folder('Course')
    const week = await admin.given.folder('Week 1', folder.id)
    await admin.given.document('Plan', 'docx', week.id)
    const [made] = await copy(admin, folder.id, folder.id)
    expect(await names(admin, folder.id)).toEqual(['Course', 'Week 1'])
    const { children } = await admin.ask<{ children: { nodes: Named } }>(childrenQuery, { id: made?.id })
    expect(children.nodes.map(({ name }) => name)).toEqual(['Week 1'])
    expect(await names(admin, children.nodes[0]?.id)).toEqual(['Plan.docx'])
  })

  it('lets an editor of a folder move and copy within it only what is allowed', async () => {
    const app = await newApp()
    const folder = await app.admin.given.folder('Shared')
    const below = await app.admin.given.folder('Below', folder.id)
    const theirs = await app.admin.given.document('Theirs', 'docx', folder.id)
    const guest = app.newClient()
    await guest.join(await app.admin.given.linkToken(folder.id, 'EDITOR'), 'Grace')
    const own = await guest.given.document('Own', 'docx', folder.id)
    expect(await refused(guest, below.id, theirs.id)).toBe('FORBIDDEN')
    expect(await refused(guest, rootFolderId, own.id)).toBe('FORBIDDEN')
    expect(await move(guest, below.id, own.id)).toHaveLength(1)
    expect(await copy(guest, below.id, theirs.id)).toHaveLength(1)
  })

  it('gives a folder whose parent is deleted at the same moment no chance to get lost', async () => {
    const { admin, db } = await newApp()
    for (let round = 0; round < 5; round++) {
      const parent = await admin.given.folder(`Parent ${round}`)
      await Promise.all([
        admin.graphql('mutation ($id: ID!) { deleteNode(id: $id) }', { id: parent.id }),
        admin.graphql('mutation ($input: CreateFolderInput!) { createFolder(input: $input) { id } }', {
          input: { parentId: parent.id, name: 'Child' },
        }),
      ])
    }
    const lost = await db('nodes as child')
      .join('nodes as parent', 'parent.id', 'child.parent_id')
      .whereNull('child.deleted_at')
      .whereNotNull('parent.deleted_at')
    expect(lost).toEqual([])
  })
})

describePortal('uploading under a name that is taken', ({ newApp }) => {
  it('is refused before anything is stored when asked so, naming what has the name', async () => {
    const { admin } = await newApp()
    const first = await admin.upload('notes.txt', 'first')
    const second = await admin.upload('NOTES.txt', 'second', rootFolderId, { onConflict: 'REFUSE' })
    expect(second.error?.extensions).toMatchObject({
      code: 'NAME_TAKEN',
      details: { nodeId: first.document?.id, nodeType: 'document' },
    })
    expect(await names(admin)).toEqual(['notes.txt'])
  })

  it('becomes a new version of the document on request, and the earlier one stays', async () => {
    const { admin } = await newApp()
    const { document } = await admin.upload('notes.txt', 'first')
    const { id = '' } = document ?? {}
    await admin.uploadVersion(id, 'notes.txt', 'second')
    const found = await admin.ask(`{ document(id: "${id}") { versions { nodes { number cause } } } }`)
    expect(found).toMatchObject({ versions: { nodes: [{ number: 2, cause: 'UPLOAD' }, { number: 1 }] } })
    expect(await (await admin.request(`/documents/${id}/download`)).text()).toBe('second')
    expect(await (await admin.request(`/documents/${id}/download?version=1`)).text()).toBe('first')
  })

  it('takes no other type as a new version, and none from somebody who may only look', async () => {
    const app = await newApp()
    const { id } = await app.admin.given.document('Plan')
    expect((await app.admin.uploadVersion(id, 'x.docx', 'text')).error?.extensions.code).toMatch(/^FILE_/)
    const guest = app.newClient()
    await guest.join(await app.admin.given.linkToken(id, 'VIEWER'), 'Grace')
    expect((await guest.uploadVersion(id, 'x.docx', 'text')).error?.extensions.code).toBe('EDIT_FORBIDDEN')
  })
})
