import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { ConversionReply } from '@lectern/shared'
import { describePortal, type NewApp } from '../../testing/describe-portal.js'
import type { DocumentServerStub } from '../../testing/document-server-stub.js'
import { startPortalWithStub } from '../../testing/portal-with-stub.js'

async function startPortal(newApp: NewApp) {
  const portal = await startPortalWithStub(newApp)
  const { admin, clock, services } = portal
  const { search } = services.documents
  return {
    ...portal,
    /** Lets a while pass and does what is due then. */
    work: async () => {
      clock.advance(20 * 60_000)
      await search.indexChanges()
      await search.readConverted()
    },
    find: async (text: string) => {
      const query = `query ($text: String!) { search(input: { text: $text }) { nodes { ... on Document { title } } } }`
      const found = await admin.ask<{ nodes: { title: string }[] }>(query, { text })
      return found.nodes.map(({ title }) => title)
    },
  }
}

const rtf = (text: string) => `{\\rtf1\\ansi ${text}}`
const asDocx = (stub: DocumentServerStub, text: string): ConversionReply => ({
  fileUrl: stub.addResult(zipSync({ 'word/document.xml': strToU8(`<w:p>${text}</w:p>`) })),
  ...{ fileType: 'docx', percent: 100, endConvert: true },
})

describePortal('the search for words of older file types', ({ newApp }) => {
  it('finds them by a conversion of the document server, and by the name before that', async () => {
    const { admin, stub, work, find, services } = await startPortal(newApp)
    stub.convert = () => asDocx(stub, 'The heating is broken')
    await admin.upload('minutes.rtf', rtf('anything'))
    await services.documents.search.indexChanges()
    expect(await find('minutes')).toEqual(['minutes.rtf'])
    expect(await find('heating')).toEqual([])
    await work()
    expect(stub.conversions).toMatchObject([{ filetype: 'rtf', outputtype: 'docx', async: true }])
    expect(await find('heating')).toEqual(['minutes.rtf'])
    await work()
    expect(stub.conversions).toHaveLength(1)
  })

  it('goes on when the document server answers again, and after a fault of one moment', async () => {
    const { admin, stub, work, find } = await startPortal(newApp)
    await admin.upload('minutes.rtf', rtf('anything'))
    stub.convert = () => ({ status: 503 })
    await work()
    stub.convert = () => ({ error: -2 })
    await work()
    expect(await find('heating')).toEqual([])
    stub.convert = () => asDocx(stub, 'The heating is broken')
    await work()
    expect(await find('heating')).toEqual(['minutes.rtf'])
  })

  it('asks no more for what cannot be converted, and goes on with the others', async () => {
    const { admin, stub, work, find } = await startPortal(newApp)
    await admin.upload('broken.rtf', rtf('broken'))
    await admin.upload('whole.rtf', rtf('whole'))
    stub.convert = ({ title }) => (title?.startsWith('broken') ? { error: -3 } : asDocx(stub, 'The heating'))
    await work()
    await work()
    expect(stub.conversions).toHaveLength(2)
    expect(await find('heating')).toEqual(['whole.rtf'])
    expect(await find('broken')).toEqual(['broken.rtf'])
  })

  it('keeps what is known under a new name, and follows a new version', async () => {
    const { admin, stub, work, find, services } = await startPortal(newApp)
    stub.convert = () => asDocx(stub, 'The heating is broken')
    const { document } = await admin.upload('minutes.rtf', rtf('first'))
    await work()
    const rename = `mutation { renameNode(input: { id: "${document?.id ?? ''}", name: "protocol.rtf" }) { __typename } }`
    await admin.ask(rename)
    await services.documents.search.indexChanges()
    expect(await find('protocol heating')).toEqual(['protocol.rtf'])
    stub.convert = () => asDocx(stub, 'The roof leaks')
    await admin.uploadVersion(document?.id ?? '', 'minutes.rtf', rtf('second'))
    await work()
    expect(await find('heating')).toEqual([])
    expect(await find('roof')).toEqual(['protocol.rtf'])
  })
})
