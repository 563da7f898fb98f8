import { expect, it } from 'vitest'
import { newCourse, setQuery } from '../../testing/course.js'
import { describePortal } from '../../testing/describe-portal.js'
import type { TestApp } from '../../testing/test-app.js'
import { rootFolderId } from '../library/index.js'

const removeQuery = 'mutation ($id: ID!) { removeGrant(id: $id) }'
const grantsQuery = `query ($nodeId: ID!) { grants(nodeId: $nodeId) { nodes {
  id role everyone isByLink mayDownload user { name } group { name } source { name } } } }`
const roleQuery = 'query ($id: ID!) { document(id: $id) { role } }'
const effectiveQuery = `query ($nodeId: ID!, $userId: ID!) { effectiveAccess(nodeId: $nodeId, userId: $userId) {
  role mayDownload isAdministrator grant { role everyone group { name } source { name } } } }`
const candidatesQuery =
  'query ($search: String!) { shareCandidates(search: $search) { users { name } groups { name } } }'
const configQuery = 'query ($id: ID!) { editorConfig(documentId: $id) { config } }'
const createLinkQuery =
  'mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) { link { id } url } }'
const updateLinkQuery =
  'mutation ($input: UpdateShareLinkInput!) { updateShareLink(input: $input) { role hasPassword } }'
const joinQuery = 'mutation ($input: JoinShareLinkInput!) { joinShareLink(input: $input) { __typename } }'

describePortal('rights', ({ newApp }) => {
  it('of people, groups and everyone are inherited, and the nearest wins', async () => {
    const app = await newApp()
    const { folder, document, give, newGroup } = await newCourse(app)
    const [bo, al, gus] = [
      await app.newPerson('Bo'),
      await app.newPerson('Al'),
      await app.newPerson('Gus', 'GUEST'),
    ]
    await give(folder.id, 'VIEWER', { everyone: true })
    const students = await newGroup('Students', al.id)
    await give(folder.id, 'FORM_FILLER', { groupId: students })
    const role = (person: typeof bo) => person.ask(roleQuery, { id: document.id })
    expect(await role(bo)).toEqual({ role: 'VIEWER' })
    expect(await role(al)).toEqual({ role: 'FORM_FILLER' })
    expect(await gus.askForError(roleQuery, { id: document.id })).toBe('NOT_FOUND')
    await give(document.id, 'REVIEWER', { userId: gus.id })
    await give(document.id, 'COMMENTER', { userId: al.id })
    expect([await role(al), await role(gus)]).toEqual([{ role: 'COMMENTER' }, { role: 'REVIEWER' }])
    await give(document.id, 'VIEWER', { userId: al.id })
    expect(await role(al)).toEqual({ role: 'VIEWER' })
    expect(await app.admin.ask(grantsQuery, { nodeId: document.id })).toMatchObject({
      nodes: [
        { role: 'REVIEWER', user: { name: 'Gus' }, source: { name: 'Exercise.docx' } },
        { role: 'VIEWER', user: { name: 'Al' }, source: { name: 'Exercise.docx' } },
        { role: 'VIEWER', everyone: true, user: null, source: { name: 'Course' } },
        { role: 'FORM_FILLER', group: { name: 'Students' }, source: { name: 'Course' } },
      ],
    })
  })

  it('of one person are explained to owners', async () => {
    const app = await newApp()
    const { folder, document, give, newGroup } = await newCourse(app)
    const al = await app.newPerson('Al')
    const ask = (userId: string) => app.admin.ask(effectiveQuery, { nodeId: document.id, userId })
    expect(await ask(al.id)).toEqual({ role: null, mayDownload: false, isAdministrator: false, grant: null })
    await give(folder.id, 'VIEWER', { everyone: true })
    await give(folder.id, 'EDITOR', { groupId: await newGroup('Teachers', al.id) })
    const grant = { role: 'EDITOR', everyone: false, group: { name: 'Teachers' }, source: { name: 'Course' } }
    expect(await ask(al.id)).toMatchObject({ role: 'EDITOR', mayDownload: true, grant })
    const { id } = await app.admin.ask<{ id: string }>('{ viewer { id } }')
    expect(await ask(id)).toMatchObject({ role: 'OWNER', isAdministrator: true, grant: null })
    expect(await al.askForError(effectiveQuery, { nodeId: document.id, userId: id })).toBe('FORBIDDEN')
  })

  it('are given by owners only, of no more than they have, and taken away again', async () => {
    const app = await newApp()
    const { folder, document, give } = await newCourse(app)
    const [bo, al] = [await app.newPerson('Bo'), await app.newPerson('Al')]
    const { id } = await give(folder.id, 'OWNER', { userId: bo.id })
    const input = { nodeId: document.id, userId: al.id, role: 'OWNER' }
    const right = await bo.ask<{ id: string }>(setQuery, { input })
    expect(await al.ask(roleQuery, { id: document.id })).toEqual({ role: 'OWNER' })
    await bo.ask(removeQuery, { id: right.id })
    expect(await al.askForError(roleQuery, { id: document.id })).toBe('NOT_FOUND')
    expect(await bo.askForError(removeQuery, { id: right.id })).toBe('NOT_FOUND')
    await give(folder.id, 'EDITOR', { userId: bo.id })
    expect(await bo.askForError(setQuery, { input: { ...input, role: 'VIEWER' } })).toBe('FORBIDDEN')
    expect(await bo.askForError(removeQuery, { id })).toBe('FORBIDDEN')
    expect(await bo.askForError(grantsQuery, { nodeId: folder.id })).toBe('FORBIDDEN')
  })

  it('need exactly one subject that exists, and everyone never owns', async () => {
    const app = await newApp()
    const { document, give } = await newCourse(app)
    const wrong = async (input: object) =>
      app.admin.askForError(setQuery, { input: { nodeId: document.id, role: 'VIEWER', ...input } })
    expect(await wrong({})).toBe('BAD_INPUT')
    expect(await wrong({ everyone: true, userId: document.id })).toBe('BAD_INPUT')
    expect(await wrong({ userId: document.id })).toBe('NOT_FOUND')
    expect(await wrong({ groupId: 'nonsense' })).toBe('NOT_FOUND')
    expect(await wrong({ everyone: true, role: 'OWNER' })).toBe('FORBIDDEN')
    await give(document.id, 'VIEWER', { everyone: true })
  })

  it('show at the root what groups and everyone were given', async () => {
    const app = await newApp()
    const { folder, give, newGroup } = await newCourse(app)
    const al = await app.newPerson('Al')
    const query = `{ folder(id: "${rootFolderId}") { children { nodes { ... on Folder { name } } } } }`
    expect(await al.ask(query)).toEqual({ children: { nodes: [] } })
    await give(folder.id, 'VIEWER', { groupId: await newGroup('Students', al.id) })
    expect(await al.ask(query)).toEqual({ children: { nodes: [{ name: 'Course' }] } })
  })

  it('can be given to people and groups found by name, but guests are told of nobody', async () => {
    const app = await newApp()
    const { newGroup } = await newCourse(app)
    const [al, gus] = [await app.newPerson('Alba'), await app.newPerson('Gus', 'GUEST')]
    await newGroup('Album lovers')
    expect(await al.ask(candidatesQuery, { search: 'ALB' })).toEqual({
      users: [{ name: 'Alba' }],
      groups: [{ name: 'Album lovers' }],
    })
    expect(await gus.ask(candidatesQuery, { search: 'ALB' })).toEqual({ users: [], groups: [] })
  })
})

describePortal('share links', ({ newApp }) => {
  const newLink = async (app: TestApp, terms: object) => {
    const { document } = await newCourse(app)
    const input = { nodeId: document.id, role: 'EDITOR', ...terms }
    const { url, link } = await app.admin.ask<{ link: { id: string }; url: string }>(createLinkQuery, {
      input,
    })
    return { document, id: link.id, token: url.split('/').at(-1) ?? '' }
  }
  const previewQuery = 'query ($token: String!) { shareLinkPreview(token: $token) { title needsPassword } }'

  it('with a password tell nothing without it, and stop guessing', async () => {
    const app = await newApp()
    const { id, token } = await newLink(app, { password: 'open sesame' })
    const guest = app.newClient()
    expect(await guest.ask(previewQuery, { token })).toEqual({ title: null, needsPassword: true })
    const input = { token, name: 'Guest' }
    for (const password of [undefined, '', 'open', 'OPEN SESAME'])
      expect(await guest.askForError(joinQuery, { input: { ...input, password } })).toBe(
        'SHARE_LINK_PASSWORD',
      )
    await guest.ask(joinQuery, { input: { ...input, password: 'open sesame' } })
    for (let guess = 0; guess < 6; guess++) await guest.askForError(joinQuery, { input })
    expect(await guest.askForError(joinQuery, { input })).toBe('RATE_LIMITED')
    expect(await app.admin.ask(updateLinkQuery, { input: { id, password: null } })).toMatchObject({
      hasPassword: false,
    })
    await app.newClient().ask(joinQuery, { input })
  })

  it('lead nowhere after their end, which must lie ahead', async () => {
    const app = await newApp()
    const { token, document } = await newLink(app, { expiresAt: new Date(app.clock.now().getTime() + 1_000) })
    app.clock.advance(1_000)
    expect(await app.newClient().askForError(previewQuery, { token })).toBe('SHARE_LINK_INVALID')
    const input = { nodeId: document.id, role: 'VIEWER', expiresAt: app.clock.now() }
    expect(await app.admin.askForError(createLinkQuery, { input })).toBe('BAD_INPUT')
  })

  it('without download let nobody take, print or copy the file', async () => {
    const app = await newApp()
    const { document, token, id } = await newLink(app, { mayDownload: false })
    const guest = app.newClient()
    await guest.join(token, 'Guest')
    expect((await guest.request(document.downloadUrl)).status).toBe(403)
    const { config } = await guest.ask<{ config: { document: { permissions: object } } }>(configQuery, {
      id: document.id,
    })
    expect(config.document.permissions).toMatchObject({
      edit: true,
      download: false,
      print: false,
      copy: false,
    })
    await app.admin.ask(updateLinkQuery, { input: { id, mayDownload: true } })
    expect((await guest.request(document.downloadUrl)).status).toBe(200)
  })
})
