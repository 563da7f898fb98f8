import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import path from 'node:path'
import { expect, it } from 'vitest'
import { describePortal } from '../../testing/describe-portal.js'
import { adminApiToken, type TestApp } from '../../testing/test-app.js'
import type { TestClient } from '../../testing/test-client.js'
import { rootFolderId } from '../library/index.js'

const tus = { 'tus-resumable': '1.0.0' }
type Metadata = Record<string, string>

const written = (metadata: Metadata) =>
  Object.entries(metadata)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')

/** Announces a file, and gives the answer. */
const announce = (client: TestClient, size: number, metadata: Metadata) =>
  client.request('/uploads', {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(size), 'upload-metadata': written(metadata) },
  })

const placeOf = (response: Response) => response.headers.get('location') ?? ''

const send = (client: TestClient, place: string, offset: number, bytes: BodyInit) =>
  client.request(place, {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body: bytes,
  })

async function offsetOf(client: TestClient, place: string) {
  const response = await client.request(place, { method: 'HEAD', headers: tus })
  return { status: response.status, offset: Number(response.headers.get('upload-offset')) }
}

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

async function uploadWhole(client: TestClient, bytes: Buffer<ArrayBuffer>, metadata: Metadata) {
  const place = placeOf(await announce(client, bytes.length, metadata))
  return send(client, place, 0, bytes)
}

async function download(app: TestApp, id: string) {
  const response = await app.admin.request(`/documents/${id}/download`)
  return Buffer.from(await response.arrayBuffer())
}

/** Sends part of the bytes as the administrator, and breaks the line off. */
function breakOff({ url }: TestApp, place: string, part: Uint8Array, size: number): Promise<void> {
  return new Promise((resolve) => {
    const headers = {
      ...tus,
      authorization: `Bearer ${adminApiToken}`,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'content-length': size,
    }
    const sending = request(new URL(place, url), { method: 'PATCH', headers })
    sending.on('error', () => undefined)
    sending.on('close', () => {
      resolve()
    })
    sending.write(part, () => sending.destroy())
  })
}

async function untilReceived(client: TestClient, place: string): Promise<number> {
  for (;;) {
    const { offset } = await offsetOf(client, place)
    if (offset > 0) return offset
  }
}

describePortal('resumable uploads', ({ newApp, newPlace }) => {
  it('go on where they broke off, also after a restart of the portal, to the same bytes', async () => {
    const place = await newPlace()
    const bytes = Buffer.from(randomBytes(600_000).toString('hex'))
    const first = await newApp({ place })
    const metadata = { filename: 'long.txt', folderId: rootFolderId, onConflict: 'refuse' }
    const upload = placeOf(await announce(first.admin, bytes.length, metadata))
    await breakOff(first, upload, bytes.subarray(0, 500_000), bytes.length)
    await untilReceived(first.admin, upload)
    await first.stop()

    const second = await newApp({ place })
    const offset = await untilReceived(second.admin, upload)
    expect(offset).toBeLessThanOrEqual(500_000)
    const last = await send(second.admin, upload, offset, bytes.subarray(offset))
    expect(last.status).toBe(200)
    const { documentId } = (await last.json()) as { documentId: string }
    expect((await download(second, documentId)).equals(bytes)).toBe(true)
    // Whoever did not hear the answer asks again, and is told that all is there.
    expect(await offsetOf(second.admin, upload)).toEqual({ status: 200, offset: bytes.length })
    expect(await second.db('documents').select()).toHaveLength(1)
  })

  it('become documents once when the portal ended just before that', async () => {
    const { admin, db, dataDir } = await newApp()
    const place = placeOf(await announce(admin, 5, { filename: 'a.txt', folderId: rootFolderId }))
    await writeFile(path.join(dataDir, place), 'hello')
    await offsetOf(admin, place)
    await offsetOf(admin, place)
    expect(await db('documents').select()).toHaveLength(1)
  })

  it('become documents once when the portal ended before it answered', async () => {
    const place = await newPlace()
    const first = await newApp({ place })
    const upload = placeOf(await announce(first.admin, 5, { filename: 'a.txt', folderId: rootFolderId }))
    expect((await send(first.admin, upload, 0, 'hello')).status).toBe(200)
    await first.stop()
    const second = await newApp({ place })
    expect(await offsetOf(second.admin, upload)).toEqual({ status: 200, offset: 5 })
    expect(await second.db('documents').select()).toHaveLength(1)
    // After a while nobody asks any more, and the room on the disk is given back.
    second.clock.advance(11 * 60_000)
    await second.stop()
    const third = await newApp({ place, clock: second.clock })
    while ((await offsetOf(third.admin, upload)).status !== 404) await third.admin.request('/healthz')
    expect(await third.db('documents').select()).toHaveLength(1)
  })

  it('make the folders of a folder that was dropped, once', async () => {
    const { admin } = await newApp()
    const names = ['one.txt', 'two.txt', 'three.txt']
    await Promise.all(
      names.map((filename) =>
        uploadWhole(admin, Buffer.from(filename), {
          filename,
          folderId: rootFolderId,
          path: 'Course/Week 1',
        }),
      ),
    )
    const found = await admin.ask<{ children: { nodes: { id: string; name: string }[] } }>(
      '{ folder { children { nodes { ... on Folder { id name } } } } }',
    )
    expect(found.children.nodes.map(({ name }) => name)).toEqual(['Course'])
    const week = await admin.ask<{ children: { nodes: { id: string }[] } }>(
      `{ folder(id: "${found.children.nodes[0]?.id ?? ''}") { children { nodes { ... on Folder { id } } } } }`,
    )
    const files = await admin.ask(
      `{ folder(id: "${week.children.nodes[0]?.id ?? ''}") { children { nodes { ... on Document { title } } } } }`,
    )
    expect(files).toEqual({
      children: { nodes: [{ title: 'one.txt' }, { title: 'three.txt' }, { title: 'two.txt' }] },
    })
  })

  it('become new versions of a document', async () => {
    const app = await newApp()
    const { document } = await app.admin.upload('plan.txt', 'first')
    const documentId = document?.id ?? ''
    expect(
      (await uploadWhole(app.admin, Buffer.from('second'), { filename: 'plan.txt', documentId })).status,
    ).toBe(200)
    expect((await download(app, documentId)).toString()).toBe('second')
  })

  it('are refused before the bytes when the name is taken, the type unknown or the file too large', async () => {
    const { admin } = await newApp({ environment: { MAX_UPLOAD_BYTES: '1000' } })
    await admin.upload('plan.txt', 'first')
    const into = { folderId: rootFolderId, onConflict: 'refuse' }
    expect(await codeOf(await announce(admin, 5, { filename: 'plan.txt', ...into }))).toBe('NAME_TAKEN')
    expect(await codeOf(await announce(admin, 5, { filename: 'x.exe', ...into }))).toBe('FILE_TYPE_UNKNOWN')
    expect((await announce(admin, 2_000, { filename: 'large.txt', ...into })).status).toBe(413)
    expect(await codeOf(await announce(admin, 5, { nothing: 'said' }))).toBe('BAD_INPUT')
  })

  it('are refused to strangers and to who may only look, and belong to who began them', async () => {
    const { admin, newClient, newPerson } = await newApp()
    const metadata = { filename: 'a.txt', folderId: rootFolderId }
    expect((await announce(newClient(), 5, metadata)).status).toBe(401)
    const person = await newPerson('Eve')
    expect(await codeOf(await announce(person, 5, metadata))).toBe('FORBIDDEN')
    const place = placeOf(await announce(admin, 5, metadata))
    expect((await offsetOf(person, place)).status).toBe(404)
    expect((await send(person, place, 0, 'hello')).status).toBe(404)
    expect(
      (await admin.request('/uploads/..%2f..%2flectern.sqlite', { method: 'HEAD', headers: tus })).status,
    ).toBe(404)
  })

  it('say what is wrong with a file that is not what it claims', async () => {
    const { admin, db } = await newApp()
    const answer = await uploadWhole(admin, Buffer.from('no zip'), {
      filename: 'a.docx',
      folderId: rootFolderId,
    })
    expect([answer.status, await codeOf(answer)]).toEqual([422, 'FILE_MISMATCH'])
    expect(await db('documents').select()).toEqual([])
  })
})
