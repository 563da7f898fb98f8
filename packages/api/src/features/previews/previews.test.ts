import { expect, it } from 'vitest'
import type { ConversionReply } from '@lectern/shared'
import { describePortal, type NewApp } from '../../testing/describe-portal.js'
import type { DocumentServerStub } from '../../testing/document-server-stub.js'
import { startPortalWithStub } from '../../testing/portal-with-stub.js'
import type { TestClient } from '../../testing/test-client.js'

const picture = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('what a picture is made of'),
])

async function startPortal(newApp: NewApp) {
  const portal = await startPortalWithStub(newApp)
  const { stub, clock, services } = portal
  stub.convert = () => painted(stub)
  return {
    ...portal,
    paint: async () => {
      clock.advance(60_000)
      await services.documents.previews.work()
    },
  }
}

const painted = (stub: DocumentServerStub, bytes: Uint8Array = picture): ConversionReply => ({
  fileUrl: stub.addResult(bytes, 'output.png'),
  fileType: 'png',
  percent: 100,
  endConvert: true,
})

const previewOf = async (client: TestClient, id: string) =>
  (await client.ask<{ previewUrl: string | null }>(`{ document(id: "${id}") { previewUrl } }`)).previewUrl

async function upload(client: TestClient, name = 'notes.txt', text = 'first') {
  const { document } = await client.upload(name, text)
  return document?.id ?? ''
}

describePortal('pictures of documents', ({ newApp }) => {
  it('are made by the document server from the file itself, and shown to who may read', async () => {
    const { admin, stub, paint, newPerson } = await startPortal(newApp)
    const id = await upload(admin)
    expect(await previewOf(admin, id)).toBeNull()
    await paint()
    expect(stub.conversions).toMatchObject([
      { filetype: 'txt', outputtype: 'png', async: true, thumbnail: { first: true } },
    ])
    const url = await previewOf(admin, id)
    expect(url).toBe(`/documents/${id}/preview?version=1`)
    const response = await admin.request(url ?? '')
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(picture)
    const etag = response.headers.get('etag') ?? ''
    expect((await admin.request(url ?? '', { headers: { 'if-none-match': etag } })).status).toBe(304)
    const stranger = await newPerson('Eve')
    expect((await stranger.request(url ?? '')).status).toBe(404)
  })

  it('are made anew for a new version; until then the older one is shown', async () => {
    const { admin, paint } = await startPortal(newApp)
    const id = await upload(admin)
    await paint()
    await admin.uploadVersion(id, 'notes.txt', 'second')
    expect(await previewOf(admin, id)).toMatch(/version=1$/)
    await paint()
    expect(await previewOf(admin, id)).toMatch(/version=2$/)
  })

  it("of templates of one's own are shown in the gallery", async () => {
    const { admin, paint } = await startPortal(newApp)
    const course = await admin.given.folder('Course')
    const templates = await admin.given.folder('Templates', course.id)
    const { document } = await admin.upload('Report.txt', 'first', templates.id)
    const query = 'query ($id: ID!) { templates(folderId: $id) { nodes { name previewUrl } } }'
    const first = async () => (await admin.ask<{ nodes: object[] }>(query, { id: course.id })).nodes[0]
    expect(await first()).toEqual({ name: 'Report', previewUrl: null })
    await paint()
    const previewUrl = `/documents/${document?.id}/preview?version=1`
    expect(await first()).toEqual({ name: 'Report', previewUrl })
  })

  it('of copies are those of the original, without another conversion', async () => {
    const { admin, paint, stub } = await startPortal(newApp)
    await upload(admin)
    await paint()
    const copy = await upload(admin, 'copy.txt')
    await paint()
    expect(await previewOf(admin, copy)).toMatch(/version=1$/)
    expect(stub.conversions).toHaveLength(1)
  })

  it('wait while somebody edits the document', async () => {
    const { admin, paint, db } = await startPortal(newApp)
    const id = await upload(admin)
    await admin.ask(`{ editorConfig(documentId: "${id}") { documentServerUrl } }`)
    await db('editing_sessions').update({ participants: '["somebody"]' })
    await paint()
    expect(await previewOf(admin, id)).toBeNull()
    await db('editing_sessions').update({ participants: '[]' })
    await paint()
    expect(await previewOf(admin, id)).not.toBeNull()
  })

  it('are tried again after a passing fault, and given up when the file cannot be painted', async () => {
    const { admin, paint, stub } = await startPortal(newApp)
    const id = await upload(admin)
    stub.convert = () => ({ error: -2 })
    await paint()
    expect(await previewOf(admin, id)).toBeNull()
    stub.convert = () => painted(stub)
    await paint()
    expect(await previewOf(admin, id)).not.toBeNull()

    const broken = await upload(admin, 'broken.txt', 'other')
    stub.convert = () => ({ error: -3 })
    const before = stub.conversions.length
    await paint()
    await paint()
    expect(stub.conversions).toHaveLength(before + 1)
    expect((await admin.request(`/documents/${broken}/preview`)).status).toBe(404)
  })

  it('are never anything but a picture, whatever the document server sends', async () => {
    const { admin, paint, stub } = await startPortal(newApp)
    const id = await upload(admin)
    stub.convert = () => painted(stub, Buffer.from('<script>'))
    await paint()
    expect(await previewOf(admin, id)).toBeNull()
  })

  it('cost a folder of many one statement', async () => {
    const { admin, db, paint } = await startPortal(newApp)
    for (let index = 0; index < 3; index++) await upload(admin, `${index}.txt`, `text ${index}`)
    await paint()
    let statements = 0
    const count = ({ sql }: { sql: string }) => (statements += sql.includes('previews') ? 1 : 0)
    db.on('query', count)
    await admin.ask('{ folder { children { nodes { ... on Document { previewUrl } } } } }')
    db.removeListener('query', count)
    expect(statements).toBe(1)
  })

  it('go when the document goes for ever', async () => {
    const { admin, paint, db, clock, services } = await startPortal(newApp)
    const id = await upload(admin)
    await paint()
    const [row] = await db('previews').select<{ blob_sha256: string }[]>('blob_sha256')
    await admin.ask('mutation ($input: DeleteNodesInput!) { deleteNodes(input: $input) }', {
      input: { ids: [id] },
    })
    await admin.ask('mutation ($ids: [ID!]!) { deleteForever(ids: $ids) }', { ids: [id] })
    expect(await db('previews').select()).toEqual([])
    clock.advance(3 * 24 * 60 * 60_000)
    await services.documents.trash.clean()
    expect(await db('blobs').where({ sha256: row?.blob_sha256 }).select()).toEqual([])
  })
})
