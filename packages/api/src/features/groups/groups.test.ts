import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'

const createGroupQuery = 'mutation ($name: String!) { createGroup(name: $name) { id } }'
const addQuery =
  'mutation ($input: AddGroupMembersInput!) { addGroupMembers(input: $input) { members { name } } }'

describePortal('groups', ({ newApp }) => {
  it('are kept by administrators, with names of their own', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    const { id } = await app.admin.ask<{ id: string }>(createGroupQuery, { name: 'Class 1' })
    expect(await app.admin.askForError(createGroupQuery, { name: 'CLASS 1' })).toBe('NAME_TAKEN')
    const added = await app.admin.ask(addQuery, { input: { groupId: id, userIds: [bo.id, bo.id] } })
    expect(added).toEqual({ members: [{ name: 'Bo' }] })
    const input = { id, name: 'Class 2' }
    await app.admin.ask('mutation ($input: RenameGroupInput!) { renameGroup(input: $input) { id } }', {
      input,
    })
    expect(await app.admin.ask('{ groups { name members { name } } }')).toEqual([
      { name: 'Class 2', members: [{ name: 'Bo' }] },
    ])
    expect(await app.admin.askForError(addQuery, { input: { groupId: id, userIds: [id] } })).toBe('NOT_FOUND')
    expect(await bo.askForError('{ groups { name } }')).toBe('FORBIDDEN')
    expect(await bo.askForError(createGroupQuery, { name: 'X' })).toBe('FORBIDDEN')
    await app.admin.ask('mutation ($id: ID!) { deleteGroup(id: $id) }', { id })
    expect(await app.admin.ask('{ groups { name } }')).toEqual([])
  })
})
