import type { Page } from '@playwright/test'
import { expect, isEmbedded, test } from '../fixtures.js'
import { SharePage } from '../pages/share.js'

const password = 'a pass phrase of Lin'

async function signIn(page: Page, url: string, email: string) {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible()
}

test('somebody is invited, comes in, becomes a guest, and signs out everywhere', async ({
  library: { page },
  newPerson,
  stack,
}) => {
  await page.goto(`${stack.url}/people`)
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail').fill('lin@example.org')
  await dialog.getByLabel('Name').fill('Lin 林')
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = page.getByLabel('Link', { exact: true })
  await expect(link).toHaveValue(/\/set-password\//)
  const invitation = await link.inputValue()
  await page.keyboard.press('Escape')

  const lin = await newPerson()
  await lin.goto(invitation)
  await lin.getByLabel('New password').fill(password)
  await lin.getByRole('button', { name: 'Set a password' }).click()
  await expect(lin.getByRole('heading', { name: 'Library' })).toBeVisible()
  await lin.goto(invitation)
  await expect(lin.getByRole('alert').filter({ hasText: 'used already' })).toBeVisible()

  await page.getByLabel('Role of Lin 林').click()
  await page.getByRole('option', { name: 'Guest' }).click()
  await page.reload()
  await expect(page.getByLabel('Role of Lin 林')).toContainText('Guest')

  const elsewhere = await newPerson()
  await signIn(elsewhere, stack.url, 'lin@example.org')
  await lin.goto(`${stack.url}/account`)
  await lin.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(lin).toHaveURL(/\/sign-in/)
  await elsewhere.reload()
  await expect(elsewhere).toHaveURL(/\/sign-in/)
})

test('a link asks for its password, and ends when its time is over', async ({
  library,
  newPerson,
  portal,
  stack,
}) => {
  const { page } = library
  const folder = await portal.createFolder('Locked')
  await portal.createDocument(folder, 'Inside', 'docx')
  await library.open(`${stack.url}/folders/${folder}`)
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByLabel('Link password').fill('open sesame')
  await page.getByRole('button', { name: 'Create link' }).click()
  const link = page.getByLabel('Link', { exact: true }).first()
  await expect(link).toHaveValue(/\/share\//)

  const guest = await newPerson()
  await guest.goto(await link.inputValue())
  await guest.getByLabel('Your name').fill('Noor')
  await guest.getByLabel('Link password').fill('open barley')
  await guest.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(guest.getByRole('alert').filter({ hasText: 'needs its password' })).toBeVisible()
  await guest.getByLabel('Link password').fill('open sesame')
  await guest.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(guest.getByText('Inside.docx')).toBeVisible()

  const { createShareLink } = await portal.graphql<{ createShareLink: { url: string } }>(
    'mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) { url } }',
    { input: { nodeId: folder, role: 'VIEWER', expiresAt: new Date(Date.now() + 2_000).toISOString() } },
  )
  const late = await newPerson()
  await expect(async () => {
    await late.goto(createShareLink.url)
    await expect(late.getByText('This link does not work.')).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
})

test('whoever loses a right while the document is open is out of it at once', async ({
  library,
  newPerson,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Taken away')
  const { id } = await portal.createDocument(folder, 'Open', 'docx')
  const link = await portal.createShareLink(id, 'EDITOR')
  const guest = await newPerson()
  await new SharePage(guest).join(link, 'Noor')

  await library.open(`${stack.url}/folders/${folder}`)
  await library.chooseAction('Open.docx', 'Share')
  await library.page.getByRole('button', { name: 'Delete link' }).click()
  if (isEmbedded)
    await expect(guest.frameLocator('iframe').getByText('You were taken out of this document')).toBeVisible()
  await guest.reload()
  await expect(guest.getByText('This document cannot be opened.')).toBeVisible()
})
