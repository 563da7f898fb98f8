import { readDocxParagraphs, readPartText } from '@lectern/fixtures'
import { expect, isEmbedded, test } from '../fixtures.js'
import { middleOf, typeLine } from '../pages/text-line.js'
import { expectSavedText, expectVersion } from '../support/eventually.js'
import { openByTouch } from '../support/touch.js'

test.skip(!isEmbedded, 'the marks to drag are those of the embedded editor')

test('a finger selects a word, drags the end of the selection, and what is typed takes its place', async ({
  library,
  browser,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('By finger')
  const { id } = await portal.createDocument(folder, 'Touched', 'docx')
  const { context, editor, frame, finger } = await openByTouch(browser, {
    person: library.page.context(),
    url: `${stack.url}/documents/${id}`,
    viewport: { width: 800, height: 900 },
  })
  const marks = frame.locator('[data-selection-end]')
  const end = frame.locator('[data-selection-end="end"]')
  const line = await typeLine(editor)
  expect(await marks.count()).toBe(0)

  await finger.rest(line.along(0.33), async () => {
    await expect(frame.getByRole('menu')).toBeVisible()
  })
  await expect(frame.getByRole('menuitem', { name: 'Copy' })).toBeEnabled()
  await editor.press('Escape')
  await expect(marks).toHaveCount(2)
  const from = await middleOf(end)
  await finger.drag(from, { x: from.x + line.length * 0.25, y: from.y })
  // To the end of gamma, a letter more or less.
  await expect.poll(async () => (await middleOf(end)).x - from.x).toBeGreaterThan(25)
  await editor.type('X')
  await expect(marks).toHaveCount(0)
  await context.close()

  const saved = readDocxParagraphs(await expectSavedText(portal, { id, fileType: 'docx', text: 'lpha X' }))
  expect(saved.join('|')).toMatch(/^alpha X.{0,4}delta e$/i)
})

test('a finger selects cells by a mark, and taps what lies under one', async ({
  library,
  browser,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Cells by finger')
  const { id } = await portal.createDocument(folder, 'Touched', 'xlsx')
  const { context, page, editor, frame, finger } = await openByTouch(browser, {
    person: library.page.context(),
    url: `${stack.url}/documents/${id}`,
    viewport: { width: 900, height: 700 },
  })
  const address = frame.getByLabel('Cell address')
  const end = frame.locator('[data-selection-end="end"]')

  const picture = await frame.getByRole('img', { name: 'Document' }).boundingBox()
  if (!picture) throw new Error('There is no sheet.')
  await page.touchscreen.tap(picture.x + 150, picture.y + 95)
  await expect(address).toHaveValue('B4')
  const at = await middleOf(end)
  // Below and to the right of the corner, but under its mark.
  await page.touchscreen.tap(at.x + 8, at.y + 8)
  await expect(address).toHaveValue('C5')
  const from = await middleOf(end)
  await finger.drag(from, { x: from.x + 64, y: from.y + 40 })
  await frame.getByRole('button', { name: 'Merge cells' }).click()
  await editor.close()
  await expectVersion(portal, id, 2)
  expect(readPartText(await portal.download(id), /sheet1\.xml$/)).toContain('<mergeCell ref="C5:D7"/>')
  await context.close()
})
