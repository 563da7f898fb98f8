import type { Page } from '@playwright/test'

/** Follows the link to a copy that was just saved, and gives the id of that document. */
export async function idOfSavedCopy(page: Page): Promise<string> {
  const opening = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Open', exact: true }).click()
  const copy = await opening
  await copy.waitForURL(/\/documents?\//)
  const id = new URL(copy.url()).pathname.split('/').at(-1) ?? ''
  await copy.close()
  return id
}
