import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestClient } from '../../testing/test-client.js'
import { rootFolderId } from '../library/index.js'

const joinQuery = 'mutation ($input: JoinShareLinkInput!) { joinShareLink(input: $input) { __typename } }'
const createLinkQuery =
  'mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) { link { id } url } }'
const linksQuery =
  'query ($nodeId: ID!) { shareLinks(nodeId: $nodeId) { nodes { id role url createdBy { name } } } }'
const deleteLinkQuery = 'mutation ($id: ID!) { deleteShareLink(id: $id) }'
const previewQuery =
  'query ($token: String!) { shareLinkPreview(token: $token) { title role invitedBy needsName } }'
const documentQuery = 'query ($id: ID!) { document(id: $id) { title role canEdit folder { id name } } }'
const renameQuery = 'mutation ($input: RenameNodeInput!) { renameNode(input: $input) { __typename } }'
const deleteQuery = 'mutation ($id: ID!) { deleteNode(id: $id) }'
const createQuery = 'mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { id } }'
const childrenQuery = `query ($id: ID) { folder(id: $id) { role path { id } parent { id }
  children { totalCount nodes { ... on Document { id role } ... on Folder { id role } } } } }`

interface Root {
  role: string
  children: { totalCount: number; nodes: { id: string }[] }
}

const seenAtRoot = async (client: TestClient) =>
  (await client.ask<Root>(childrenQuery)).children.nodes.map(({ id }) => id)

const listLinks = async ({ admin }: TestApp, nodeId: string) =>
  (await admin.ask<{ nodes: { id: string }[] }>(linksQuery, { nodeId })).nodes

describePortal('sharing by link', ({ newApp }) => {
  it('shows a stranger who invites to what, and that a name is needed', async () => {
    const app = await newApp()
    const document = await app.admin.given.document('Minutes')
    const token = await app.admin.given.linkToken(document.id, 'EDITOR')
    const expected = { title: 'Minutes.docx', role: 'EDITOR', invitedBy: 'Administrator' }
    expect(await app.newClient().ask(previewQuery, { token })).toEqual({ ...expected, needsName: true })
    expect(await app.admin.ask(previewQuery, { token })).toEqual({ ...expected, needsName: false })
  })

  it('makes a stranger a guest with the name they type, who may do what the link says', async () => {
    const app = await newApp()
    const document = await app.admin.given.document('Minutes')
    const guest = app.newClient()
    await guest.join(await app.admin.given.linkToken(document.id, 'EDITOR'), '  韩 梅梅\u0007 ')
    expect(await guest.ask('{ viewer { name isGuest isAdministrator email } }')).toEqual({
      name: '韩 梅梅',
      isGuest: true,
      isAdministrator: false,
      email: null,
    })
    expect(await guest.ask(documentQuery, { id: document.id })).toMatchObject({
      role: 'EDITOR',
      canEdit: true,
    })
    expect((await guest.request(document.downloadUrl)).status).toBe(200)
  })

  it('does not let a viewer edit', async () => {
    const app = await newApp()
    const document = await app.admin.given.document()
    const guest = app.newClient()
    await guest.join(await app.admin.given.linkToken(document.id, 'VIEWER'), 'Guest')
    expect(await guest.ask(documentQuery, { id: document.id })).toMatchObject({
      role: 'VIEWER',
      canEdit: false,
    })
  })

  it('asks for a name', async () => {
    const app = await newApp()
    const document = await app.admin.given.document()
    const token = await app.admin.given.linkToken(document.id, 'VIEWER')
    for (const name of [undefined, '', '  ', '\u0000'])
      expect(await app.newClient().askForError(joinQuery, { input: { token, name } })).toBe('NAME_INVALID')
  })

  it('keeps somebody who is known already the same person', async () => {
    const app = await newApp()
    const [one, two] = [await app.admin.given.document('One'), await app.admin.given.document('Two')]
    const guest = app.newClient()
    await guest.join(await app.admin.given.linkToken(one.id, 'VIEWER'), 'Guest')
    const before = await guest.ask('{ viewer { id } }')
    await guest.join(await app.admin.given.linkToken(two.id, 'EDITOR'))
    expect(await guest.ask('{ viewer { id } }')).toEqual(before)
    expect(new Set(await seenAtRoot(guest))).toEqual(new Set([one.id, two.id]))
  })

  it('shows a guest nothing but what they were invited to, and not the name of the folder around it', async () => {
    const app = await newApp()
    const folder = await app.admin.given.folder('Secret project')
    const document = await app.admin.given.document('Open', 'docx', folder.id)
    const other = await app.admin.given.document('Hidden', 'docx', folder.id)
    const guest = app.newClient()
    await guest.join(await app.admin.given.linkToken(document.id, 'EDITOR'), 'Guest')
    expect(await seenAtRoot(guest)).toEqual([document.id])
    const found = await guest.ask(documentQuery, { id: document.id })
    expect(found).toMatchObject({ folder: { id: rootFolderId, name: 'Library' } })
    expect(await guest.askForError(documentQuery, { id: other.id })).toBe('NOT_FOUND')
    expect(await guest.askForError(childrenQuery, { id: folder.id })).toBe('NOT_FOUND')
    expect((await guest.request(other.downloadUrl)).status).toBe(404)
  })

  it('refuses guests what belongs to the owner', async () => {
    const app = await newApp()
    const { id } = await app.admin.given.document()
    const guest = app.newClient()
    await guest.join(await app.admin.given.linkToken(id, 'EDITOR'), 'Guest')
    expect(await guest.askForError(renameQuery, { input: { id, name: 'Mine' } })).toBe('FORBIDDEN')
    expect(await guest.askForError(deleteQuery, { id })).toBe('FORBIDDEN')
    expect(await guest.askForError(createLinkQuery, { input: { nodeId: id, role: 'VIEWER' } })).toBe(
      'FORBIDDEN',
    )
    expect(await guest.askForError(linksQuery, { nodeId: id })).toBe('FORBIDDEN')
    const input = { folderId: rootFolderId, title: 'Mine', fileType: 'docx' }
    expect(await guest.askForError(createQuery, { input })).toBe('FORBIDDEN')
    const [link] = await listLinks(app, id)
    expect(await guest.askForError(deleteLinkQuery, { id: link?.id })).toBe('FORBIDDEN')
  })

  it('gives the role on a folder to all in it, and lets editors create there', async () => {
    const app = await newApp()
    const folder = await app.admin.given.folder('Course')
    const inner = await app.admin.given.folder('Week 1', folder.id)
    const guest = app.newClient()
    await guest.join(await app.admin.given.linkToken(folder.id, 'EDITOR'), 'Teacher')
    const document = await guest.given.document('Exercise', 'docx', inner.id)
    expect(await guest.ask(documentQuery, { id: document.id })).toMatchObject({
      role: 'EDITOR',
      folder: { name: 'Week 1' },
    })
    const found = await guest.ask(childrenQuery, { id: folder.id })
    expect(found).toMatchObject({ path: [{ id: rootFolderId }], parent: { id: rootFolderId } })
    await guest.ask(deleteQuery, { id: document.id })
  })

  it('refuses viewers of a folder to create or upload there', async () => {
    const app = await newApp()
    const folder = await app.admin.given.folder('Course')
    const guest = app.newClient()
    await guest.join(await app.admin.given.linkToken(folder.id, 'VIEWER'), 'Student')
    const input = { folderId: folder.id, title: 'Mine', fileType: 'docx' }
    expect(await guest.askForError(createQuery, { input })).toBe('FORBIDDEN')
    expect((await guest.upload('a.txt', 'text', folder.id)).error?.extensions.code).toBe('FORBIDDEN')
  })

  it('never takes away by a weaker link what somebody has already', async () => {
    const app = await newApp()
    const folder = await app.admin.given.folder('Course')
    const document = await app.admin.given.document('Exercise', 'docx', folder.id)
    const guest = app.newClient()
    await guest.join(await app.admin.given.linkToken(folder.id, 'EDITOR'), 'Teacher')
    await guest.join(await app.admin.given.linkToken(document.id, 'VIEWER'))
    expect(await guest.ask(documentQuery, { id: document.id })).toMatchObject({ role: 'EDITOR' })
  })

  it('ends the access of those who came by a link when it is deleted', async () => {
    const app = await newApp()
    const document = await app.admin.given.document()
    const token = await app.admin.given.linkToken(document.id, 'EDITOR')
    const guest = app.newClient()
    await guest.join(token, 'Guest')
    const [link] = await listLinks(app, document.id)
    await app.admin.ask(deleteLinkQuery, { id: link?.id })
    expect(await guest.askForError(documentQuery, { id: document.id })).toBe('NOT_FOUND')
    expect(await app.newClient().askForError(previewQuery, { token })).toBe('SHARE_LINK_INVALID')
    expect(await app.newClient().askForError(joinQuery, { input: { token, name: 'x' } })).toBe(
      'SHARE_LINK_INVALID',
    )
  })

  it('lists the links with their addresses, though the database holds no token', async () => {
    const app = await newApp({ environment: { PUBLIC_URL: 'https://office.example.org' } })
    const document = await app.admin.given.document()
    const created = await app.admin.ask<{ url: string }>(createLinkQuery, {
      input: { nodeId: document.id, role: 'COMMENTER' },
    })
    const links = await listLinks(app, document.id)
    expect(links).toMatchObject([
      { role: 'COMMENTER', url: created.url, createdBy: { name: 'Administrator' } },
    ])
    expect(created.url).toMatch(/^https:\/\/office\.example\.org\/share\/[\w-]{43}$/)
    const dump = JSON.stringify(await app.db('share_links').select('*'))
    expect(dump).not.toContain(created.url.split('/').at(-1))
  })

  it('gives nobody ownership by link, and never the whole library', async () => {
    const app = await newApp()
    const { id: nodeId } = await app.admin.given.document()
    expect(await app.admin.askForError(createLinkQuery, { input: { nodeId, role: 'OWNER' } })).toBe(
      'FORBIDDEN',
    )
    const root = { nodeId: rootFolderId, role: 'VIEWER' }
    expect(await app.admin.askForError(createLinkQuery, { input: root })).toBe('FORBIDDEN')
  })

  it('leads nowhere with a made-up token, and slows down guessing', async () => {
    const client = (await newApp()).newClient()
    for (let attempt = 0; attempt < 120; attempt++)
      expect(await client.askForError(previewQuery, { token: `guess ${attempt}` })).toBe('SHARE_LINK_INVALID')
    expect(await client.askForError(previewQuery, { token: 'guess' })).toBe('RATE_LIMITED')
  })

  it('is worth nothing to whoever only got hold of its id', async () => {
    const app = await newApp()
    const { id: nodeId } = await app.admin.given.document()
    const made = await app.admin.ask<{ link: { id: string } }>(createLinkQuery, {
      input: { nodeId, role: 'EDITOR' },
    })
    const { id } = made.link
    const member = await app.newPerson('Mallory')
    const change = 'mutation ($input: UpdateShareLinkInput!) { updateShareLink(input: $input) { id } }'
    for (const stranger of [app.newClient(), member]) {
      const isKnown = stranger === member
      const refusal = isKnown ? 'NOT_FOUND' : 'NOT_SIGNED_IN'
      expect(await stranger.askForError(previewQuery, { token: id })).toBe('SHARE_LINK_INVALID')
      expect(await stranger.askForError(joinQuery, { input: { token: id, name: 'Mallory' } })).toBe(
        'SHARE_LINK_INVALID',
      )
      expect(await stranger.askForError(deleteLinkQuery, { id })).toBe(refusal)
      expect(await stranger.askForError(change, { input: { id, role: 'OWNER' } })).toBe(refusal)
      expect(await stranger.askForError(linksQuery, { nodeId })).toBe(refusal)
    }
    expect(await listLinks(app, nodeId)).toMatchObject([{ id, role: 'EDITOR' }])
  })

  it('leads nowhere once the document is deleted', async () => {
    const app = await newApp()
    const { id } = await app.admin.given.document()
    const token = await app.admin.given.linkToken(id, 'VIEWER')
    await app.admin.ask(deleteQuery, { id })
    expect(await app.newClient().askForError(previewQuery, { token })).toBe('SHARE_LINK_INVALID')
  })
})
