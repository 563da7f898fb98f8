import { expect, it } from 'vitest'
import { rootFolderId } from '../library/index.js'
import { describePortal, type NewApp } from '../../testing/describe-portal.js'
import { startPortalWithStub } from '../../testing/portal-with-stub.js'

const save = `mutation ($input: SaveEditorCopyInput!) {
  saveEditorCopy(input: $input) { id title fileType folder { id } downloadUrl }
}`

async function startPortal(newApp: NewApp) {
  const portal = await startPortalWithStub(newApp)
  const { admin, stub } = portal
  const { id } = await admin.given.document('Plan')
  const url = stub.addResult(Buffer.from('Hello as text'), 'output.txt')
  return { ...portal, input: { documentId: id, url, fileType: 'txt', title: 'Copy' } }
}

describePortal('copies that the editor made', ({ newApp }) => {
  it('become documents beside the first, with the bytes of the document server', async () => {
    const { admin, input } = await startPortal(newApp)
    const copy = await admin.ask<{ downloadUrl: string }>(save, { input })
    expect(copy).toMatchObject({ title: 'Copy.txt', fileType: 'txt', folder: { id: rootFolderId } })
    expect(await (await admin.request(copy.downloadUrl)).text()).toBe('Hello as text')
    expect(await admin.ask(save, { input: { ...input, title: 'copy.TXT' } })).toMatchObject({
      title: 'copy (2).TXT',
    })
    expect(await admin.ask(save, { input: { ...input, title: '  ' } })).toMatchObject({ title: 'Plan.txt' })
  })

  it('come from the results of the document server and from nowhere else', async () => {
    const { admin, stub, input } = await startPortal(newApp)
    stub.files.set('/status.json', Buffer.from('secrets'))
    const elsewhere = ['/status.json', '/cache/files/../../status.json', '/cache/files/..%2f..%2fstatus.json']
    for (const path of elsewhere)
      expect(await admin.askForError(save, { input: { ...input, url: stub.url + path } })).toBe('BAD_INPUT')
    expect(stub.fetched).toEqual([])
    const gone = `${stub.url}/cache/files/data/k_1/output.txt/output.txt`
    expect(await admin.askForError(save, { input: { ...input, url: gone } })).toBe(
      'DOCUMENT_SERVER_UNREACHABLE',
    )
  })

  it('are refused when they are not what they claim to be', async () => {
    const { admin, input } = await startPortal(newApp)
    expect(await admin.askForError(save, { input: { ...input, fileType: 'exe' } })).toBe('FILE_TYPE_UNKNOWN')
    expect(await admin.askForError(save, { input: { ...input, fileType: 'docx' } })).toMatch(/^FILE_/)
  })

  it('are kept from those who may not download, and who may not write anywhere', async () => {
    const { admin, newPerson, stub, input } = await startPortal(newApp)
    const reader = await newPerson('Rea')
    expect(await reader.askForError(save, { input })).toBe('NOT_FOUND')
    await reader.join(await admin.given.linkToken(input.documentId, 'VIEWER'))
    expect(await reader.askForError(save, { input })).toBe('FORBIDDEN')
    const link = 'mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) { url } }'
    const closed = await admin.given.document('Closed')
    const { url } = await admin.ask<{ url: string }>(link, {
      input: { nodeId: closed.id, role: 'VIEWER', mayDownload: false },
    })
    await reader.join(url.split('/').at(-1) ?? '')
    expect(await reader.askForError(save, { input: { ...input, documentId: closed.id } })).toBe(
      'DOWNLOAD_FORBIDDEN',
    )
    expect(stub.fetched).toEqual([])
  })
})
