import { CallbackStatus } from '@lectern/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeDatabases } from '../../testing/databases.js'
import { startEditingFixture } from '../../testing/editing-fixture.js'
import type { EditingFixture } from '../../testing/editing-fixture.js'
import { createDocumentServerJwt } from './document-server-jwt.js'

const json = { 'content-type': 'application/json' }
const foreignJwt = createDocumentServerJwt('the secret of somebody else', () => new Date())

describeDatabases('the addresses for the document server', (open) => {
  let portal: EditingFixture
  beforeEach(async () => {
    portal = await startEditingFixture(open())
  })
  afterEach(() => portal.stop())

  describe('the file', () => {
    const fetchFile = async (url: string, claims: object | undefined, sign = portal.stub.sign) =>
      fetch(url, claims ? { headers: { authorization: `Bearer ${sign(claims)}` } } : {})

    it('is given to the document server, with name and length', async () => {
      const { url } = await portal.open((await portal.addDocument('字 first', '笔记.txt')).id)
      const response = await fetchFile(url, { payload: { url } })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-length')).toBe('9')
      expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('笔记'))
      expect(await response.text()).toBe('字 first')
    })

    it('stays the version that the address was made for', async () => {
      const document = await portal.addDocument('first')
      const { url, key, callbackUrl } = await portal.open(document.id)
      const link = portal.stub.addResult(Buffer.from('second'), 'output.txt')
      await portal.stub.callback(callbackUrl, { key, status: CallbackStatus.ReadyToSave, url: link })
      expect(await (await fetchFile(url, { payload: { url } })).text()).toBe('first')
    })

    it('is refused without the signature of the document server', async () => {
      const { url } = await portal.open((await portal.addDocument()).id)
      expect((await fetchFile(url, undefined)).status).toBe(403)
    })

    it('is refused with a signature of somebody else', async () => {
      const { url } = await portal.open((await portal.addDocument()).id)
      expect(
        (await fetchFile(url, { payload: { url } }, (claims) => foreignJwt.sign(claims, 300))).status,
      ).toBe(403)
    })

    it('is refused with a signature for another file', async () => {
      const { url } = await portal.open((await portal.addDocument()).id)
      const other = await portal.open((await portal.addDocument()).id)
      expect((await fetchFile(url, { payload: { url: other.url } })).status).toBe(403)
      expect((await fetchFile(url, { payload: { url: 'no address' } })).status).toBe(403)
    })

    it('is refused with the config that a browser holds', async () => {
      const document = await portal.addDocument()
      const { config, token } = await portal.openAs(portal.owner, document.id)
      const headers = { authorization: `Bearer ${token}` }
      const response = await fetch(config.document.url, { headers })
      expect(response.status).toBe(403)
      expect(await response.json()).toMatchObject({ code: 'FORBIDDEN' })
      const opened = await fetch(config.document.url, { headers: { ...headers, accept: 'text/html' } })
      expect(opened.headers.get('content-type')).toContain('text/html')
    })

    it('is refused with the token of another document, of the callback, or none', async () => {
      const document = await portal.addDocument()
      const { url, callbackUrl } = await portal.open(document.id)
      const other = await portal.open((await portal.addDocument()).id)
      const tokens = [new URL(other.url).search, new URL(callbackUrl).search, '?token=nonsense', '']
      for (const search of tokens) {
        const address = `${portal.portalUrl}/editing/files/${document.id}${search}`
        expect((await fetchFile(address, { payload: { url: address } })).status).toBe(403)
      }
      expect((await fetchFile(url, { payload: { url } })).status).toBe(200)
    })
  })

  describe('the callback', () => {
    async function begin() {
      const document = await portal.addDocument()
      const session = await portal.open(document.id)
      const link = portal.stub.addResult(Buffer.from('forged'), 'output.txt')
      const body = { key: session.key, status: CallbackStatus.ReadyToSave, url: link, filetype: 'txt' }
      const post = async (headers: Record<string, string>, contents: unknown, url = session.callbackUrl) => {
        const request = { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(contents) }
        return (await fetch(url, request)).status
      }
      return { ...document, ...session, body, post }
    }
    const textOfDocument = (id: string) => portal.currentText(id)

    it('takes a token in the body alone, as older servers send it', async () => {
      const { id, body, post } = await begin()
      expect(await post({}, { token: portal.stub.sign(body) })).toBe(200)
      expect(await textOfDocument(id)).toBe('forged')
    })

    it('acts on the claims, not on the visible body', async () => {
      const { id, body, key, post } = await begin()
      const authorization = `Bearer ${portal.stub.sign({ payload: { key, status: CallbackStatus.Editing } })}`
      expect(await post({ authorization }, body)).toBe(200)
      expect(await textOfDocument(id)).toBe('first')
    })

    it.each([
      ['without any token', async (body: object) => ({ headers: {}, contents: body })],
      [
        'signed by somebody else',
        async (body: object) => ({
          headers: { authorization: `Bearer ${foreignJwt.sign({ payload: body }, 300)}` },
          contents: body,
        }),
      ],
      [
        'with a forged header and a good body token',
        async (body: object, sign: (claims: object) => string) => ({
          headers: { authorization: 'Bearer forged' },
          contents: { token: sign(body) },
        }),
      ],
      [
        'for another key',
        async (body: object, sign: (claims: object) => string) => ({
          headers: { authorization: `Bearer ${sign({ payload: { ...body, key: 'another' } })}` },
          contents: body,
        }),
      ],
      ['with a body that is no object', async () => ({ headers: {}, contents: 'text' })],
    ])('is refused %s', async (_, forge) => {
      const { id, body, post } = await begin()
      const { headers, contents } = await forge(body, portal.stub.sign)
      expect(await post(headers, contents)).toBe(403)
      expect(await textOfDocument(id)).toBe('first')
    })

    it('is refused with the config that a browser holds, in the header and in the body', async () => {
      const { id, body, post } = await begin()
      const { token } = await portal.openAs(portal.owner, id)
      expect(await post({ authorization: `Bearer ${token}` }, body)).toBe(403)
      expect(await post({}, { ...body, token })).toBe(403)
      expect(await textOfDocument(id)).toBe('first')
    })

    it('is refused with the address of a file, of another document, or a made-up one', async () => {
      const { id, url, body, post } = await begin()
      const other = await portal.open((await portal.addDocument()).id)
      const authorization = `Bearer ${portal.stub.sign({ payload: body })}`
      for (const search of [new URL(url).search, new URL(other.callbackUrl).search, '?token=nonsense', ''])
        expect(
          await post({ authorization }, body, `${portal.portalUrl}/editing/callbacks/${id}${search}`),
        ).toBe(403)
      expect(await textOfDocument(id)).toBe('first')
    })

    it('of one document does not save another', async () => {
      const { body, post } = await begin()
      const other = await portal.addDocument('other')
      const { callbackUrl } = await portal.open(other.id)
      const authorization = `Bearer ${portal.stub.sign({ payload: body })}`
      expect(await post({ authorization }, body, callbackUrl)).toBe(403)
      expect(await textOfDocument(other.id)).toBe('other')
    })

    it('never fetches from another host than the document server', async () => {
      const { id, key, callbackUrl } = await begin()
      const link = portal.stub.addResult(Buffer.from('second'), 'output.txt')
      const elsewhere = link.replace(portal.stub.url, 'http://169.254.169.254')
      const body = { key, status: CallbackStatus.ReadyToSave, url: elsewhere, filetype: 'txt' }
      expect((await portal.stub.callback(callbackUrl, body)).body).toEqual({ error: 0 })
      expect(await textOfDocument(id)).toBe('second')
    })

    it('is refused for good when the document no longer exists at all', async () => {
      const { id, body, callbackUrl } = await begin()
      await portal.db('nodes').where({ id }).delete()
      expect(await portal.stub.callback(callbackUrl, body)).toEqual({ status: 200, body: { error: 1 } })
    })
  })
})
