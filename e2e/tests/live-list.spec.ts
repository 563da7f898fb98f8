import { expect, test } from '../fixtures.js'

test('a list shows what others do without being loaded again', async ({ library, portal, stack }) => {
  const { page } = library
  const folder = await portal.createFolder('Live')
  await library.open(`${stack.url}/folders/${folder}`)

  await test.step('something new comes in', async () => {
    await portal.upload(folder, 'from elsewhere.txt', Buffer.from('text'))
    await expect(library.row('from elsewhere.txt')).toBeVisible()
  })

  await test.step('after a break nothing is missed', async () => {
    await page.context().setOffline(true)
    await portal.upload(folder, 'while away.txt', Buffer.from('text'))
    await expect(library.row('while away.txt')).toHaveCount(0)
    await page.context().setOffline(false)
    await expect(library.row('while away.txt')).toBeVisible({ timeout: 20_000 })
  })
})
