import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'

const createGroupQuery = 'mutation ($name: String!) { createGroup(name: $name) { id } }'
const addQuery =
  'mutation ($input: AddGroupMembersInput!) { addGroupMembers(input: $input) { members { nodes { name } } } }'

describePortal('groups', ({ newApp }) => {
  it('are kept by administrators, with names of their own', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    const { id } = await app.admin.ask<{ id: string }>(createGroupQuery, { name: 'Class 1' })
    expect(await app.admin.askForError(createGroupQuery, { name: 'CLASS 1' })).toBe('NAME_TAKEN')
    const added = await app.admin.ask(addQuery, { input: { groupId: id, userIds: [bo.id, bo.id] } })
    expect(added).toEqual({ members: { nodes: [{ name: 'Bo' }] } })
    const input = { id, name: 'Class 2' }
    await app.admin.ask('mutation ($input: RenameGroupInput!) { renameGroup(input: $input) { id } }', {
      input,
    })
    expect(await app.admin.ask('{ groups { nodes { name members { nodes { name } } } } }')).toEqual({
      nodes: [{ name: 'Class 2', members: { nodes: [{ name: 'Bo' }] } }],
    })
    expect(await app.admin.askForError(addQuery, { input: { groupId: id, userIds: [id] } })).toBe('NOT_FOUND')
    expect(await bo.askForError('{ groups { totalCount } }')).toBe('FORBIDDEN')
    expect(await bo.askForError(createGroupQuery, { name: 'X' })).toBe('FORBIDDEN')
    await app.admin.ask('mutation ($id: ID!) { deleteGroup(id: $id) }', { id })
    expect(await app.admin.ask('{ groups { totalCount } }')).toEqual({ totalCount: 0 })
  })

  it('come in pages by name, and their members by when they came', async () => {
    const app = await newApp()
    const ids: string[] = []
    for (const name of ['Beta', 'alpha', 'Gamma'])
      ids.push(
        (
          await app.admin.ask<{ id: string }>(
            'mutation ($name: String!) { createGroup(name: $name) { id } }',
            { name },
          )
        ).id,
      )
    const people = [await app.newPerson('Zoe'), await app.newPerson('Amy'), await app.newPerson('Bea')]
    const first = ids[0] ?? ''
    for (const { id } of people) await app.admin.ask(addQuery, { input: { groupId: first, userIds: [id] } })
    const groupsQuery = `query ($after: String) { groups(first: 2, after: $after) {
      totalCount nodes { name } pageInfo { endCursor hasNextPage } } }`
    const page = await app.admin.ask<{ pageInfo: { endCursor: string } }>(groupsQuery)
    expect(page).toMatchObject({
      totalCount: 3,
      nodes: [{ name: 'alpha' }, { name: 'Beta' }],
      pageInfo: { hasNextPage: true },
    })
    expect(await app.admin.ask(groupsQuery, { after: page.pageInfo.endCursor })).toMatchObject({
      nodes: [{ name: 'Gamma' }],
      pageInfo: { hasNextPage: false },
    })
    const membersQuery = `query ($id: ID!, $after: String) { group(id: $id) { members(first: 1, after: $after) {
      totalCount nodes { name } pageInfo { endCursor } } } }`
    type Members = { members: { pageInfo: { endCursor: string } } }
    const { members } = await app.admin.ask<Members>(membersQuery, { id: first })
    expect(members).toMatchObject({ totalCount: 3, nodes: [{ name: 'Zoe' }] })
    const { endCursor: after } = members.pageInfo
    // Whoever was last on the page before is gone meanwhile.
    const input = { groupId: first, userId: people[0]?.id }
    await app.admin.ask(
      'mutation ($input: RemoveGroupMemberInput!) { removeGroupMember(input: $input) { id } }',
      { input },
    )
    expect(await app.admin.ask(membersQuery, { id: first, after })).toMatchObject({
      members: { totalCount: 2, nodes: [{ name: 'Amy' }] },
    })
    expect(await people[1]?.askForError(membersQuery, { id: first })).toBe('FORBIDDEN')
  })
})
