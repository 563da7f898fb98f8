import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFakeEngine } from '../testing/fake-engine.js'
import { startTestServer } from '../testing/test-server.js'
import type { TestServer } from '../testing/test-server.js'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(() => createFakeEngine())
})
afterAll(() => server.close())

const get = (path: string) => fetch(`${server.url}${path}`, { redirect: 'manual' })

describe('the document server', () => {
  it('says that it takes documents', async () => {
    const response = await get('/healthcheck')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await response.text()).toBe('true')
  })

  it('says that it does not, while no engine is ready', async () => {
    const engine = createFakeEngine()
    const starting = await startTestServer(() => ({
      ...engine,
      status: () => ({ waiting: 0, processes: [] }),
    }))
    const response = await fetch(`${starting.url}/healthcheck`)
    expect([response.status, await response.text()]).toEqual([503, 'false'])
    await starting.close()
  })

  it('greets people', async () => {
    expect((await get('/welcome')).status).toBe(301)
    expect(await (await get('/welcome/')).text()).toContain('is running')
  })

  it('answers unknown addresses with 404', async () => {
    expect((await get('/no/such/path')).status).toBe(404)
    expect((await get('/web-apps/apps/api/documents/../../../../package.json')).status).toBe(404)
  })
})
