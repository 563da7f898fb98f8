import { expect, test } from '../fixtures.js'

const slowBytesPerSecond = 2_000_000

test('an upload is paused and goes on, and what arrived gets its picture', async ({
  library,
  portal,
  stack,
}) => {
  const { page } = library
  const folder = await portal.createFolder('Uploads')
  await library.open(`${stack.url}/folders/${folder}`)

  await test.step('paused in the middle, and resumed from there', async () => {
    const network = await page.context().newCDPSession(page)
    await network.send('Network.enable')
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: slowBytesPerSecond,
    })
    const text = Array.from({ length: 120_000 }, (_, line) => `This is line ${line} of a long text.\n`).join(
      '',
    )
    await library.upload([{ name: 'long.txt', bytes: Buffer.from(text) }])
    await page.getByRole('button', { name: 'Pause the upload of long.txt' }).click()
    await expect(page.getByRole('button', { name: 'Go on uploading long.txt' })).toBeVisible()
    await expect(library.row('long.txt')).toHaveCount(0)
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
    await page.getByRole('button', { name: 'Go on uploading long.txt' }).click()
    await expect(page.getByText('1 file uploaded')).toBeVisible()
    await page.getByRole('button', { name: 'Close' }).click()
    expect((await library.download('long.txt')).toString()).toBe(text)
  })

  await test.step('the grid shows its first page as soon as there is a picture', async () => {
    await portal.upload(folder, 'short.txt', Buffer.from('A short text\nof two lines\n'))
    await page.getByRole('button', { name: 'Show as a grid' }).click()
    const tile = page.getByRole('listitem').filter({ hasText: 'short.txt' })
    // Pictures are made when nobody is disturbed by it, after those that were due before.
    await expect(tile.locator('img')).toBeVisible({ timeout: 150_000 })
    await page.reload()
    await expect(tile.locator('img')).toBeVisible()
  })
})
