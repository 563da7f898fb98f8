import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EditorPage } from '../../testing/editor-page.js'
import { createFakeEngine } from '../../testing/fake-engine.js'
import { startTestServer } from '../../testing/test-server.js'
import type { TestServer } from '../../testing/test-server.js'

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 4, 5, 6])
let server: TestServer

beforeAll(async () => {
  server = await startTestServer(() => createFakeEngine(), { DOWNLOAD_RETRY_WAITS_MS: '1' })
  server.portal.files.set('/files/ship.png', png)
  server.portal.files.set('/files/sea.jpg', jpeg)
  server.portal.files.set('/files/page.html', Buffer.from('<html></html>'))
  server.portal.files.set('/files/large.png', Buffer.concat([png, Buffer.alloc(8_000_000)]))
})
afterAll(() => server.close())

const imagesOf = (...names: string[]) => ({
  c: 'add',
  images: names.map((name) => ({ fileType: name.split('.')[1], url: `${server.portal.url}/files/${name}` })),
})

let number = 0
async function open(permissions: Record<string, unknown> = { edit: true }): Promise<EditorPage> {
  const page = await server.page(`pictures-${(number += 1)}`, { permissions })
  await page.wait('opened')
  return page
}

async function ask(page: EditorPage, question: object) {
  page.send({ type: 'images', id: 7, ...question })
  return (await page.wait('images')).images
}

describe('pictures of the portal', () => {
  it('are fetched as the token says, with the signature that the portal expects', async () => {
    const page = await open()
    const given = imagesOf('ship.png', 'sea.jpg')
    const images = await ask(page, { token: await server.sign(given), data: imagesOf('page.html') })
    expect(images).toEqual([
      { mimeType: 'image/png', data: png.toString('base64') },
      { mimeType: 'image/jpeg', data: jpeg.toString('base64') },
    ])
    const claims = server.portal.downloadClaims.map(({ payload }) => payload)
    expect(claims).toEqual(expect.arrayContaining(given.images.map(({ url }) => ({ url }))))
    page.leave()
  })

  it.each([
    ['without a token', async () => ({ data: imagesOf('ship.png') }), -20],
    ['whose token is another one', async () => ({ token: await server.sign({ key: 'x' }) }), -20],
    ['that are no pictures', async () => ({ token: await server.sign(imagesOf('page.html')) }), -1],
    ['that are too large', async () => ({ token: await server.sign(imagesOf('large.png')) }), -1],
    ['that are not there', async () => ({ token: await server.sign(imagesOf('gone.png')) }), -4],
  ])('%s are not given, and a warning says why', async (_, question, code) => {
    const page = await open()
    expect(await ask(page, await question())).toEqual([])
    expect((await page.wait('warning')).code).toBe(code)
    page.leave()
  })

  it('are for editors only', async () => {
    const page = await open({ edit: false, review: true })
    expect(await ask(page, { token: await server.sign(imagesOf('ship.png')) })).toEqual([])
    await page.wait('warning')
    page.leave()
  })
})
