import { expect, it } from 'vitest'
import { ConversionError } from '@lectern/shared'
import { rootFolderId } from '../library/index.js'
import { describePortal, type NewApp } from '../../testing/describe-portal.js'
import { startPortalWithStub } from '../../testing/portal-with-stub.js'

const convert = `mutation ($input: ConvertDocumentInput!) {
  convertDocument(input: $input) { id title fileType conversions folder { id } version { cause } downloadUrl }
}`

async function startPortal(newApp: NewApp, result = 'Hello as text') {
  const portal = await startPortalWithStub(newApp)
  const { stub } = portal
  stub.convert = () => ({
    fileUrl: stub.addResult(Buffer.from(result), 'output.txt'),
    fileType: 'txt',
    percent: 100,
    endConvert: true,
  })
  return portal
}

describePortal('documents in other formats', ({ newApp }) => {
  it('are made as copies beside the document, by the document server', async () => {
    const { admin, stub } = await startPortal(newApp)
    const { id } = await admin.given.document('Plan')
    const input = { documentId: id, fileType: 'txt' }
    const copy = await admin.ask<{ downloadUrl: string }>(convert, { input })
    expect(copy).toMatchObject({
      title: 'Plan.txt',
      fileType: 'txt',
      conversions: ['pdf', 'docx', 'odt', 'rtf'],
      folder: { id: rootFolderId },
      version: { cause: 'CONVERT' },
    })
    expect(stub.conversions).toMatchObject([{ filetype: 'docx', outputtype: 'txt', title: 'Plan.docx' }])
    expect(await (await admin.request(copy.downloadUrl)).text()).toBe('Hello as text')
    expect(await admin.ask(convert, { input })).toMatchObject({ title: 'Plan (2).txt' })
  })

  it('are downloaded under their own name', async () => {
    const { admin, stub } = await startPortal(newApp)
    const { downloadUrl } = await admin.given.document('Plan')
    const response = await admin.request(`${downloadUrl}?as=TXT`)
    expect(response.headers.get('content-disposition')).toContain('filename="Plan.txt"')
    expect(response.headers.get('content-type')).toBe('text/plain')
    expect(await response.text()).toBe('Hello as text')
    const asked = stub.conversions.length
    expect((await admin.request(`${downloadUrl}?as=docx`)).headers.get('content-disposition')).toContain(
      'Plan.docx',
    )
    expect((await admin.request(`${downloadUrl}?as=txt`, { method: 'HEAD' })).status).toBe(200)
    expect(stub.conversions).toHaveLength(asked)
  })

  it('are refused for types that cannot be made, with those that can', async () => {
    const { admin } = await startPortal(newApp)
    const { id, downloadUrl } = await admin.given.document('Plan')
    const { errors } = await admin.graphql(convert, { input: { documentId: id, fileType: 'pptx' } })
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONVERSION_UNKNOWN',
      details: { supported: ['pdf', 'odt', 'rtf', 'txt'] },
    })
    expect((await admin.request(`${downloadUrl}?as=exe`)).status).toBe(415)
  })

  it('tell why they could not be made', async () => {
    const { admin, stub } = await startPortal(newApp)
    const { id, downloadUrl } = await admin.given.document('Plan')
    const fail = async (error: ConversionError) => {
      stub.convert = () => ({ error })
      return admin.askForError(convert, { input: { documentId: id, fileType: 'txt' } })
    }
    expect(await fail(ConversionError.Conversion)).toBe('CONVERSION_FAILED')
    expect(await fail(ConversionError.Password)).toBe('FILE_ENCRYPTED')
    stub.convert = () => ({ status: 500 })
    const response = await admin.request(`${downloadUrl}?as=pdf`)
    expect(await response.json()).toMatchObject({ code: 'DOCUMENT_SERVER_UNREACHABLE' })
  })

  it('are kept from those who may not download, and who may not write into the folder', async () => {
    const { admin, newPerson, stub } = await startPortal(newApp)
    const { id, downloadUrl } = await admin.given.document('Plan')
    const reader = await newPerson('Rea')
    expect(await reader.askForError(convert, { input: { documentId: id, fileType: 'txt' } })).toBe(
      'NOT_FOUND',
    )
    await reader.join(await admin.given.linkToken(id, 'VIEWER'))
    expect(await reader.askForError(convert, { input: { documentId: id, fileType: 'txt' } })).toBe(
      'FORBIDDEN',
    )
    expect((await reader.request(`${downloadUrl}?as=txt`)).status).toBe(200)
    const link = 'mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) { url } }'
    const { id: closed, downloadUrl: closedUrl } = await admin.given.document('Closed')
    const { url } = await admin.ask<{ url: string }>(link, {
      input: { nodeId: closed, role: 'VIEWER', mayDownload: false },
    })
    await reader.join(url.split('/').at(-1) ?? '')
    expect((await reader.request(`${closedUrl}?as=txt`)).status).toBe(403)
    expect(stub.conversions).toHaveLength(1)
  })
})
