import { readPartText, readXlsxSheets } from '@lectern/fixtures'
import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorTools } from '../pages/editor-tools.js'
import { expectVersion } from '../support/eventually.js'

test.skip(!isEmbedded, 'the tools are those of the embedded editor')

test('a chart, a dragged column, a comment of a cell, a copied and a hidden sheet are in the saved workbook', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Workbooks')
  const { id } = await portal.createDocument(folder, 'Fleet', 'xlsx')
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Fleet.xlsx')
  const tools = new EditorTools(editor)
  const { frame, page } = tools

  await test.step('numbers', async () => {
    await tools.goTo('A1')
    for (const value of ['11', '22', '33']) {
      await editor.type(value)
      await editor.press('Enter')
    }
  })
  await test.step('a column is made wider by its edge', async () => {
    const box = await tools.canvas().boundingBox()
    if (!box) throw new Error('There is no sheet.')
    // The edge between B and C: behind the header of 48 pixels and two columns of 64.
    const edge = { x: box.x + 48 + 2 * 64, y: box.y + 12 }
    await page.mouse.move(edge.x, edge.y)
    await page.mouse.down()
    await page.mouse.move(edge.x + 40, edge.y, { steps: 3 })
    await page.mouse.move(edge.x + 80, edge.y, { steps: 3 })
    await page.mouse.up()
  })
  await test.step('a comment of a cell', async () => {
    await tools.goTo('A2')
    await tools.tab('Review')
    await tools.press('New comment')
    await frame.getByPlaceholder('Write a comment…').fill('Counted twice?')
    await page.keyboard.press('Control+Enter')
    await expect(frame.getByRole('article').getByText('Counted twice?')).toBeVisible()
    await tools.press('Close the panel')
  })
  await test.step('the sheet is copied, and the copy hidden', async () => {
    await tools.press('Actions for Sheet1')
    await tools.choose('Duplicate')
    await tools.press('Actions for Sheet1_2')
    await tools.choose('Hide')
    await expect(tools.button('Sheet1_2')).toHaveCount(0)
  })
  await test.step('a chart of the selection', async () => {
    await tools.goTo('A1:A3')
    await expect(frame.getByText(/Sum: 66/)).toBeVisible()
    const plain = await editor.picture()
    await tools.tab('Insert')
    await tools.press('Chart of the selection')
    await editor.waitForChange(plain)
  })
  await editor.close()

  await expectVersion(portal, id, 2)
  const saved = await portal.download(id)
  expect([...readXlsxSheets(saved).keys()]).toEqual(['Sheet1', 'Sheet1_2'])
  expect(readPartText(saved, /workbook\.xml$/)).toMatch(/<sheet name="Sheet1_2"[^>]*state="hidden"/)
  expect(readPartText(saved, /comments\d*\.xml$/)).toContain('Counted twice?')
  expect(readPartText(saved, /charts\/chart\d*\.xml$/)).toMatch(/\$A\$1:\$A\$3/)
  const widths = [...readPartText(saved, /sheet1\.xml$/).matchAll(/<col [^>]*width="([\d.]+)"[^>]*/g)]
  expect(widths.map(([col]) => /min="2"/.test(col) && /max="2"/.test(col))).toContain(true)
})
