import { CallbackStatus } from '@lectern/shared'
import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import { startPortalWithStub } from '../../testing/portal-with-stub.js'
import type { TestClient } from '../../testing/test-client.js'
import { createTestClock } from '../../testing/test-clock.js'
import { rootFolderId } from '../library/index.js'

const deleteQuery = 'mutation ($input: DeleteNodesInput!) { deleteNodes(input: $input) }'
const restoreQuery =
  'mutation ($ids: [ID!]!) { restoreNodes(ids: $ids) { ... on Document { title folder { id } } ... on Folder { id name } } }'
const foreverQuery = 'mutation ($ids: [ID!]!) { deleteForever(ids: $ids) }'
const trashQuery =
  '{ trash { totalCount nodes { id name documentType deletedBy { name } folder { id name } } } }'
const dayMs = 24 * 60 * 60_000

interface Trash {
  totalCount: number
  nodes: { id: string; name: string }[]
}

interface TrashPage extends Trash {
  pageInfo: { endCursor: string | null; hasNextPage: boolean }
}

const remove = (client: TestClient, ...ids: string[]) => client.ask(deleteQuery, { input: { ids } })
const trashNames = async (client: TestClient) =>
  (await client.ask<Trash>(trashQuery)).nodes.map(({ name }) => name)

async function names(client: TestClient, id = rootFolderId) {
  const query = `{ folder(id: "${id}") { children { nodes { ... on Document { name: title } ... on Folder { name } } } } }`
  const found = await client.ask<{ children: { nodes: { name: string }[] } }>(query)
  return found.children.nodes.map(({ name }) => name)
}

describePortal('the bin', ({ newApp }) => {
  it('holds what was deleted, not what went along with it, and brings all of it back', async () => {
    const { admin } = await newApp()
    const folder = await admin.given.folder('Course')
    const document = await admin.given.document('Notes', 'docx', folder.id)
    await remove(admin, folder.id)
    expect(await admin.ask(trashQuery)).toEqual({
      totalCount: 1,
      nodes: [
        {
          id: folder.id,
          name: 'Course',
          documentType: null,
          deletedBy: { name: 'Administrator' },
          folder: { id: rootFolderId, name: 'Library' },
        },
      ],
    })
    await admin.ask(restoreQuery, { ids: [folder.id] })
    expect(await trashNames(admin)).toEqual([])
    expect(await names(admin, folder.id)).toEqual(['Notes.docx'])
    expect((await admin.request(document.downloadUrl)).status).toBe(200)
  })

  it('numbers what comes back when its name was taken meanwhile', async () => {
    const { admin } = await newApp()
    const { id } = await admin.given.document('Plan')
    await remove(admin, id)
    await admin.given.document('Plan')
    expect(await admin.ask(restoreQuery, { ids: [id] })).toMatchObject([{ title: 'Plan (2).docx' }])
  })

  it('brings back to the nearest folder that is still there', async () => {
    const { admin } = await newApp()
    const outer = await admin.given.folder('Outer')
    const inner = await admin.given.folder('Inner', outer.id)
    const { id } = await admin.given.document('Plan', 'docx', inner.id)
    await remove(admin, id)
    await remove(admin, inner.id)
    await admin.ask(restoreQuery, { ids: [id] })
    expect(await names(admin, outer.id)).toEqual(['Plan.docx'])
    expect(await trashNames(admin)).toEqual(['Inner'])
  })

  it('keeps what was deleted before its folder when the folder is deleted for ever', async () => {
    const { admin } = await newApp()
    const folder = await admin.given.folder('Course')
    const early = await admin.given.document('Early', 'docx', folder.id)
    const late = await admin.given.document('Late', 'docx', folder.id)
    await remove(admin, early.id)
    await remove(admin, folder.id)
    await admin.ask(foreverQuery, { ids: [folder.id] })
    expect(await trashNames(admin)).toEqual(['Early.docx'])
    expect(await admin.askForError(restoreQuery, { ids: [late.id] })).toBe('NOT_FOUND')
    await admin.ask(restoreQuery, { ids: [early.id] })
    expect(await names(admin)).toEqual(['Early.docx'])
  })

  it('is emptied by its owner, and tells how much that was', async () => {
    const { admin } = await newApp()
    for (const title of ['a', 'b', 'c']) await remove(admin, (await admin.given.document(title)).id)
    expect(await admin.ask('mutation { emptyTrash }')).toBe(3)
    expect(await trashNames(admin)).toEqual([])
  })

  it('shows and gives back to people only what is theirs', async () => {
    const app = await newApp()
    const folder = await app.admin.given.folder('Shared')
    const theirs = await app.admin.given.document('Theirs', 'docx', folder.id)
    const guest = app.newClient()
    await guest.join(await app.admin.given.linkToken(folder.id, 'EDITOR'), 'Grace')
    const own = await guest.given.document('Own', 'docx', folder.id)
    await remove(app.admin, theirs.id)
    await remove(guest, own.id)
    expect(await guest.askForError(deleteQuery, { input: { ids: [folder.id] } })).toBe('FORBIDDEN')
    expect(await trashNames(guest)).toEqual(['Own.docx'])
    expect(await guest.askForError(foreverQuery, { ids: [theirs.id] })).toBe('NOT_FOUND')
    expect(await guest.ask('mutation { emptyTrash }')).toBe(1)
    expect(await trashNames(app.admin)).toEqual(['Theirs.docx'])
    expect(await guest.ask('{ trashRetentionDays }')).toBe(30)
  })

  it('comes in pages, the newest first, also of things deleted at the same time', async () => {
    const { admin } = await newApp()
    const ids: string[] = []
    for (const name of ['A', 'B', 'C', 'D', 'E']) ids.push((await admin.given.document(name)).id)
    await remove(admin, ...ids.slice(0, 3))
    await remove(admin, ...ids.slice(3))
    const query =
      'query ($after: String) { trash(first: 2, after: $after) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }'
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: TrashPage = await admin.ask(query, { after })
      expect(page.totalCount).toBe(5)
      seen.push(...page.nodes.map(({ id }) => id))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after)
    expect(seen).toHaveLength(5)
    expect(new Set(seen)).toEqual(new Set(ids))
    expect(await admin.askForError(query, { after: 'nonsense' })).toBe('BAD_INPUT')
  })

  it('deletes for ever after the days that are configured, and the stored files with it', async () => {
    const clock = createTestClock(new Date())
    const app = await newApp({ clock, environment: { TRASH_RETENTION_DAYS: '2' } })
    const { document } = await app.admin.upload('notes.txt', 'only here')
    await remove(app.admin, document?.id ?? '')
    clock.advance(1 * dayMs)
    await app.services.documents.trash.clean()
    expect(await trashNames(app.admin)).toEqual(['notes.txt'])
    clock.advance(1.5 * dayMs)
    expect(await app.db('blobs').count({ count: '*' }).first()).toEqual({ count: 1 })
    await app.services.documents.trash.clean()
    expect(await trashNames(app.admin)).toEqual([])
    expect(await app.db('blobs').count({ count: '*' }).first()).toEqual({ count: 0 })
  })

  it('asks before it takes what somebody is editing, and then lets them go', async () => {
    const { stub, ...app } = await startPortalWithStub(newApp)
    const folder = await app.admin.given.folder('Course')
    const { document } = await app.admin.upload('notes.txt', 'first', folder.id)
    const { id = '' } = document ?? {}
    const { config } = await app.admin.ask<{
      config: { document: { key: string }; editorConfig: { callbackUrl: string; user: { id: string } } }
    }>(`{ editorConfig(documentId: "${id}") { config } }`)
    const { callbackUrl, user } = config.editorConfig
    const { key } = config.document
    await stub.callback(callbackUrl, { key, status: CallbackStatus.Editing, users: [user.id] })

    const { errors } = await app.admin.graphql(deleteQuery, { input: { ids: [folder.id] } })
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BEING_EDITED',
      details: { names: ['notes.txt'], people: ['Administrator'] },
    })
    const commands: unknown[] = []
    stub.answer = (command) => {
      commands.push(command)
      return { key: command.key, error: 0 }
    }
    await app.admin.ask(deleteQuery, { input: { ids: [folder.id], evenIfEdited: true } })
    expect(commands).toEqual([expect.objectContaining({ c: 'drop', key, users: [user.id] })])
    const url = stub.addResult(Buffer.from('second'), 'output.txt')
    await stub.callback(callbackUrl, { key, status: CallbackStatus.ReadyToSave, url, users: [user.id] })
    await app.admin.ask(restoreQuery, { ids: [folder.id] })
    expect(await (await app.admin.request(`/documents/${id}/download`)).text()).toBe('second')
  })
})
