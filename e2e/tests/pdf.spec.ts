import { makeFormPdf, makePagesPdf } from '@lectern/fixtures'
import { expect, test } from '../fixtures.js'
import { idOfSavedCopy } from '../pages/saved-copy.js'
import { readExternalDocumentServer } from '../support/environment.js'

const pages = ['The harbour in spring', 'Ferries and their crews', 'The harbour in autumn']

test('a PDF file is uploaded, read, searched and turned over', async ({ library, portal, stack }) => {
  test.skip(readExternalDocumentServer() !== undefined, 'looks into the embedded server’s own viewer')
  const folder = await portal.createFolder('Papers')
  await library.open(`${stack.url}/folders/${folder}`)
  await library.upload([{ name: 'harbour.pdf', bytes: makePagesPdf(pages) }])
  await expect(library.row('harbour.pdf')).toBeVisible()
  await library.openDocument('harbour.pdf')

  const viewer = library.page.locator('iframe').first().contentFrame()
  await expect(viewer.getByText('The harbour in spring')).toBeVisible()
  await expect(viewer.getByText('of 3')).toBeVisible()

  await viewer.getByRole('button', { name: 'Find' }).first().click()
  await library.page.keyboard.type('harbour')
  await expect(viewer.getByText('1 of 2')).toBeVisible()
  await library.page.keyboard.press('Enter')
  await expect(viewer.getByText('2 of 2')).toBeVisible()
  await expect(viewer.getByLabel('Page number')).toHaveValue('3')

  await viewer.getByRole('button', { name: 'Page 2' }).click()
  await expect(viewer.getByLabel('Page number')).toHaveValue('2')
  await expect(viewer.getByText('Ferries and their crews')).toBeVisible()
})

test('a PDF form is filled in, and comes back as a new version', async ({ library, portal, stack }) => {
  test.skip(readExternalDocumentServer() !== undefined, 'looks into the embedded server’s own viewer')
  const { id } = await portal.upload(await portal.createFolder('Paper forms'), 'member.pdf', makeFormPdf())
  await library.page.goto(`${stack.url}/documents/${id}`)
  const viewer = library.page.locator('iframe').first().contentFrame()
  await viewer.locator('input[name="name"]').fill('Ann of the harbour')
  await viewer.locator('input[name="member"]').check()
  await expect(viewer.getByText('Saving…')).toBeVisible()
  await expect(viewer.getByText('Form: fill it in')).toBeVisible()
  await library.page.goto(stack.url)
  await expect.poll(async () => (await portal.document(id)).version.number, { timeout: 60_000 }).toBe(2)
  const saved = Buffer.from(await portal.download(id)).toString('latin1')
  expect(saved).toContain('(Ann of the harbour)')
})

test('a copy of a form holds what was filled in just before, and the form stays as it is', async ({
  library,
  portal,
  stack,
}) => {
  test.skip(readExternalDocumentServer() !== undefined, 'looks into the embedded server’s own viewer')
  const folder = await portal.createFolder('Copies of forms')
  const { id } = await portal.upload(folder, 'order.pdf', makeFormPdf())
  await library.page.goto(`${stack.url}/documents/${id}`)
  const viewer = library.page.locator('iframe').first().contentFrame()
  await viewer.locator('input[name="name"]').fill('Ben of the island')
  await viewer.getByRole('button', { name: 'Save copy as…' }).click()
  const dialog = viewer.getByRole('dialog', { name: 'Save a copy' })
  await dialog.getByLabel('Name').fill('My order')
  await dialog.getByRole('button', { name: 'Save copy' }).click()
  await expect(library.page.getByText('“My order.pdf” was saved in Copies of forms').first()).toBeVisible()

  const copyId = await idOfSavedCopy(library.page)
  expect(Buffer.from(await portal.download(copyId)).toString('latin1')).toContain('(Ben of the island)')
  expect((await portal.document(id)).version.number).toBe(1)
})
