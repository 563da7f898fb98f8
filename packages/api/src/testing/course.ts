import type { TestApp } from './test-app.js'

export const setQuery = 'mutation ($input: SetGrantInput!) { setGrant(input: $input) { id role } }'
const createGroupQuery = 'mutation ($name: String!) { createGroup(name: $name) { id } }'
const addQuery =
  'mutation ($input: AddGroupMembersInput!) { addGroupMembers(input: $input) { members { nodes { name } } } }'

/** Makes a folder with a document in it, and gives rights on them, to groups as well. */
export async function newCourse(app: TestApp) {
  const folder = await app.admin.given.folder('Course')
  const document = await app.admin.given.document('Exercise', 'docx', folder.id)
  const give = (nodeId: string, role: string, subject: object) =>
    app.admin.ask<{ id: string }>(setQuery, { input: { nodeId, role, ...subject } })
  const newGroup = async (name: string, ...userIds: string[]) => {
    const { id } = await app.admin.ask<{ id: string }>(createGroupQuery, { name })
    await app.admin.ask(addQuery, { input: { groupId: id, userIds } })
    return id
  }
  return { folder, document, give, newGroup }
}
