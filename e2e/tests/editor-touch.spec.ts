import { readDocxParagraphs, readPartText } from '@lectern/fixtures'
import type { Page } from '@playwright/test'
import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorPage } from '../pages/editor.js'
import { expectSavedText, expectVersion } from '../support/eventually.js'

test.skip(!isEmbedded, 'the marks to drag are those of the embedded editor')

interface Place {
  x: number
  y: number
}

/** One finger on the screen, as the browser hears of it. */
async function finger(page: Page) {
  const client = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Place[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  return {
    async rest(at: Place, until: () => Promise<void>) {
      await touch('touchStart', [at])
      await until()
      await touch('touchEnd', [])
    },
    async drag(from: Place, to: Place) {
      await touch('touchStart', [from])
      for (let step = 1; step <= 8; step += 1) {
        const part = step / 8
        await touch('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }])
      }
      await touch('touchEnd', [])
    },
  }
}

test('a finger selects a word, drags the end of the selection, and what is typed takes its place', async ({
  library,
  browser,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('By finger')
  const { id } = await portal.createDocument(folder, 'Touched', 'docx')
  const context = await browser.newContext({
    ...{ hasTouch: true, locale: 'en-GB', viewport: { width: 800, height: 900 } },
    storageState: await library.page.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto(`${stack.url}/documents/${id}`)
  const editor = new EditorPage(page)
  await editor.waitUntilReady()
  const frame = page.frameLocator('iframe')
  const caret = frame.locator('.caret')
  const marks = frame.locator('[data-selection-end]')
  const placeOf = async (): Promise<Place> => {
    const box = await caret.boundingBox()
    if (!box) throw new Error('There is no caret.')
    return { x: box.x, y: box.y + box.height / 2 }
  }

  await editor.focus()
  await editor.type('alpha beta gamma delta')
  // The words are counted when the last letter is there.
  await editor.type(' e')
  await expect(frame.getByText('5 words')).toBeVisible()
  const end = await placeOf()
  await editor.press('Home')
  await expect.poll(async () => (await placeOf()).x).toBeLessThan(end.x - 50)
  const start = await placeOf()
  expect(await marks.count()).toBe(0)

  const touch = await finger(page)
  const beta = { x: start.x + (end.x - start.x) * 0.33, y: start.y }
  await touch.rest(beta, async () => {
    await expect(frame.getByRole('menu')).toBeVisible()
  })
  await expect(frame.getByRole('menuitem', { name: 'Copy' })).toBeEnabled()
  await editor.press('Escape')
  await expect(marks).toHaveCount(2)
  const mark = await frame.locator('[data-selection-end="end"]').boundingBox()
  if (!mark) throw new Error('The selection has no end.')
  const from = { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 }
  await touch.drag(from, { x: from.x + (end.x - start.x) * 0.25, y: from.y })
  // To the end of gamma, a letter more or less.
  await expect
    .poll(async () => ((await frame.locator('[data-selection-end="end"]').boundingBox())?.x ?? 0) - mark.x)
    .toBeGreaterThan(25)
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
  const context = await browser.newContext({
    ...{ hasTouch: true, locale: 'en-GB', viewport: { width: 900, height: 700 } },
    storageState: await library.page.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto(`${stack.url}/documents/${id}`)
  const editor = new EditorPage(page)
  await editor.waitUntilReady()
  const frame = page.frameLocator('iframe')
  const address = frame.getByLabel('Cell address')
  const end = frame.locator('[data-selection-end="end"]')
  const corner = async (): Promise<Place> => {
    const box = await end.boundingBox()
    if (!box) throw new Error('Nothing is selected.')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  const picture = await frame.getByRole('img', { name: 'Document' }).boundingBox()
  if (!picture) throw new Error('There is no sheet.')
  await page.touchscreen.tap(picture.x + 150, picture.y + 95)
  await expect(address).toHaveValue('B4')
  const at = await corner()
  // Below and to the right of the corner, but under its mark.
  await page.touchscreen.tap(at.x + 8, at.y + 8)
  await expect(address).toHaveValue('C5')
  const from = await corner()
  await (await finger(page)).drag(from, { x: from.x + 64, y: from.y + 40 })
  await frame.getByRole('button', { name: 'Merge cells' }).click()
  await editor.close()
  await expectVersion(portal, id, 2)
  expect(readPartText(await portal.download(id), /sheet1\.xml$/)).toContain('<mergeCell ref="C5:D7"/>')
  await context.close()
})
