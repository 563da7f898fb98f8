import { expect, test } from '../fixtures.js'

const uploadVersion = 'mutation ($input: UploadVersionInput!) { uploadVersion(input: $input) { id } }'

test('a version is named, pinned and compared with the one after it', async ({ library, portal, stack }) => {
  const { page } = library
  const folder = await portal.createFolder('Compared')
  const bytes = (text: string) => new TextEncoder().encode(text)
  const { id } = await portal.upload(folder, 'plan.txt', bytes('The council meets on Monday.\nThe end'))
  await portal.sendFile(
    uploadVersion,
    { documentId: id },
    'plan.txt',
    bytes('The council meets on Friday.\nThe end'),
  )

  await library.open(`${stack.url}/folders/${folder}`)
  await library.chooseAction('plan.txt', 'Versions')
  await page.getByRole('button', { name: 'Actions for version 1' }).click()
  await page.getByRole('menuitem', { name: 'Name it' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Sent to the council')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Sent to the council')).toBeVisible()
  await page.getByRole('button', { name: 'Actions for version 1' }).click()
  await page.getByRole('menuitem', { name: 'Pin', exact: true }).click()
  await expect(page.getByRole('img', { name: /^Pinned/ })).toBeVisible()

  await page.getByRole('button', { name: 'Actions for version 1' }).click()
  await page.getByRole('menuitem', { name: 'Compare with the current one' }).click()
  await expect(page.getByRole('deletion')).toHaveText('Monday')
  await expect(page.getByRole('insertion')).toHaveText('Friday')

  await page.getByRole('button', { name: 'Swap the two versions' }).click()
  await expect(page.getByRole('deletion')).toHaveText('Friday')
  await page.getByRole('button', { name: 'Side by side' }).click()
  await expect(page.getByRole('columnheader', { name: 'After' })).toBeVisible()
})
