import { afterEach, expect, it } from 'vitest'
import { isPostgres } from '../../db/database.js'
import { describePortal } from '../../testing/describe-portal.js'
import { createLiveClient } from '../../testing/live-client.js'
import { adminApiToken, type TestApp } from '../../testing/test-app.js'
import { rootFolderId } from '../library/index.js'
import { changeRepository } from './change.repository.js'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

function listen(app: TestApp, options: Parameters<typeof createLiveClient>[1] = { token: adminApiToken }) {
  const client = createLiveClient(app.url, options)
  stops.push(client.stop)
  return client
}

const rename = (app: TestApp, id: string, name: string) =>
  app.admin.ask(
    'mutation ($input: RenameNodeInput!) { renameNode(input: $input) { ... on Document { id } ... on Folder { id } } }',
    { input: { id, name } },
  )
const share = (app: TestApp, nodeId: string, userId: string) =>
  app.admin.ask<{ id: string }>('mutation ($input: SetGrantInput!) { setGrant(input: $input) { id } }', {
    input: { nodeId, userId, role: 'VIEWER' },
  })
const unshare = (app: TestApp, id: string) =>
  app.admin.ask('mutation ($id: ID!) { removeGrant(id: $id) }', { id })

describePortal('open pages', ({ newApp, newPlace }) => {
  it('hear of what comes into a folder, changes in it, and goes', async () => {
    const app = await newApp()
    const { id } = await app.admin.given.folder('Course')
    const page = await listen(app).watch([id])
    expect(page.first).toMatchObject({ isStart: true, nodes: [] })
    const document = await app.admin.given.document('Minutes', 'docx', id)
    await page.heard(id, 'CHILDREN')
    await rename(app, document.id, 'Other')
    await page.heard(id, 'CHILDREN')
    await app.admin.ask('mutation ($input: DeleteNodesInput!) { deleteNodes(input: $input) }', {
      input: { ids: [document.id] },
    })
    await page.heard(id, 'CHILDREN')
  })

  it('hear of versions, and of who has a document open', async () => {
    const app = await newApp()
    const { id } = await app.admin.given.document()
    const page = await listen(app).watch([id])
    await app.admin.uploadVersion(id, 'x.txt', 'nothing').catch(() => undefined)
    const { key } = await openSession(app, id)
    await app.db('editing_sessions').where({ key }).update({ participants: '["somebody"]' })
    await page.heard(id, 'PEOPLE')
    await app.db('versions').where({ document_id: id }).update({ cause: 'restore' })
    await page.heard(id, 'VERSIONS')
  })

  it('hear of what another process on the same database does', async () => {
    const place = await newPlace()
    const one = await newApp({ place })
    const other = await newApp({ place })
    const page = await listen(one).watch([rootFolderId])
    await other.admin.given.folder('From elsewhere')
    await page.heard(rootFolderId, 'CHILDREN')
  })

  it('get what they missed when they come back, and are told to ask for all when that is too much', async () => {
    const app = await newApp()
    const client = listen(app)
    const before = await client.watch([rootFolderId])
    await app.admin.given.folder('First')
    const position = await before.heard(rootFolderId, 'CHILDREN')
    await before.stop()
    const { id } = await app.admin.given.folder('While away')
    const back = await client.watch([rootFolderId, id], position)
    expect(await back.next()).toMatchObject({ isStart: false })
    await changeRepository.prune(app.db, 1)
    const late = await client.watch([rootFolderId], position)
    expect(await late.next()).toMatchObject({ isStart: true })
    const nonsense = await client.watch([rootFolderId], 'nonsense')
    expect(await nonsense.next()).toMatchObject({ isStart: true })
  })

  it('hear only that access has changed when a right was taken away, and then nothing more', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    const course = await app.admin.given.folder('Course')
    const inner = await app.admin.given.folder('Inner', course.id)
    const grant = await share(app, course.id, mei.id)
    const page = await listen(app, { cookie: mei.cookie() }).watch([inner.id, rootFolderId])
    await unshare(app, grant.id)
    await page.heard(inner.id, 'ACCESS')
    await app.admin.given.document('Secret', 'docx', inner.id)
    const other = await app.admin.given.folder('Other')
    await share(app, other.id, mei.id)
    const message = await page.next()
    expect(message?.nodes).toEqual([{ nodeId: rootFolderId, aspects: ['CHILDREN'] }])
  })

  it('hear at the root of what was shared with them, wherever it lies, and of nothing else', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    const course = await app.admin.given.folder('Course')
    const document = await app.admin.given.document('Plan', 'docx', course.id)
    const page = await listen(app, { cookie: mei.cookie() }).watch([rootFolderId])
    await rename(app, document.id, 'Secret')
    await share(app, document.id, mei.id)
    const message = await page.next()
    expect(message?.nodes).toEqual([{ nodeId: rootFolderId, aspects: ['CHILDREN'] }])
    await rename(app, document.id, 'Known')
    await page.heard(rootFolderId, 'CHILDREN')
  })

  it('hear of nothing from before they asked, although a change elsewhere still runs', async () => {
    const app = await newApp()
    // SQLite has one writer at a time, and nobody else's changes can be under way.
    const other = isPostgres(app.db) ? await app.db.transaction() : undefined
    await other?.raw('SELECT txid_current()')
    const { id } = await app.admin.given.folder('Course')
    const page = await listen(app).watch([rootFolderId, id])
    await other?.commit()
    await app.admin.given.document('Plan', 'docx', id)
    const message = await page.next()
    expect(message?.nodes).toEqual([{ nodeId: id, aspects: ['CHILDREN'] }])
  })

  it('are let go when their person signs out', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    const { id } = await app.admin.given.folder('Course')
    await share(app, id, mei.id)
    const page = await listen(app, { cookie: mei.cookie() }).watch([id])
    await mei.ask('mutation { signOut }')
    await app.admin.given.folder('Inner', id)
    expect(await page.next()).toBeUndefined()
  })
})

describePortal('the socket of subscriptions', ({ newApp }) => {
  it('is closed to strangers, and to the cookie of somebody who is on another site', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    const cookie = mei.cookie()
    await expect(listen(app, {}).watch([rootFolderId])).rejects.toMatchObject({ code: 4403 })
    await expect(
      listen(app, { token: 'not-a-token-of-anybody' }).watch([rootFolderId]),
    ).rejects.toMatchObject({
      code: 4403,
    })
    const elsewhere = listen(app, { cookie, origin: 'https://elsewhere.example' })
    await expect(elsewhere.watch([rootFolderId])).rejects.toMatchObject({ code: 4403 })
    const own = await listen(app, { cookie, origin: app.url }).watch([rootFolderId])
    expect(own.first?.isStart).toBe(true)
  })

  it('refuses what somebody may not see, too many nodes, and anything but subscriptions', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    const { id } = await app.admin.given.folder('Private')
    const client = listen(app, { cookie: mei.cookie() })
    await expect(client.watch([id])).rejects.toThrow('NOT_FOUND')
    await expect(client.watch(Array.from({ length: 101 }, () => rootFolderId))).rejects.toThrow(
      'TOO_MANY_NODES',
    )
    await expect(client.subscribe('query { viewer { id } }').next()).rejects.toMatchObject([
      { extensions: { code: 'BAD_INPUT' } },
    ])
  })
})

async function openSession(app: TestApp, documentId: string): Promise<{ key: string }> {
  const { config } = await app.admin.ask<{ config: { document: { key: string } } }>(
    'query ($documentId: ID!) { editorConfig(documentId: $documentId, mode: EDIT, device: DESKTOP) { config } }',
    { documentId },
  )
  return config.document
}
