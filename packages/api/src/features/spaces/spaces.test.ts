import { expect, it } from 'vitest'
import type { TestClient } from '../../testing/test-client.js'
import { describePortal } from '../../testing/describe-portal.js'

const setQuery = 'mutation ($input: SetGrantInput!) { setGrant(input: $input) { id role } }'

describePortal('spaces', ({ newApp }) => {
  const createQuery = 'mutation ($name: String!) { createSpace(name: $name) { id role } }'
  const spacesQuery =
    'query ($after: String) { spaces(first: 2, after: $after) { nodes { name role } pageInfo { endCursor hasNextPage } totalCount } }'
  const namesOf = async (person: TestClient, page: object = {}) =>
    (await person.ask<{ nodes: { name: string; role: string }[] }>(spacesQuery, page)).nodes

  it('are made by members, who own them and take others in', async () => {
    const app = await newApp()
    const [bo, al] = [await app.newPerson('Bo'), await app.newPerson('Al')]
    const space = await bo.ask<{ id: string; role: string }>(createQuery, { name: 'Physics' })
    expect(space.role).toBe('OWNER')
    await bo.ask(setQuery, { input: { nodeId: space.id, userId: al.id, role: 'FORM_FILLER' } })
    expect(await namesOf(al)).toEqual([{ name: 'Physics', role: 'FORM_FILLER' }])
    expect(await namesOf(await app.newPerson('Cy'))).toEqual([])
    await bo.given.document('Plan', 'docx', space.id)
    const input = { folderId: space.id, title: 'Mine', fileType: 'docx' }
    const query = 'mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { id } }'
    expect(await al.askForError(query, { input })).toBe('FORBIDDEN')
  })

  it('that are courses say what their students may do, to those who may see them', async () => {
    const app = await newApp()
    const [bo, al] = [await app.newPerson('Bo'), await app.newPerson('Al')]
    const courseQuery =
      'mutation ($name: String!, $role: Role) { createSpace(name: $name, studentRole: $role) { id } }'
    const roleQuery = 'query ($id: ID!) { studentRole(nodeId: $id) }'
    const course = await bo.ask<{ id: string }>(courseQuery, { name: 'Physics', role: 'FORM_FILLER' })
    const team = await bo.ask<{ id: string }>(courseQuery, { name: 'Staff', role: null })
    expect(await bo.ask(roleQuery, course)).toBe('FORM_FILLER')
    expect(await bo.ask(roleQuery, team)).toBeNull()
    expect(await al.ask(roleQuery, course)).toBeNull()
    for (const role of ['EDITOR', 'OWNER', 'REVIEWER'])
      expect(await bo.askForError(courseQuery, { name: 'Other', role })).toBe('BAD_INPUT')
    expect(await namesOf(bo)).toHaveLength(2)
  })

  it('come page by page, by name', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    for (const name of ['Music', 'Art', 'Physics']) await bo.ask(createQuery, { name })
    const first = await bo.ask<{ pageInfo: { endCursor: string; hasNextPage: boolean }; totalCount: number }>(
      spacesQuery,
    )
    expect(first).toMatchObject({ nodes: [{ name: 'Art' }, { name: 'Music' }], totalCount: 3 })
    expect(await namesOf(bo, { after: first.pageInfo.endCursor })).toMatchObject([{ name: 'Physics' }])
  })

  it('need a name of their own, and no guest makes them', async () => {
    const app = await newApp()
    const bo = await app.newPerson('Bo')
    await bo.ask(createQuery, { name: 'Physics' })
    expect(await bo.askForError(createQuery, { name: 'PHYSICS' })).toBe('NAME_TAKEN')
    expect(await bo.askForError(createQuery, { name: ' ' })).toBe('NAME_INVALID')
    expect(await (await app.newPerson('Gus', 'GUEST')).askForError(createQuery, { name: 'X' })).toBe(
      'FORBIDDEN',
    )
  })
})
