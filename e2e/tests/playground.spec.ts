import { expect, test } from '../fixtures.js'

test('the playground opens without another origin, and its first example runs', async ({
  library,
  stack,
}) => {
  const page = library.page
  const foreign: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== stack.url) foreign.push(request.url())
  })
  await page.goto(`${stack.url}/graphql`)
  await page.getByRole('button', { name: /Execute query/i }).click()
  const operation = page.getByRole('menuitem').first()
  // With several operations in the example, the playground asks which.
  if (await operation.isVisible()) await operation.click()
  await expect(page.locator('.result-window')).toContainText('"data"')
  await expect(page.locator('.result-window')).not.toContainText('"errors"')
  expect(foreign).toEqual([])
})
