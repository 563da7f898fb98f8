import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import { newCourse } from '../../testing/course.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestClient } from '../../testing/test-client.js'

interface Page {
  nodes: Record<string, unknown>[]
  totalCount: number
  pageInfo: { endCursor: string | null; hasNextPage: boolean }
}
const fields = `nodes { action nodeId nodeName isFolder previousName subject role actor { name } }
  totalCount pageInfo { endCursor hasNextPage }`
const ofNodeQuery = `query ($id: ID!, $first: Int, $after: String) { activity(nodeId: $id, first: $first, after: $after) { ${fields} } }`
const allQuery = `query ($filter: ActivityFilterInput) { activities(filter: $filter) { ${fields} } }`
const renameQuery =
  'mutation ($input: RenameNodeInput!) { renameNode(input: $input) { ... on Document { id } } }'
const moveQuery =
  'mutation ($input: NodesIntoFolderInput!) { moveNodes(input: $input) { ... on Document { id } } }'
const openQuery = 'query ($id: ID!) { editorConfig(documentId: $id) { token } }'

const ofNode = (client: TestClient, id: string, page: object = {}) =>
  client.ask<Page>(ofNodeQuery, { id, ...page })
const actionsOf = ({ nodes }: Page) => nodes.map(({ action }) => action)

/** What was opened is written down together, a moment later or when somebody asks what they opened. */
const writeDown = ({ admin }: TestApp) => admin.ask('{ recentDocuments { __typename } }')

describePortal('activity', ({ newApp }) => {
  it('tells who did what with a document, the newest first, with the names of then', async () => {
    const app = await newApp()
    const { folder, document, give } = await newCourse(app)
    const bo = await app.newPerson('Bo')
    await give(folder.id, 'EDITOR', { userId: bo.id })
    await bo.ask(renameQuery, { input: { id: document.id, name: 'Homework' } })
    await bo.ask(openQuery, { id: document.id })
    await bo.ask(openQuery, { id: document.id })
    await writeDown(app)
    await bo.request(`/documents/${document.id}/download`)
    const page = await ofNode(bo, document.id)
    expect(actionsOf(page)).toEqual(['DOWNLOADED', 'OPENED', 'RENAMED', 'CREATED'])
    expect(page.nodes[2]).toMatchObject({
      ...{ nodeId: document.id, nodeName: 'Homework.docx', previousName: 'Exercise.docx' },
      ...{ isFolder: false, actor: { name: 'Bo' } },
    })
  })

  it('comes in pages', async () => {
    const { admin } = await newApp()
    const { id } = await admin.given.document('Plan')
    for (const name of ['One', 'Two', 'Three']) await admin.ask(renameQuery, { input: { id, name } })
    const first = await ofNode(admin, id, { first: 3 })
    expect([actionsOf(first), first.totalCount]).toEqual([['RENAMED', 'RENAMED', 'RENAMED'], 4])
    expect(first.pageInfo.hasNextPage).toBe(true)
    const second = await ofNode(admin, id, { first: 3, after: first.pageInfo.endCursor })
    expect([actionsOf(second), second.pageInfo.hasNextPage]).toEqual([['CREATED'], false])
  })

  it('tells of sharing only those who may share, and nothing at all those who may not look', async () => {
    const app = await newApp()
    const { folder, give } = await newCourse(app)
    const bo = await app.newPerson('Bo')
    const eve = await app.newPerson('Eve')
    await give(folder.id, 'VIEWER', { userId: bo.id })
    await app.admin.given.linkToken(folder.id, 'VIEWER')
    expect(actionsOf(await ofNode(app.admin, folder.id))).toEqual(['LINK_MADE', 'SHARED', 'CREATED'])
    const [, shared] = (await ofNode(app.admin, folder.id)).nodes
    expect(shared).toMatchObject({ subject: 'Bo', role: 'VIEWER' })
    expect(actionsOf(await ofNode(bo, folder.id))).toEqual(['CREATED'])
    expect(await eve.askForError(ofNodeQuery, { id: folder.id })).toBe('NOT_FOUND')
    expect(await app.newClient().askForError(ofNodeQuery, { id: folder.id })).toBe('NOT_SIGNED_IN')
  })

  it('writes nothing down of what was refused', async () => {
    const { admin } = await newApp()
    const folder = await admin.given.folder('Course')
    const inner = await admin.given.folder('Week', folder.id)
    const input = { ids: [folder.id], folderId: inner.id }
    expect(await admin.askForError(moveQuery, { input })).toBe('MOVE_INTO_ITSELF')
    await admin.given.folder('Taken')
    const taken = { input: { id: folder.id, name: 'Taken' } }
    expect(await admin.askForError(renameQuery, taken)).toBe('NAME_TAKEN')
    expect(actionsOf(await ofNode(admin, folder.id))).toEqual(['CREATED'])
  })

  it('shows administrators everything, also of what is gone, narrowed as they wish', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    const { id } = await app.admin.given.document('Plan')
    await app.admin.ask('mutation ($ids: [ID!]!) { deleteNodes(input: { ids: $ids }) }', { ids: [id] })
    await app.admin.ask('mutation ($ids: [ID!]!) { deleteForever(ids: $ids) }', { ids: [id] })
    const all = await app.admin.ask<Page>(allQuery, { filter: { nodeId: id } })
    expect(actionsOf(all)).toEqual(['DELETED_FOREVER', 'DELETED', 'CREATED'])
    const deleted = await app.admin.ask<Page>(allQuery, { filter: { actions: ['DELETED'] } })
    expect(actionsOf(deleted)).toEqual(['DELETED'])
    const ofBo = await app.admin.ask<Page>(allQuery, { filter: { actorId: bo.id } })
    expect(ofBo.totalCount).toBe(0)
    expect(await app.admin.askForError(allQuery, { filter: { actorId: 'x' } })).toBe('BAD_INPUT')
    expect(await bo.askForError(allQuery)).toBe('FORBIDDEN')
  })

  it('is forgotten after the days that are configured', async () => {
    const app = await newApp({ environment: { ACTIVITY_KEEP_DAYS: '30' } })
    const { id } = await app.admin.given.document('Plan')
    app.clock.advance(29 * 24 * 60 * 60_000)
    await app.services.documents.activity.prune()
    expect((await ofNode(app.admin, id)).totalCount).toBe(1)
    app.clock.advance(2 * 24 * 60 * 60_000)
    await app.services.documents.activity.prune()
    expect((await ofNode(app.admin, id)).totalCount).toBe(0)
  })
})
