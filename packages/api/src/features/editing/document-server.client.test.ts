import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CommandError } from '@lectern/shared'
import { afterEach, describe, expect, it } from 'vitest'
import { textOf } from '../../testing/editing-fixture.js'
import { createDocumentServerClient, DocumentServerUnavailable } from './document-server.client.js'
import { createDocumentServerJwt } from './document-server-jwt.js'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** Makes a client of a document server that behaves as told. */
async function clientOf(listener: RequestListener, downloadTimeoutMs = 5_000) {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const jwt = createDocumentServerJwt('a secret', () => new Date())
  const addresses = { publicUrl: url, internalUrl: url }
  return createDocumentServerClient({ addresses, jwt, downloadTimeoutMs })
}

describe('a download from the document server', () => {
  it('gives the bytes', async () => {
    const client = await clientOf((_, response) => response.end('bytes'))
    expect(await textOf(await client.download('/cache/a'))).toBe('bytes')
  })

  it('does not follow a redirect, wherever it leads', async () => {
    const seen: (string | undefined)[] = []
    const client = await clientOf((request, response) => {
      seen.push(request.url)
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    await expect(client.download('/cache/a')).rejects.toThrow(DocumentServerUnavailable)
    expect(seen).toEqual(['/cache/a'])
  })

  it('fails when the document server breaks off', async () => {
    const client = await clientOf((_, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('only this', () => response.destroy())
    })
    await expect(client.download('/cache/a').then(textOf)).rejects.toThrow()
  })

  it('fails when the document server goes on for ever', async () => {
    const client = await clientOf((_, response) => response.write('the first bytes'), 50)
    await expect(client.download('/cache/a').then(textOf)).rejects.toThrow()
  })

  it.each([403, 404, 410, 500])('fails on status %i', async (status) => {
    const client = await clientOf((_, response) => response.writeHead(status).end())
    await expect(client.download('/cache/a')).rejects.toThrow(DocumentServerUnavailable)
  })

  it('keeps the signature of the link out of the error', async () => {
    const client = await clientOf((request) => request.destroy())
    const failing = client.download('/cache/a?md5=signature')
    await expect(failing).rejects.toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('md5') as string }),
    )
  })
})

describe('a command to the document server', () => {
  it('falls back to the path of older servers', async () => {
    const seen: (string | undefined)[] = []
    const client = await clientOf((request, response) => {
      seen.push(request.url)
      if (request.url?.startsWith('/command')) response.writeHead(404).end()
      else response.end('{"error":4,"key":"k"}')
    })
    expect(await client.command({ c: 'forcesave', key: 'k' })).toMatchObject({
      error: CommandError.NoChanges,
    })
    expect(seen).toEqual(['/command?shardkey=k', '/coauthoring/CommandService.ashx?shardkey=k'])
  })

  it.each([
    ['no JSON', 'a page of a proxy'],
    ['other JSON', '{"status":"ok"}'],
    ['an error that nobody knows', '{"error":99}'],
  ])('fails on %s', async (_, body) => {
    const client = await clientOf((_request, response) => response.end(body))
    await expect(client.command({ c: 'version' })).rejects.toThrow(DocumentServerUnavailable)
  })

  it('fails when nobody answers', async () => {
    const client = await clientOf((request) => request.destroy())
    await expect(client.command({ c: 'version' })).rejects.toThrow(DocumentServerUnavailable)
  })
})
