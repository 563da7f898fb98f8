import { readPartText, readXlsxSheets } from '@lectern/fixtures'
import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorTools } from '../pages/editor-tools.js'
import { readCellLooks } from '../support/cell-looks.js'
import { expectVersion } from '../support/eventually.js'

test.skip(!isEmbedded, 'the tools are those of the embedded editor')

test('sorting, borders, a filter, functions, frozen panes and sheets reach the saved workbook', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Sheet tools')
  const { id } = await portal.createDocument(folder, 'Numbers', 'xlsx')
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Numbers.xlsx')
  const tools = new EditorTools(editor)
  const { frame } = tools

  await test.step('a table of numbers', async () => {
    await tools.goTo('A1')
    for (const row of [
      ['Name', 'Value'],
      ['x', '3'],
      ['y', '1'],
      ['z', '2'],
    ]) {
      for (const value of row) {
        await editor.type(value)
        await editor.press('Tab')
      }
      await editor.press('Enter')
    }
  })
  await test.step('the status bar sums a selection', async () => {
    await tools.goTo('B2:B4')
    await expect(frame.getByText(/Sum: 6/)).toBeVisible()
  })
  await test.step('borders and sorting', async () => {
    await tools.goTo('A1:B4')
    await tools.menu('Borders', 'All borders')
    await tools.goTo('A2:B4')
    await tools.tab('Data')
    await tools.press('Sort descending')
  })
  await test.step('a filter of the head row', async () => {
    await tools.goTo('A1')
    await tools.press('Filter')
    await expect(tools.button('Filter')).toHaveAttribute('aria-pressed', 'true')
  })
  await test.step('the filter hides the rows of a value', async () => {
    await tools.goTo('D9')
    // The arrow at the end of A1, beside the headers of 48 and 24 pixels.
    await tools.canvas().click({ position: { x: 102, y: 36 }, force: true })
    const filter = frame.getByRole('dialog', { name: 'Filter' })
    await filter.getByLabel('x', { exact: true }).uncheck()
    await filter.getByRole('button', { name: 'Apply' }).click()
    await expect(filter).toHaveCount(0)
  })
  await test.step('a function by its first letters', async () => {
    await tools.goTo('D1')
    await editor.type('=SU')
    await expect(frame.getByRole('option', { name: 'SUM', exact: true })).toBeVisible()
    await editor.press('Tab')
    await editor.type('B2:B4)')
    await editor.press('Enter')
  })
  await test.step('borders are taken away again, cells are merged, numbers and texts look as chosen', async () => {
    await tools.tab('Home')
    await tools.goTo('F1:G2')
    await tools.menu('Borders', 'All borders')
    await tools.menu('Borders', 'No border')
    await tools.menu('Borders', 'Bottom border')
    await tools.goTo('F10')
    await editor.type('7')
    await editor.press('Tab')
    await editor.type('8')
    await editor.press('Enter')
    await tools.goTo('F10:G10')
    await tools.press('Merge cells')
    await expect(tools.button('Merge cells')).toHaveAttribute('aria-pressed', 'true')
    await tools.press('Wrap text')
    await tools.menu('Vertical alignment', 'Align top')
    await tools.press('Fill colour', '#fde047')
    for (const [cell, format] of [
      ['F6', 'Thousands'],
      ['F7', 'Scientific'],
      ['F8', 'Text'],
    ] as const) {
      await tools.goTo(cell)
      await frame.getByLabel('Number format').selectOption(format)
      await editor.type('01234')
      await editor.press('Enter')
    }
  })
  await test.step('frozen panes', async () => {
    await tools.goTo('A2')
    await tools.tab('Layout')
    await tools.press('Freeze panes here')
    await expect(tools.button('Freeze panes here')).toHaveAttribute('aria-pressed', 'true')
  })
  await test.step('a second sheet with a coloured tab', async () => {
    await tools.press('Add sheet')
    await tools.press('Actions for Sheet2')
    await tools.choose('Tab colour #16a34a')
  })
  await editor.close()

  await expectVersion(portal, id, 2)
  const saved = await portal.download(id)
  const sheets = readXlsxSheets(saved)
  expect([...sheets.keys()]).toEqual(['Sheet1', 'Sheet2'])
  const cells = sheets.get('Sheet1')
  expect(['A2', 'A3', 'A4'].map((address) => cells?.get(address)?.value)).toEqual(['z', 'y', 'x'])
  expect(Number(cells?.get('D1')?.value)).toBe(6)
  const [first, second] = [/sheet1\.xml$/, /sheet2\.xml$/].map((name) => readPartText(saved, name))
  expect(first).toContain('<autoFilter')
  expect(first).toMatch(/<row r="4"[^>]*hidden="(true|1)"|<row[^>]*hidden="(true|1)"[^>]*r="4"/)
  expect(first).toMatch(/<pane[^>]*state="frozen"/)
  expect(second).toMatch(/<tabColor[^>]*16A34A/i)
  const styles = readPartText(saved, /styles\.xml$/)
  expect(styles).toMatch(/<left style="(hair|thin)"/)
  const looks = readCellLooks(styles, first ?? '')
  expect([looks.lines('F1'), looks.lines('F2')]).toEqual([[], ['bottom']])
  expect(['F6', 'F7', 'F8'].map(looks.numberCode)).toEqual(['#,##0', '0.00E+00', '@'])
  expect(cells?.get('F8')?.value).toBe('01234')
  expect(first).toContain('<mergeCell ref="F10:G10"')
  expect(Number(cells?.get('F10')?.value)).toBe(7)
})
