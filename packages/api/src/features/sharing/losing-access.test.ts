import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newCourse } from '../../testing/course.js'
import { describePortal } from '../../testing/describe-portal.js'
import {
  startDocumentServerStub,
  stubSecret,
  type DocumentServerStub,
} from '../../testing/document-server-stub.js'
import { createTestClock } from '../../testing/test-clock.js'

const removeQuery = 'mutation ($id: ID!) { removeGrant(id: $id) }'
const roleQuery = 'query ($id: ID!) { document(id: $id) { role } }'
const leaveQuery = 'mutation ($input: RemoveGroupMemberInput!) { removeGroupMember(input: $input) { id } }'
const configQuery = 'query ($id: ID!) { editorConfig(documentId: $id) { config } }'
const createLinkQuery =
  'mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) { link { id } url } }'
const updateLinkQuery =
  'mutation ($input: UpdateShareLinkInput!) { updateShareLink(input: $input) { role hasPassword } }'

describePortal('taking a right away', ({ newApp }) => {
  let stub: DocumentServerStub
  beforeEach(async () => {
    stub = await startDocumentServerStub()
  })
  afterEach(async () => stub.stop())

  const newPortal = () =>
    newApp({
      // The stub looks at the time in the tokens it gets.
      clock: createTestClock(new Date()),
      environment: { DOCUMENT_SERVER_URL: stub.url, DOCUMENT_SERVER_SECRET: stubSecret },
    })
  const drops = () => stub.commands.filter(({ c }) => c === 'drop').map(({ users }) => users)

  describe('takes effect in open editors at once', () => {
    it('when somebody loses a right or gets a weaker one, but not when another right remains', async () => {
      const app = await newPortal()
      const { folder, document, give } = await newCourse(app)
      const [bo, al] = [await app.newPerson('Bo'), await app.newPerson('Al')]
      const { id } = await give(folder.id, 'EDITOR', { userId: bo.id })
      await give(folder.id, 'EDITOR', { userId: al.id })
      await bo.ask(configQuery, { id: document.id })
      await give(document.id, 'VIEWER', { userId: al.id })
      expect(drops()).toEqual([[al.id]])
      await give(document.id, 'OWNER', { userId: bo.id })
      await app.admin.ask(removeQuery, { id })
      expect(drops()).toEqual([[al.id]])
    })

    it('when what they have open is moved to where they have less, and in earlier versions too', async () => {
      const app = await newPortal()
      const { folder, document, give } = await newCourse(app)
      const [bo, al] = [await app.newPerson('Bo'), await app.newPerson('Al')]
      const other = await app.admin.given.folder('Other')
      await give(folder.id, 'EDITOR', { userId: bo.id })
      await give(folder.id, 'VIEWER', { everyone: true })
      await give(other.id, 'VIEWER', { userId: al.id })
      const versionsQuery = 'query ($id: ID!) { document(id: $id) { version { id } } }'
      const { version } = await bo.ask<{ version: { id: string } }>(versionsQuery, { id: document.id })
      const openVersion =
        'query ($id: ID!, $versionId: ID!) { editorConfig(documentId: $id, versionId: $versionId) { token } }'
      await bo.ask(openVersion, { id: document.id, versionId: version.id })
      const move = 'mutation ($input: NodesIntoFolderInput!) { moveNodes(input: $input) { __typename } }'
      await app.admin.ask(move, { input: { ids: [document.id], folderId: other.id } })
      expect(drops()).toEqual([[bo.id]])
      expect(stub.commands.find(({ c }) => c === 'drop')).toMatchObject({
        key: expect.stringMatching(/\.version-1$/) as string,
      })
      expect(await bo.askForError(roleQuery, { id: document.id })).toBe('NOT_FOUND')
      expect(await al.ask(roleQuery, { id: document.id })).toEqual({ role: 'VIEWER' })
    })

    it('when somebody leaves a group, and when the group’s right ends', async () => {
      const app = await newPortal()
      const { folder, document, give, newGroup } = await newCourse(app)
      const [bo, al] = [await app.newPerson('Bo'), await app.newPerson('Al')]
      const groupId = await newGroup('Teachers', bo.id, al.id)
      const { id } = await give(folder.id, 'EDITOR', { groupId })
      await bo.ask(configQuery, { id: document.id })
      await app.admin.ask(leaveQuery, { input: { groupId, userId: bo.id } })
      expect(drops()).toEqual([[bo.id]])
      await app.admin.ask(removeQuery, { id })
      expect(drops()).toEqual([[bo.id], [al.id]])
    })

    it('when somebody is deactivated', async () => {
      const app = await newPortal()
      const { document, give } = await newCourse(app)
      const bo = await app.newPerson('Bo')
      await give(document.id, 'EDITOR', { userId: bo.id })
      await bo.ask(configQuery, { id: document.id })
      const input = { id: bo.id, isActive: false }
      await app.admin.ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }', {
        input,
      })
      expect(drops()).toEqual([[bo.id]])
    })

    it('when a link becomes weaker, ends, or is deleted', async () => {
      const app = await newPortal()
      const { document } = await newCourse(app)
      const expiresAt = new Date(app.clock.now().getTime() + 60_000)
      const input = { nodeId: document.id, role: 'EDITOR', expiresAt }
      const made = await app.admin.ask<{ link: { id: string }; url: string }>(createLinkQuery, { input })
      const guest = app.newClient()
      await guest.join(made.url.split('/').at(-1) ?? '', 'Guest')
      await guest.ask(configQuery, { id: document.id })
      const { id } = await guest.ask<{ id: string }>('{ viewer { id } }')
      await app.admin.ask(updateLinkQuery, { input: { id: made.link.id, role: 'COMMENTER' } })
      expect(await guest.ask(roleQuery, { id: document.id })).toEqual({ role: 'COMMENTER' })
      expect(drops()).toEqual([[id]])
      app.clock.advance(60_000)
      await app.services.people.sharing.endExpired()
      expect(drops()).toEqual([[id], [id]])
      expect(await guest.askForError(roleQuery, { id: document.id })).toBe('NOT_FOUND')
    })
  })

  it('is done although the document server does not answer', async () => {
    const app = await newPortal()
    const { document, give } = await newCourse(app)
    const bo = await app.newPerson('Bo')
    const { id } = await give(document.id, 'EDITOR', { userId: bo.id })
    await bo.ask(configQuery, { id: document.id })
    stub.answer = () => ({ status: 500 })
    await app.admin.ask(removeQuery, { id })
    expect(await bo.askForError(roleQuery, { id: document.id })).toBe('NOT_FOUND')
  })
})
