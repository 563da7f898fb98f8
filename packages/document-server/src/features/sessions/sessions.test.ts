import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFakeEngine, unpackText } from '../../testing/fake-engine.js'
import type { FakeEngine } from '../../testing/fake-engine.js'
import { startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'

let engine: FakeEngine
let server: TestServer

beforeEach(async () => {
  engine = createFakeEngine()
  server = await startTestServer(() => engine)
})

afterEach(() => server.close())

const download = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer())

describe('a session', () => {
  it('tells the portal of the first editor before it fetches the file', async () => {
    const page = await server.page('k1')
    await page.wait('opened')
    expect(server.portal.log).toEqual(['callback 1', 'download /files/k1.docx'])
  })

  it('asks for the file with a token that names its address', async () => {
    const page = await server.page('k1')
    await page.wait('opened')
    expect(server.portal.downloadClaims[0]).toMatchObject({
      payload: { url: `${server.portal.url}/files/k1.docx` },
    })
  })

  it('tells its number while the server is full, also to a page that was loaded again', async () => {
    let free: () => void = () => undefined
    const place = new Promise<void>((resolve) => (free = resolve))
    const waits: ((position: number) => void)[] = []
    const { open } = engine
    engine.open = async (bytes, fileType, options, how) => {
      waits.push((position) => how?.onQueued?.(position))
      await place
      return open(bytes, fileType, options, how)
    }
    const first = await server.page('k1')
    await first.wait('progress', ({ stage }) => stage === 'opening')
    waits[0]?.(2)
    expect(await first.wait('progress', ({ stage }) => stage === 'queued')).toMatchObject({ position: 2 })
    const again = await server.page('k1')
    expect(await again.wait('progress')).toMatchObject({ stage: 'queued', position: 2 })
    waits[0]?.(1)
    await again.wait('progress', ({ position }) => position === 1)
    free()
    await Promise.all([first.wait('opened'), again.wait('opened')])
  })

  it('saves what was typed after the last editor left', async () => {
    const page = await server.page('k1')
    await page.wait('opened')
    page.type('hello ')
    page.leave()
    const { body } = await server.portal.callback(2)
    expect(unpackText(await download(body.url!))).toBe('the endhello ')
  })

  it('stores at intervals what was changed, when the server is set to', async () => {
    await server.close()
    server = await startTestServer(() => engine, { FORCE_SAVE_INTERVAL_MS: '20' })
    const page = await server.page('k1')
    await page.wait('opened')
    page.type('Hello ')
    const { body } = await server.portal.callback(6)
    expect(body).toMatchObject({ key: 'k1', forcesavetype: 2, users: ['u1'], filetype: 'docx' })
    expect(body.actions).toBeUndefined()
    page.leave()
    expect((await server.portal.callback(2)).body).toMatchObject({ notmodified: true })
    expect(server.portal.callbacks.filter((callback) => callback.body.status === 6)).toHaveLength(1)
  })

  it('closes at once with status 4 when nothing was changed', async () => {
    const page = await server.page('k1')
    await page.wait('opened')
    page.leave()
    const { body } = await server.portal.callback(4)
    expect(body).toEqual({ key: 'k1', status: 4, actions: [{ type: 0, userid: 'u1' }] })
  })
})
