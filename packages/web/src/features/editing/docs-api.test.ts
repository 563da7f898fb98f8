import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { docsApiUrl, DocumentServerUnreachable, loadDocsApi } from './docs-api'

describe('the address of api.js', () => {
  it('lies under the document server’s own address', () => {
    expect(docsApiUrl('https://docs.example/ds')).toBe(
      'https://docs.example/ds/web-apps/apps/api/documents/api.js',
    )
  })

  it('lies on the portal when the document server is a path of it', () => {
    expect(docsApiUrl('/document-server/', 'https://portal.example/documents/1')).toBe(
      'https://portal.example/document-server/web-apps/apps/api/documents/api.js',
    )
  })
})

describe('loading api.js', () => {
  const scripts = () => [...document.head.querySelectorAll('script')]
  let server: Server
  let address: string
  let requests: number
  let answer: { status: number; body: string }

  beforeEach(async () => {
    document.head.replaceChildren()
    Reflect.deleteProperty(globalThis, 'DocsAPI')
    requests = 0
    answer = { status: 200, body: 'globalThis.DocsAPI = { DocEditor: class {} }' }
    server = createServer((_, response) => {
      requests++
      response.writeHead(answer.status, { 'content-type': 'text/javascript' }).end(answer.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  it('happens once for all editors of a document server', async () => {
    const [first, second] = await Promise.all([loadDocsApi(address), loadDocsApi(address)])
    expect(first).toBe(second)
    expect(requests).toBe(1)
    expect(scripts()).toHaveLength(1)
  })

  it('fails with the address, and can be tried again', async () => {
    const working = answer
    answer = { status: 502, body: '' }
    const failing = loadDocsApi(address)
    await expect(failing).rejects.toThrow(DocumentServerUnreachable)
    await expect(failing).rejects.toMatchObject({ address: docsApiUrl(address) })
    expect(scripts()).toHaveLength(0)

    answer = working
    await expect(loadDocsApi(address)).resolves.toHaveProperty('DocEditor')
  })

  it('leaves the tags of others alone when it fails', async () => {
    const foreign = document.createElement('script')
    document.head.append(foreign)
    answer = { status: 404, body: '' }
    await expect(loadDocsApi(address)).rejects.toThrow(DocumentServerUnreachable)
    expect(scripts()).toEqual([foreign])
  })

  it('fails when the script is something else, and can be tried again', async () => {
    const working = answer
    answer = { status: 200, body: 'globalThis.somethingElse = 1' }
    await expect(loadDocsApi(address)).rejects.toThrow(DocumentServerUnreachable)
    answer = working
    await expect(loadDocsApi(address)).resolves.toHaveProperty('DocEditor')
  })
})
