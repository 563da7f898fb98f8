import { readFile } from 'node:fs/promises'
import { expect, test } from '../fixtures.js'

const bytes = (text: string) => Buffer.from(text)

test('documents are moved by mouse, deleted and brought back', async ({ library, portal, stack }) => {
  const { page } = library
  const folder = await portal.createFolder('Organizing')
  for (const name of ['a.txt', 'b.txt', 'c.txt']) await portal.upload(folder, name, bytes(name))
  await library.open(`${stack.url}/folders/${folder}`)
  await library.create('Folder', 'Inner')
  await expect(library.row('Inner')).toBeVisible()

  await test.step('a chosen range is dragged onto a folder, and undone', async () => {
    await library.row('a.txt').click({ position: { x: 300, y: 8 } })
    await library.row('b.txt').click({ position: { x: 300, y: 8 }, modifiers: ['Shift'] })
    await expect(page.getByRole('toolbar', { name: '2 selected' })).toBeVisible()
    await library.row('b.txt').dragTo(library.row('Inner'))
    await expect(library.row('a.txt')).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(library.row('a.txt')).toBeVisible()
  })

  await test.step('it is taken along as PDF', async () => {
    await library.chooseAction('b.txt', 'Other format…')
    const dialog = page.getByRole('dialog', { name: '“b.txt” in another format' })
    const saving = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Download' }).click()
    const download = await saving
    expect(download.suggestedFilename()).toBe('b.pdf')
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')
    await expect(dialog).toBeHidden()
  })

  await test.step('Delete puts it in the bin, from where it comes back', async () => {
    await page.getByRole('link', { name: 'c.txt' }).focus()
    await page.keyboard.press('Delete')
    await expect(page.getByText('“c.txt” is in the bin').first()).toBeVisible()
    await expect(library.row('c.txt')).toHaveCount(0)
    await page.getByRole('link', { name: 'Bin' }).click()
    await page.getByRole('button', { name: 'Restore: c.txt' }).click()
    await expect(page.getByText('“c.txt” is back').first()).toBeVisible()
    await page.goBack()
    await expect(library.row('c.txt')).toBeVisible()
  })

  await test.step('the menu of the right mouse button moves into a folder that is picked', async () => {
    await library.row('c.txt').click({ button: 'right', position: { x: 300, y: 8 } })
    await page.getByRole('menuitem', { name: 'Move to…' }).click()
    const choices = page.getByRole('list', { name: 'Folders' }).getByRole('listitem')
    await expect(choices).toHaveText(['Inner'])
    await choices.getByRole('button').click()
    await page.getByRole('button', { name: 'Move here' }).click()
    await expect(library.row('c.txt')).toHaveCount(0)
  })
})

test('documents, pages and commands are found by name, with the keyboard alone', async ({
  library,
  portal,
  stack,
}) => {
  const { page } = library
  const folder = await portal.createFolder('Palette')
  await portal.upload(folder, 'minutes-of-may.txt', bytes('text'))
  await portal.upload(folder, 'older.rtf', bytes('{\\rtf1\\ansi Peppercorn}'))
  await library.open(`${stack.url}/folders/${folder}`)
  const field = page.getByRole('combobox', { name: 'Search' })
  const first = page.getByRole('listbox', { name: 'What was found' }).getByRole('option').first()
  async function run(words: string, name: string, { isDocument = false } = {}) {
    await page.keyboard.press('Control+K')
    await field.fill(words)
    // Documents come a moment later, and before the commands.
    if (!isDocument) await expect(page.getByText(`No document or folder found for “${words}”`)).toBeVisible()
    await expect(first).toContainText(name)
    await page.keyboard.press('Enter')
    await expect(field).toBeHidden()
  }

  await run('new: folder', 'New: Folder')
  await page.getByLabel('Name', { exact: true }).fill('By command')
  await page.keyboard.press('Enter')
  await expect(library.row('By command')).toBeVisible()

  await run('dark appearance', 'Appearance: Dark')
  await expect(page.locator('html')).toHaveClass(/dark/)
  await run('appearance light', 'Appearance: Light')
  await expect(page.locator('html')).not.toHaveClass(/dark/)

  await run('storage', 'Storage')
  await expect(page).toHaveURL(/\/storage$/)
  await test.step('words of an older file type, which the document server converts for that', async () => {
    // Opened anew, it looks for what came since.
    await expect(async () => {
      await page.keyboard.press('Control+K')
      await field.fill('peppercorn')
      try {
        await expect(first).toContainText('older.rtf', { timeout: 5_000 })
      } finally {
        await page.keyboard.press('Escape')
      }
    }).toPass()
    await expect(field).toBeHidden()
  })
  await run('minutes-of-may', 'minutes-of-may.txt', { isDocument: true })
  await expect(page).toHaveURL(/\/documents\//)
})

test('an upload whose name is taken is asked about', async ({ library, portal, stack }) => {
  const { page } = library
  const folder = await portal.createFolder('Conflicts')
  const first = await portal.upload(folder, 'notes.txt', bytes('first'))
  await library.open(`${stack.url}/folders/${folder}`)
  await library.upload([{ name: 'notes.txt', bytes: bytes('second') }])
  await page.getByRole('button', { name: 'New version' }).click()
  await expect(page.getByText('1 file uploaded')).toBeVisible()
  expect((await portal.document(first.id)).version.number).toBe(2)
  await library.upload([{ name: 'notes.txt', bytes: bytes('third') }])
  await page.getByRole('button', { name: 'Keep both' }).click()
  await expect(library.row('notes (2).txt')).toBeVisible()
})
