import { CallbackStatus } from '@lectern/shared'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import { startDocumentServerStub, stubSecret } from '../../testing/document-server-stub.js'
import type { DocumentServerStub } from '../../testing/document-server-stub.js'
import type { TestApp } from '../../testing/test-app.js'
import { createTestClock } from '../../testing/test-clock.js'

interface ConfigAnswer {
  documentServerUrl: string
  token: string
  config: {
    document: { key: string; url: string }
    editorConfig: { callbackUrl: string; mode: string; user: { id: string; name: string } }
  }
}

const openQuery = 'query ($id: ID!) { editorConfig(documentId: $id) { documentServerUrl config token } }'
const documentQuery = `query ($id: ID!) {
  document(id: $id) { participants { name } saveProblem { message } version { number } versions { nodes { id number cause } } }
}`

describePortal('editing by GraphQL', ({ newApp }) => {
  let stub: DocumentServerStub
  let portal: TestApp
  beforeEach(async () => {
    stub = await startDocumentServerStub()
    // The tokens of the stub are signed now.
    const clock = createTestClock(new Date())
    const environment = { DOCUMENT_SERVER_URL: stub.url, DOCUMENT_SERVER_SECRET: stubSecret }
    portal = await newApp({ clock, environment })
  })
  afterEach(() => stub.stop())

  const open = (id: string) => portal.admin.ask<ConfigAnswer>(openQuery, { id })
  const look = (id: string) => portal.admin.ask<unknown>(documentQuery, { id })

  async function uploadNotes(name = 'notes.txt') {
    const { document } = await portal.admin.upload(name, 'first')
    if (!document) throw new Error('The upload failed.')
    return document
  }

  it('opens a document, takes its save, and shows the new version', async () => {
    const { id } = await uploadNotes()
    const { documentServerUrl, config } = await open(id)
    expect(documentServerUrl).toBe(stub.url)
    expect(config.document.url).toContain(portal.url)
    const { key } = config.document
    const { callbackUrl, user } = config.editorConfig
    await stub.callback(callbackUrl, { key, status: CallbackStatus.Editing, users: [user.id] })
    expect(await look(id)).toMatchObject({ participants: [{ name: user.name }], version: { number: 1 } })
    const url = stub.addResult(Buffer.from('second'), 'output.txt')
    await stub.callback(callbackUrl, { key, status: CallbackStatus.ReadyToSave, url, users: [user.id] })
    expect(await look(id)).toMatchObject({
      participants: [],
      saveProblem: null,
      version: { number: 2 },
      versions: {
        nodes: [
          { number: 2, cause: 'EDIT' },
          { number: 1, cause: 'UPLOAD' },
        ],
      },
    })
  })

  it('says in the language of the reader why a save failed', async () => {
    const { id } = await uploadNotes()
    const { config } = await open(id)
    const callback = { key: config.document.key, status: CallbackStatus.SaveFailed }
    await stub.callback(config.editorConfig.callbackUrl, callback)
    expect(await look(id)).toMatchObject({
      saveProblem: { message: expect.stringContaining('editor') as string },
    })
    await portal.admin.ask('mutation { updateProfile(input: { language: "zh-CN" }) { id } }')
    expect(await look(id)).toMatchObject({
      saveProblem: { message: expect.stringContaining('编辑器') as string },
    })
  })

  it('restores a version', async () => {
    const { id } = await uploadNotes()
    const { config } = await open(id)
    const url = stub.addResult(Buffer.from('second'), 'output.txt')
    const saved = { key: config.document.key, status: CallbackStatus.ReadyToSave, url }
    await stub.callback(config.editorConfig.callbackUrl, saved)
    const { versions } = (await look(id)) as { versions: { nodes: { id: string }[] } }
    const restored = await portal.admin.ask(
      'mutation ($input: RestoreVersionInput!) { restoreVersion(input: $input) { version { number cause } } }',
      { input: { documentId: id, versionId: versions.nodes[1]?.id } },
    )
    expect(restored).toEqual({ version: { number: 3, cause: 'RESTORE' } })
    expect(await (await portal.admin.request(`/documents/${id}/download`)).text()).toBe('first')
  })

  it('force-saves', async () => {
    const { id } = await uploadNotes()
    const mutation = 'mutation ($id: ID!) { forceSave(documentId: $id) { accepted changed } }'
    expect(await portal.admin.ask(mutation, { id })).toEqual({ accepted: true, changed: false })
    await open(id)
    stub.answer = ({ key }) => ({ key, error: 0 })
    expect(await portal.admin.ask(mutation, { id })).toEqual({ accepted: true, changed: true })
  })

  it('is refused to strangers', async () => {
    const { id } = await uploadNotes()
    const stranger = portal.newClient()
    expect(await stranger.askForError(openQuery, { id })).toBe('NOT_SIGNED_IN')
    const mutation = 'mutation ($id: ID!) { forceSave(documentId: $id) { accepted } }'
    expect(await stranger.askForError(mutation, { id })).toBe('NOT_SIGNED_IN')
  })

  it('opens in view mode for somebody who was invited to look', async () => {
    const { id } = await uploadNotes()
    const guest = portal.newClient()
    await guest.join(await portal.admin.given.linkToken(id, 'VIEWER'), 'Grace')
    const { config } = await guest.ask<ConfigAnswer>(openQuery, { id })
    expect(config.editorConfig).toMatchObject({ mode: 'view', user: { name: 'Grace' } })
  })

  it('asks the database no more often for many documents than for a few', async () => {
    const listing = `{ folder { children { nodes {
      ... on Document { participants { name } saveProblem { message } versions(first: 10) { nodes { number } } }
    } } } }`
    async function countQueries() {
      let count = 0
      const add = () => count++
      portal.db.on('query', add)
      await portal.admin.ask(listing)
      portal.db.off('query', add)
      return count
    }
    // An opening is noted after its answer.
    const noted = async (documents: number) =>
      expect.poll(() => portal.db('recent_documents').pluck('node_id')).toHaveLength(documents)
    await open((await uploadNotes()).id)
    await noted(1)
    const forOne = await countQueries()
    for (let number = 0; number < 8; number++) await open((await uploadNotes()).id)
    await noted(9)
    expect(await countQueries()).toBe(forOne)
  })
})
