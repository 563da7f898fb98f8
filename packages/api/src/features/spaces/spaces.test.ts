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
