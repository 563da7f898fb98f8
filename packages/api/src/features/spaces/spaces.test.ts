import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'

const setQuery = 'mutation ($input: SetGrantInput!) { setGrant(input: $input) { id role } }'

describePortal('spaces', ({ newApp }) => {
  const createQuery = 'mutation ($name: String!) { createSpace(name: $name) { id role } }'
  const spacesQuery = '{ spaces { name role } }'

  it('are made by members, who own them and take others in', async () => {
    const app = await newApp()
    const [bo, al] = [await app.newPerson('Bo'), await app.newPerson('Al')]
    const space = await bo.ask<{ id: string; role: string }>(createQuery, { name: 'Physics' })
    expect(space.role).toBe('OWNER')
    await bo.ask(setQuery, { input: { nodeId: space.id, userId: al.id, role: 'FORM_FILLER' } })
    expect(await al.ask(spacesQuery)).toEqual([{ name: 'Physics', role: 'FORM_FILLER' }])
    expect(await (await app.newPerson('Cy')).ask(spacesQuery)).toEqual([])
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
    expect(await bo.ask(spacesQuery)).toHaveLength(2)
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
