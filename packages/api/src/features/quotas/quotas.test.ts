import { CallbackStatus } from '@lectern/shared'
import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import { startPortalWithStub } from '../../testing/portal-with-stub.js'
import type { TestClient } from '../../testing/test-client.js'
import { rootFolderId } from '../library/index.js'

interface Storage {
  id: string
  name: string
  usedBytes: number
  quotaBytes: number | null
  isOwnQuota: boolean
}

const fields = '{ id name usedBytes quotaBytes isOwnQuota }'
const page = `{ totalCount nodes ${fields} }`
const mine = (client: TestClient) => client.ask<Storage>(`{ myStorage ${fields} }`)
const setQuotaQuery = 'mutation ($input: SetQuotaInput!) { setQuota(input: $input) }'
const setQuota = (client: TestClient, id: string, quotaBytes: number | null) =>
  client.ask(setQuotaQuery, { input: { id, quotaBytes } })
const newSpace = async (client: TestClient) =>
  (await client.ask<{ id: string }>('mutation { createSpace(name: "Course") { id } }')).id
const ofSpace = async (client: TestClient, id: string) =>
  (await client.ask<{ storage: Storage | null }>(`{ folder(id: "${id}") { storage ${fields} } }`)).storage

describePortal('quotas', ({ newApp }) => {
  it('let in what fits, and refuse the rest while it streams in, with the numbers', async () => {
    const { admin, db } = await newApp({ environment: { QUOTA_PERSON_BYTES: '1000' } })
    await admin.upload('a.txt', 'x'.repeat(600))
    const { error } = await admin.upload('b.txt', 'x'.repeat(500))
    expect(error?.extensions).toMatchObject({
      code: 'QUOTA_EXCEEDED',
      details: { scope: 'person', usedBytes: 600, quotaBytes: 1000 },
    })
    expect(await db('blobs').select()).toHaveLength(1)
    expect((await admin.upload('c.txt', 'y'.repeat(400))).error).toBeUndefined()
    expect(await mine(admin)).toMatchObject({ usedBytes: 1000, quotaBytes: 1000, isOwnQuota: false })
  })

  it('count for one and the same room what comes in at the same time', async () => {
    const { admin, db } = await newApp({ environment: { QUOTA_PERSON_BYTES: '1000' } })
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((name) => admin.upload(`${name}.txt`, name.repeat(600))),
    )
    expect(answers.filter(({ error }) => error === undefined)).toHaveLength(1)
    expect(await db('documents').select()).toHaveLength(1)
  })

  it('count versions and the bin for who owns the document, and free room when it goes for ever', async () => {
    const { admin } = await newApp({ environment: { QUOTA_PERSON_BYTES: '1000' } })
    const { document } = await admin.upload('a.txt', 'x'.repeat(500))
    const id = document?.id ?? ''
    expect((await admin.uploadVersion(id, 'a.txt', 'y'.repeat(600))).error?.extensions.code).toBe(
      'QUOTA_EXCEEDED',
    )
    await admin.uploadVersion(id, 'a.txt', 'y'.repeat(400))
    await admin.ask('mutation ($input: DeleteNodesInput!) { deleteNodes(input: $input) }', {
      input: { ids: [id] },
    })
    expect((await mine(admin)).usedBytes).toBe(900)
    await admin.ask('mutation ($ids: [ID!]!) { deleteForever(ids: $ids) }', { ids: [id] })
    expect((await mine(admin)).usedBytes).toBe(0)
  })

  it('hold for a space with all below it, for copies too, whoever puts something there', async () => {
    const { admin } = await newApp({ environment: { QUOTA_SPACE_BYTES: '1000' } })
    const space = await newSpace(admin)
    const inner = await admin.given.folder('Inner', space)
    const { document } = await admin.upload('a.txt', 'x'.repeat(600), inner.id)
    expect(await ofSpace(admin, space)).toMatchObject({ usedBytes: 600, quotaBytes: 1000 })
    expect(await ofSpace(admin, inner.id)).toBeNull()
    const copy = { input: { ids: [document?.id ?? ''], folderId: inner.id } }
    const copyQuery = 'mutation ($input: NodesIntoFolderInput!) { copyNodes(input: $input) { __typename } }'
    expect(await admin.askForError(copyQuery, copy)).toBe('QUOTA_EXCEEDED')
    expect((await ofSpace(admin, space))?.usedBytes).toBe(600)
    expect((await admin.upload('b.txt', 'x'.repeat(500), rootFolderId)).error).toBeUndefined()
  })

  it('never refuse what was written in the editor', async () => {
    const { admin, stub } = await startPortalWithStub(newApp, { QUOTA_PERSON_BYTES: '1000' })
    const { document } = await admin.upload('a.txt', 'x'.repeat(1_000))
    const id = document?.id ?? ''
    const { config } = await admin.ask<{
      config: { document: { key: string }; editorConfig: { callbackUrl: string } }
    }>(`{ editorConfig(documentId: "${id}") { config } }`)
    const written = Buffer.from('y'.repeat(5_000))
    const answer = await stub.callback(config.editorConfig.callbackUrl, {
      key: config.document.key,
      status: CallbackStatus.ReadyToSave,
      url: stub.addResult(written, 'output.txt'),
      filetype: 'txt',
      users: [],
    })
    expect(answer).toEqual({ status: 200, body: { error: 0 } })
    const saved = await admin.request(`/documents/${id}/download`)
    expect(Buffer.from(await saved.arrayBuffer()).equals(written)).toBe(true)
    expect((await mine(admin)).usedBytes).toBe(6_000)
  })

  it('are told to resumable uploads before a byte is sent', async () => {
    const { admin } = await newApp({ environment: { QUOTA_PERSON_BYTES: '1000' } })
    const metadata = { filename: 'a.txt', folderId: rootFolderId }
    const written = Object.entries(metadata).map(
      ([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`,
    )
    const response = await admin.request('/uploads', {
      method: 'POST',
      headers: { 'tus-resumable': '1.0.0', 'upload-length': '1001', 'upload-metadata': written.join(',') },
    })
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      507,
      'QUOTA_EXCEEDED',
    ])
  })

  it('are set by administrators alone, for one person or one space, and taken back', async () => {
    const { admin, newPerson } = await newApp({ environment: { QUOTA_PERSON_BYTES: '1000' } })
    const ada = await newPerson('Ada')
    const space = await newSpace(ada)
    await setQuota(admin, ada.id, 10)
    await setQuota(admin, space, 2_000)
    expect((await ada.upload('a.txt', 'x'.repeat(11), space)).error?.extensions.code).toBe('QUOTA_EXCEEDED')
    expect(await mine(ada)).toMatchObject({ quotaBytes: 10, isOwnQuota: true })
    expect(await admin.ask(`{ storageOfSpaces ${page} }`)).toMatchObject({
      totalCount: 1,
      nodes: [{ id: space, quotaBytes: 2_000 }],
    })
    await setQuota(admin, ada.id, null)
    expect(await admin.ask(`{ storageOfPeople ${page} }`)).toMatchObject({
      nodes: [{ name: 'Ada', quotaBytes: 1_000, isOwnQuota: false }, { name: 'Administrator' }],
    })
    for (const query of [`{ storageOfPeople ${page} }`, `{ storageOfSpaces ${page} }`])
      expect(await ada.askForError(query)).toBe('FORBIDDEN')
    expect(await ada.askForError(setQuotaQuery, { input: { id: ada.id, quotaBytes: 9_000 } })).toBe(
      'FORBIDDEN',
    )
    expect(await admin.askForError(setQuotaQuery, { input: { id: ada.id, quotaBytes: -1 } })).toBe(
      'BAD_INPUT',
    )
    expect(await admin.askForError(setQuotaQuery, { input: { id: 'nobody', quotaBytes: 1 } })).toBe(
      'NOT_FOUND',
    )
  })
})
