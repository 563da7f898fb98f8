import type { EditorConfig } from '@lectern/shared'
import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestClient } from '../../testing/test-client.js'

const fields = '{ ... on Document { name: title isFavourite } ... on Folder { name isFavourite } }'
const list = async (client: TestClient, collection: string) => {
  const found = await client.ask<{ nodes: { name: string }[] }>(`{ ${collection} { nodes ${fields} } }`)
  return found.nodes.map(({ name }) => name)
}
const setFavourite = 'mutation ($input: SetFavouriteInput!) { setFavourite(input: $input) { __typename } }'
const mark = (client: TestClient, nodeId: string, isFavourite = true) =>
  client.ask(setFavourite, { input: { nodeId, isFavourite } })
const open = (client: TestClient, documentId: string) =>
  client.ask('query ($documentId: ID!) { editorConfig(documentId: $documentId) { token } }', { documentId })
const share = (app: TestApp, nodeId: string, subject: object) =>
  app.admin.ask('mutation ($input: SetGrantInput!) { setGrant(input: $input) { id } }', {
    input: { nodeId, role: 'VIEWER', ...subject },
  })
const remove = (app: TestApp, id: string) =>
  app.admin.ask('mutation ($input: DeleteNodesInput!) { deleteNodes(input: $input) }', {
    input: { ids: [id] },
  })

describePortal('favourites', ({ newApp }) => {
  it('are listed with the newest mark first, for whoever marked them alone', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    const folder = await app.admin.given.folder('Course')
    const document = await app.admin.given.document('Plan')
    await mark(app.admin, folder.id)
    app.clock.advance(1_000)
    await mark(app.admin, document.id)
    expect(await list(app.admin, 'favourites')).toEqual(['Plan.docx', 'Course'])
    expect(await list(mei, 'favourites')).toEqual([])
    await mark(app.admin, document.id, false)
    await mark(app.admin, document.id, false)
    expect(await list(app.admin, 'favourites')).toEqual(['Course'])
  })

  it('come page by page, all of them', async () => {
    const app = await newApp()
    for (const name of ['One', 'Two', 'Three']) {
      await mark(app.admin, (await app.admin.given.folder(name)).id)
      app.clock.advance(1_000)
    }
    interface Page {
      totalCount: number
      nodes: { name: string }[]
      pageInfo: { endCursor: string | null; hasNextPage: boolean }
    }
    const query = `query ($after: String) { favourites(first: 2, after: $after) {
      totalCount nodes ${fields} pageInfo { endCursor hasNextPage } } }`
    const first = await app.admin.ask<Page>(query)
    expect(first.nodes.map(({ name }) => name)).toEqual(['Three', 'Two'])
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } })
    const second = await app.admin.ask<Page>(query, { after: first.pageInfo.endCursor })
    expect(second.nodes.map(({ name }) => name)).toEqual(['One'])
    expect(second.pageInfo.hasNextPage).toBe(false)
  })

  it('are told to the editor of whoever marked them', async () => {
    const app = await newApp()
    const { id } = await app.admin.given.document('Starred')
    const told = async () => {
      const question = 'query ($id: ID!) { editorConfig(documentId: $id) { config } }'
      const { config } = await app.admin.ask<{ config: EditorConfig }>(question, { id })
      return (config.document.info as { favorite: boolean }).favorite
    }
    expect(await told()).toBe(false)
    await mark(app.admin, id)
    expect(await told()).toBe(true)
  })

  it('are nothing that the editor offers to guests', async () => {
    const app = await newApp()
    const { id } = await app.admin.given.document('Open to guests')
    const guest = app.newClient()
    await guest.join(await app.admin.given.linkToken(id, 'EDITOR'), 'Grace')
    const question = 'query ($id: ID!) { editorConfig(documentId: $id) { config } }'
    const { config } = await guest.ask<{ config: EditorConfig }>(question, { id })
    expect(config.document.info).not.toHaveProperty('favorite')
  })

  it('show what may still be seen, and nothing of the bin', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    const [kept, lost] = [await app.admin.given.folder('Kept'), await app.admin.given.folder('Lost')]
    for (const { id } of [kept, lost]) {
      await share(app, id, { userId: mei.id })
      await mark(mei, id)
      await mark(app.admin, id)
    }
    await app.db('grants').where({ node_id: lost.id }).delete()
    expect(await list(mei, 'favourites')).toEqual(['Kept'])
    await remove(app, lost.id)
    expect(await list(app.admin, 'favourites')).toEqual(['Kept'])
  })

  it('cannot be made of what somebody may not see', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    const { id } = await app.admin.given.folder('Private')
    expect(await mei.askForError(setFavourite, { input: { nodeId: id, isFavourite: true } })).toBe(
      'NOT_FOUND',
    )
  })
})

describePortal('recent documents', ({ newApp }) => {
  it('are those that somebody opened, the last first, each once', async () => {
    const app = await newApp()
    const [first, second] = [
      await app.admin.given.document('First'),
      await app.admin.given.document('Second'),
    ]
    for (const { id } of [first, second, first]) {
      app.clock.advance(1_000)
      await open(app.admin, id)
    }
    expect(await list(app.admin, 'recentDocuments')).toEqual(['First.docx', 'Second.docx'])
  })
})

describePortal('what is shared with somebody', ({ newApp }) => {
  it('is what others gave them in person or with everyone, not what lies in it, and nothing of their own', async () => {
    const app = await newApp()
    const mei = await app.newPerson('Mei')
    const course = await app.admin.given.folder('Course')
    await app.admin.given.document('Inside', 'docx', course.id)
    const open = await app.admin.given.document('Open')
    await share(app, course.id, { userId: mei.id })
    await share(app, open.id, { everyone: true })
    expect((await list(mei, 'sharedWithMe')).sort()).toEqual(['Course', 'Open.docx'])
    expect(await list(app.admin, 'sharedWithMe')).toEqual([])
  })
})
