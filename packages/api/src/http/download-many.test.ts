import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { describePortal } from '../testing/describe-portal.js'

describePortal('the download of many', ({ newApp }) => {
  it('is an archive of documents, and of folders with all in them', async () => {
    const { admin } = await newApp()
    const folder = await admin.given.folder('课程 1')
    const inner = await admin.given.folder('Week', folder.id)
    const empty = await admin.given.folder('Empty', folder.id)
    await admin.upload('deep.txt', 'deep', inner.id)
    const { document } = await admin.upload('notes.txt', 'notes')
    const response = await admin.request(`/download?ids=${folder.id},${document?.id ?? ''}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(Number(response.headers.get('content-length'))).toBe(bytes.length)
    expect(response.headers.get('content-disposition')).toContain('Lectern.zip')
    const files = unzipSync(bytes)
    expect(Object.keys(files).sort()).toEqual(
      ['notes.txt', '课程 1/', `课程 1/${empty.name}/`, '课程 1/Week/', '课程 1/Week/deep.txt'].sort(),
    )
    expect(Buffer.from(files['课程 1/Week/deep.txt'] ?? []).toString()).toBe('deep')
  })

  it('keeps things of one name from different folders apart', async () => {
    const { admin } = await newApp()
    const folder = await admin.given.folder('Folder')
    const one = await admin.upload('notes.txt', 'one')
    const two = await admin.upload('notes.txt', 'two', folder.id)
    const response = await admin.request(`/download?ids=${one.document?.id ?? ''},${two.document?.id ?? ''}`)
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    expect(Object.keys(files)).toEqual(['notes.txt', 'notes (2).txt'])
  })

  it('is refused to strangers, and without ids', async () => {
    const { admin, newClient } = await newApp()
    const { id } = await admin.given.document()
    expect((await newClient().request(`/download?ids=${id}`)).status).toBe(401)
    expect((await admin.request('/download')).status).toBe(400)
    expect((await admin.request('/download?ids=nothing')).status).toBe(404)
  })

  it('leaves out what somebody may only look at, and so do copies', async () => {
    const app = await newApp()
    const { document } = await app.admin.upload('notes.txt', 'notes')
    const { id = '' } = document ?? {}
    const link = await app.admin.ask<{ url: string }>(
      'mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) { url } }',
      { input: { nodeId: id, role: 'VIEWER', mayDownload: false } },
    )
    const folder = await app.admin.given.folder('Own')
    const guest = app.newClient()
    await guest.join(link.url.split('/').at(-1) ?? '', 'Grace')
    await guest.join(await app.admin.given.linkToken(folder.id, 'EDITOR'))
    expect((await guest.request(`/download?ids=${id}`)).status).toBe(403)
    const copyQuery = 'mutation ($input: NodesIntoFolderInput!) { copyNodes(input: $input) { __typename } }'
    const input = { ids: [id], folderId: folder.id }
    expect(await guest.askForError(copyQuery, { input })).toBe('DOWNLOAD_FORBIDDEN')
    const response = await guest.request(`/download?ids=${folder.id},${id}`)
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    expect(Object.keys(files)).toEqual(['Own/'])
  })
})
