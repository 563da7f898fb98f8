import { afterEach, expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import { createLiveClient } from '../../testing/live-client.js'
import { adminApiToken, type TestApp } from '../../testing/test-app.js'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

function watchLists(app: TestApp, lists: readonly string[], cookie?: string) {
  const client = createLiveClient(app.url, cookie === undefined ? { token: adminApiToken } : { cookie })
  stops.push(client.stop)
  return client.watch([], undefined, lists)
}

const deleteQuery = 'mutation ($id: ID!) { deleteNodes(input: { ids: [$id] }) }'
const restoreQuery = 'mutation ($id: ID!) { restoreNodes(ids: [$id]) { __typename } }'
const foreverQuery = 'mutation ($id: ID!) { deleteForever(ids: [$id]) }'

describePortal('open lists that are not about one folder', ({ newApp }) => {
  it('hear of people and groups', async () => {
    const app = await newApp()
    const people = await watchLists(app, ['PEOPLE'])
    const groups = await watchLists(app, ['GROUPS'])
    const bo = await app.newPerson('Bo')
    await people.heardOfList('PEOPLE')
    const { id } = await app.admin.ask<{ id: string }>('mutation { createGroup(name: "7b") { id } }')
    await groups.heardOfList('GROUPS')
    const input = { groupId: id, userIds: [bo.id] }
    await app.admin.ask(
      'mutation ($input: AddGroupMembersInput!) { addGroupMembers(input: $input) { id } }',
      {
        input,
      },
    )
    await groups.heardOfList('GROUPS')
    await app.admin.ask('mutation ($id: ID!) { updatePerson(input: { id: $id, isActive: false }) { id } }', {
      id: bo.id,
    })
    await people.heardOfList('PEOPLE')
  })

  it('hear of the bin once for what was deleted, brought back, or deleted for ever', async () => {
    const app = await newApp()
    const folder = await app.admin.given.folder('Course')
    await app.admin.given.document('Plan', 'docx', folder.id)
    const bin = await watchLists(app, ['TRASH'])
    for (const query of [deleteQuery, restoreQuery, deleteQuery, foreverQuery]) {
      await app.admin.ask(query, { id: folder.id })
      expect((await bin.next())?.lists).toEqual(['TRASH'])
    }
  })

  it('hear of spaces that are made, shared and given up', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    const spaces = await watchLists(app, ['SPACES'], bo.cookie())
    const { id } = await app.admin.ask<{ id: string }>('mutation { createSpace(name: "Physics") { id } }')
    await spaces.heardOfList('SPACES')
    const input = { nodeId: id, userId: bo.id, role: 'VIEWER' }
    await app.admin.ask('mutation ($input: SetGrantInput!) { setGrant(input: $input) { id } }', { input })
    await spaces.heardOfList('SPACES')
    await app.admin.ask(deleteQuery, { id })
    await spaces.heardOfList('SPACES')
  })

  it('hear of what is done, but of nothing that they did not ask for', async () => {
    const app = await newApp()
    const activity = await watchLists(app, ['ACTIVITY'])
    await app.admin.ask('mutation { createGroup(name: "7b") { id } }')
    await app.admin.given.folder('Course')
    expect((await activity.next())?.lists).toEqual(['ACTIVITY'])
  })

  it('of administrators are closed to others, also to those who were administrators', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    for (const list of ['PEOPLE', 'GROUPS', 'ACTIVITY'])
      await expect(watchLists(app, [list], bo.cookie())).rejects.toThrow('FORBIDDEN')
    const ada = await app.newPerson('Ada', 'ADMINISTRATOR')
    const page = await watchLists(app, ['PEOPLE', 'TRASH'], ada.cookie())
    const input = { id: ada.id, siteRole: 'MEMBER' }
    await app.admin.ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }', {
      input,
    })
    const { id } = await app.admin.given.folder('Course')
    await app.admin.ask(deleteQuery, { id })
    expect((await page.next())?.lists).toEqual(['TRASH'])
  })
})
