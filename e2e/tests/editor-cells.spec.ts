import { makeListedXlsx, readPartText, readXlsxSheets } from '@lectern/fixtures'
import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorTools } from '../pages/editor-tools.js'
import { expectVersion } from '../support/eventually.js'

test.skip(!isEmbedded, 'the tools are those of the embedded editor')

test('copied formulas, paste special, the fill handle, imported values, allowed values and scales reach the workbook', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Cell tools')
  const { id } = await portal.upload(folder, 'Cells.xlsx', await makeListedXlsx())
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Cells.xlsx')
  const tools = new EditorTools(editor)
  const { frame, page } = tools
  const fill = async (range: string, ...values: string[]) => {
    await tools.goTo(range)
    for (const value of values) {
      await editor.type(value)
      await editor.press('Enter')
    }
  }

  await test.step('a formula is copied with its references', async () => {
    await fill('A1', '1', '2')
    await fill('B1', '=A1*10')
    await tools.goTo('B1')
    await editor.press('Control+c')
    await tools.goTo('B2')
    await editor.press('Control+v')
  })
  await test.step('its value alone, and a column as a row', async () => {
    await tools.goTo('D1')
    await tools.menu('Paste special', 'Paste values')
    await tools.goTo('A1:A2')
    await editor.press('Control+c')
    await tools.goTo('D4')
    await tools.menu('Paste special', 'Paste transposed')
  })
  await test.step('the series goes on where the handle is dragged', async () => {
    await tools.goTo('A1:A2')
    await expect(frame.getByText(/Sum: 3$/)).toBeVisible()
    const handle = frame.locator('.fill')
    const box = await handle.boundingBox()
    if (!box) throw new Error('There is no fill handle.')
    await page.mouse.move(box.x + 4, box.y + 4)
    await page.mouse.down()
    await page.mouse.move(box.x + 4, box.y + 40, { steps: 4 })
    await page.mouse.move(box.x + 4, box.y + 55, { steps: 2 })
    await page.mouse.up()
    await expect(frame.getByText(/Sum: 15/)).toBeVisible()
  })
  await test.step('a colour scale and data bars', async () => {
    await tools.goTo('D4:E4')
    await expect(frame.getByText(/Sum: 3$/)).toBeVisible()
    const plain = await editor.picture()
    await tools.menu('Conditional formatting', 'Colour scale')
    await editor.waitForChange(plain)
    await tools.goTo('B1:B2')
    await expect(frame.getByText(/Sum: 30/)).toBeVisible()
    const coloured = await editor.picture()
    await tools.menu('Conditional formatting', 'Data bars')
    await editor.waitForChange(coloured)
  })
  await test.step('values of a file, read with another delimiter', async () => {
    await tools.goTo('F1')
    await tools.tab('Data')
    const chooser = page.waitForEvent('filechooser')
    await tools.press('Import CSV…')
    const buffer = Buffer.from([...Buffer.from('Stra'), 0xdf, ...Buffer.from('e;7\nWeg;8\n')])
    await (await chooser).setFiles({ name: 'streets.csv', mimeType: 'text/csv', buffer })
    const dialog = frame.getByRole('dialog', { name: 'Import CSV' })
    await expect(dialog.getByRole('cell', { name: 'Straße' })).toBeVisible()
    await expect(dialog.getByLabel('Delimiter')).toHaveValue(';')
    await tools.press('Import')
  })
  await test.step('an allowed value, by the keyboard', async () => {
    await tools.goTo('H1')
    await expect(tools.button('Choose a value')).toBeVisible()
    await editor.press('Alt+ArrowDown')
    await expect(frame.getByRole('option', { name: 'green' })).toBeVisible()
    await editor.press('ArrowDown')
    await editor.press('Enter')
    await expect(frame.getByRole('option')).toHaveCount(0)
  })
  await editor.close()

  await expectVersion(portal, id, 2)
  const saved = await portal.download(id)
  const cells = readXlsxSheets(saved).get('Sheet1')
  const valueOf = (address: string) => cells?.get(address)?.value
  expect(['A3', 'A4', 'A5', 'B2', 'D1', 'D4', 'E4', 'G2'].map((address) => Number(valueOf(address)))).toEqual(
    [3, 4, 5, 20, 10, 1, 2, 8],
  )
  expect([valueOf('F1'), valueOf('H1')]).toEqual(['Straße', 'green'])
  expect(cells?.get('B2')?.formula).toBe('A2*10')
  expect(cells?.get('D1')?.formula).toBeUndefined()
  const sheet = readPartText(saved, /sheet1\.xml$/)
  expect(sheet).toMatch(/<conditionalFormatting sqref="D4:E4"><cfRule type="colorScale"/)
  expect(sheet).toMatch(/<conditionalFormatting sqref="B1:B2"><cfRule type="dataBar"/)
})
