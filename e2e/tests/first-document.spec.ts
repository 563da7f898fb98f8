import { expect, test } from '../fixtures.js'
import type { NewKind } from '../pages/library.js'
import { LibraryPage } from '../pages/library.js'
import { startStack } from '../support/stack.js'
import type { Stack } from '../support/stack.js'
import { readText } from '../support/texts.js'

const kinds: { kind: NewKind; fileType: string; name: string; text: string }[] = [
  { kind: 'Text document', fileType: 'docx', name: 'Minutes', text: 'The first meeting' },
  { kind: 'Spreadsheet', fileType: 'xlsx', name: 'Costs', text: 'Rent and heating' },
  { kind: 'Presentation', fileType: 'pptx', name: 'Welcome', text: 'Hello everybody' },
]

test.describe('the first day', () => {
  let stack: Stack
  test.beforeAll(async () => {
    stack = await startStack({ withAdministrator: false })
  })
  test.afterAll(async () => {
    await stack.stop()
  })

  test('signs in by the printed link, makes a document of each type, types, and finds the text in version 2', async ({
    page,
  }) => {
    test.setTimeout(600_000)
    const library = new LibraryPage(page)
    const link = /Sign in once as administrator:\s+(\S+)/.exec(stack.output())?.[1]
    expect(link, 'the start prints a one-time sign-in link').toBeDefined()

    await test.step('sign in and see an empty library', async () => {
      await page.goto(link!)
      await expect(library.newButton()).toBeVisible()
      await expect(page.getByText('Nothing here yet')).toBeVisible()
    })

    for (const { kind, fileType, name, text } of kinds)
      await test.step(`${kind}: create, type, close, version 2, download`, async () => {
        const editor = await library.create(kind, name)
        await editor.waitUntilReady()
        const before = await editor.picture()
        await editor.startTyping(fileType)
        await editor.type(text)
        await editor.finishTyping(fileType)
        await editor.waitForChange(before)
        await editor.close()
        await library.expectVersion(`${name}.${fileType}`, 2)
        expect(readText(await library.download(`${name}.${fileType}`), fileType)).toContain(text)
      })
  })

  test('refuses the printed link the second time and says why', async ({ page }) => {
    const link = /Sign in once as administrator:\s+(\S+)/.exec(stack.output())?.[1]
    await page.goto(link!)
    await expect(page.getByText(/link did not work/i)).toBeVisible()
  })
})
