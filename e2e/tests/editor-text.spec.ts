import { makePng, readPartText } from '@lectern/fixtures'
import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorTools } from '../pages/editor-tools.js'
import { expectSavedText } from '../support/eventually.js'

test.skip(!isEmbedded, 'the tools are those of the embedded editor')

test('page, heading, link, footnote, symbol, picture, comment and search reach the saved file', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Text tools')
  const { id } = await portal.createDocument(folder, 'Tools', 'docx')
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Tools.docx')
  const tools = new EditorTools(editor)
  const { page, frame } = tools

  await test.step('a heading and text', async () => {
    await editor.focus()
    await frame.getByLabel('Paragraph style').selectOption('Heading 1')
    await editor.type('Chapter one')
    await editor.press('Enter')
    await editor.type('Body with a mistkae')
    await editor.press('Enter')
  })
  await test.step('landscape, narrow margins, two columns', async () => {
    await tools.tab('Layout')
    await tools.menu('Orientation', 'Landscape')
    await tools.menu('Margins', 'Narrow (1.27 cm)')
    await tools.menu('Columns', 'Two columns')
  })
  await test.step('a link by Ctrl+K, a symbol, a footnote', async () => {
    await editor.press('Control+k')
    await frame.getByLabel('Text', { exact: true }).fill('Our site')
    await frame.getByLabel('Address').fill('example.org/page')
    await editor.press('Enter')
    await tools.tab('Insert')
    await tools.press('Symbol', 'Ω')
    await tools.menu('Footnote', 'Footnote')
    await editor.type('Said below')
    // Out of the footnote, where the start of the document is its own.
    await editor.focus({ x: 0.3, y: 0.32 })
  })
  await test.step('a picture', async () => {
    await editor.press('Control+Home')
    const chooser = page.waitForEvent('filechooser')
    await tools.press('Insert image')
    await (await chooser).setFiles({ name: 'blue.png', mimeType: 'image/png', buffer: makePng() })
    await expect(frame.locator('.handle')).toHaveCount(8)
    await editor.press('Escape')
  })
  await test.step('replace all', async () => {
    await editor.press('Control+f')
    await frame.getByLabel('Find', { exact: true }).fill('mistkae')
    await frame.getByLabel('Replace with').fill('mistake')
    await tools.press('Replace all')
    await editor.press('Escape')
  })
  await test.step('a comment', async () => {
    await editor.press('Control+Home')
    await tools.tab('Review')
    await tools.press('New comment')
    await frame.getByPlaceholder('Write a comment…').fill('Is this right?')
    await page.keyboard.press('Control+Enter')
    await expect(frame.getByRole('article').getByText('Is this right?')).toBeVisible()
  })
  await editor.close()

  const saved = await expectSavedText(portal, { id, fileType: 'docx', text: 'Body with a mistake' })
  const body = readPartText(saved, /^word\/document\.xml$/)
  expect(body).toMatch(/<w:pStyle w:val="Heading1"/)
  expect(body).toMatch(/<w:pgSz[^>]*w:w="16838"[^>]*w:h="11906"/)
  expect(body).toMatch(/<w:pgMar[^>]*w:left="720"/)
  expect(body).toMatch(/<w:cols[^>]*w:num="2"/)
  expect(body).toContain('Our site')
  expect(body).toContain('<pic:pic')
  expect(body).toContain('Ω')
  expect(readPartText(saved, /document\.xml\.rels$/)).toContain('https://example.org/page')
  expect(readPartText(saved, /footnotes\.xml$/)).toContain('Said below')
  expect(readPartText(saved, /comments\.xml$/)).toContain('Is this right?')
})

test('paragraphs, breaks, a footer, a table, a bookmark and tracked changes reach the saved file', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Review')
  const { id } = await portal.createDocument(folder, 'Reviewed', 'docx')
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Reviewed.docx')
  const tools = new EditorTools(editor)
  const { frame } = tools
  const newLine = async () => {
    await editor.press('End')
    await editor.press('Enter')
  }

  await test.step('characters and paragraphs', async () => {
    await editor.focus()
    await editor.type('Raised')
    await editor.press('Shift+Home')
    await tools.menu('More', 'Superscript')
    await tools.menu('More', 'Strikethrough')
    await newLine()
    await tools.menu('More', 'Clear formatting')
    await tools.press('Centre')
    await tools.menu('Line spacing', 'Double')
    await editor.type('Amid')
    await newLine()
    await tools.press('Align left', 'Numbered list')
    await editor.type('First')
    await editor.press('Enter')
    await tools.menu('Increase indent', 'One list level down')
    await editor.type('Below it')
    await editor.press('Enter')
    await tools.press('Numbered list')
    await tools.menu('Increase indent', 'Increase indent')
    await editor.type('Far in')
    await newLine()
    await tools.menu('Increase indent', 'Decrease indent')
  })
  await test.step('a heading with a bookmark, contents and an endnote', async () => {
    await frame.getByLabel('Paragraph style').selectOption('Heading 1')
    await editor.type('Quays')
    await editor.press('Home')
    await tools.tab('Insert')
    await tools.press('Bookmark…')
    await frame.getByLabel('Name', { exact: true }).fill('Quay four')
    await editor.press('Enter')
    const bookmarks = frame.getByRole('list', { name: 'Bookmarks' })
    await expect(bookmarks.getByRole('button', { name: 'Quay_four', exact: true })).toBeVisible()
    await tools.press('Close the panel')
    await newLine()
    await tools.menu('Table of contents', 'Table of contents')
    await editor.type('Behind it')
    await tools.menu('Breaks', 'Line break')
    await tools.menu('Breaks', 'Page break')
    await editor.type('Berths')
    await tools.menu('Footnote', 'Endnote')
    await editor.type('Said at the end')
    await editor.focus({ x: 0.4, y: 0.5 })
    await editor.press('Control+Home')
  })
  await test.step('a table, drawn in the grid', async () => {
    await tools.press('Insert table')
    await frame.getByRole('button', { name: '1 × 1', exact: true }).hover()
    await frame.getByRole('button', { name: '3 × 2', exact: true }).click()
    await editor.type('Berth')
    await tools.tab('Table')
    await tools.press(
      'Insert row below',
      'Insert row below',
      'Delete row',
      'Insert column right',
      'Delete column',
    )
    await tools.press('Cell shading', '#fde047')
    await editor.press('Shift+ArrowRight')
    await editor.press('Shift+ArrowRight')
    await tools.press('Merge cells')
    await tools.menu('Borders', 'No border')
  })
  await test.step('a footer with the number of its page', async () => {
    await tools.tab('Insert')
    await tools.menu('Header and footer', 'Footer')
    await editor.type('Page ')
    await tools.menu('Header and footer', 'Page number')
    await editor.focus({ x: 0.4, y: 0.5 })
  })
  await test.step('changes are tracked, hidden and shown, and accepted and rejected one by one', async () => {
    await editor.press('Control+End')
    await tools.tab('Review')
    await tools.press('Track changes')
    await expect(tools.button('Track changes')).toHaveAttribute('aria-pressed', 'true')
    await editor.type('Good news.')
    await tools.press('Show changes')
    await expect(tools.button('Show changes')).toHaveAttribute('aria-pressed', 'false')
    await tools.press('Show changes', 'List of changes')
    await expect(frame.getByText('Good news.')).toBeVisible()
    await tools.button('Accept').click()
    await expect(frame.getByText('No changes to look at.')).toBeVisible()
    await editor.type('Bad news.')
    await expect(frame.getByText('Bad news.')).toBeVisible()
    await tools.button('Reject').click()
    await expect(frame.getByText('No changes to look at.')).toBeVisible()
  })
  await editor.close()

  const saved = await expectSavedText(portal, { id, fileType: 'docx', text: 'Good news.' })
  const body = readPartText(saved, /^word\/document\.xml$/)
  const paragraph = (text: string) => new RegExp(`<w:p>(?:(?!</w:p>).)*${text}`, 's').exec(body)?.[0] ?? ''
  expect(body).not.toContain('Bad news')
  expect(body).not.toContain('<w:ins ')
  expect(paragraph('Raised')).toMatch(/<w:strike\/>.*<w:vertAlign w:val="superscript"/)
  expect(paragraph('Amid')).toMatch(/<w:spacing[^>]*w:line="480".*<w:jc w:val="center"/)
  expect(paragraph('First')).toContain('<w:ilvl w:val="0"/>')
  expect(paragraph('Below it')).toContain('<w:ilvl w:val="1"/>')
  expect(paragraph('Far in')).toMatch(/<w:ind [^>]*w:left="[1-9]/)
  expect(body).toContain('w:name="Quay_four"')
  expect(body).toMatch(/TOC .*Behind it.*<w:br\/>.*<w:br w:type="page"\/>.*Berths/s)
  expect(readPartText(saved, /endnotes\.xml$/)).toContain('Said at the end')
  expect(readPartText(saved, /footer\d*\.xml$/)).toMatch(/Page .*PAGE/s)
  const table = /<w:tbl>.*?<\/w:tbl>/s.exec(body)?.[0] ?? ''
  expect(table.match(/<w:tr>/g)).toHaveLength(3)
  expect(table.match(/<w:gridCol /g)).toHaveLength(3)
  expect(table).toMatch(/<w:gridSpan w:val="[23]"\/>/)
  expect(table).toMatch(/<w:shd w:fill="FDE047"/i)
  expect(/<w:tcPr>.*?<\/w:tcPr>/s.exec(table)?.[0]).not.toContain('w:val="single"')
})
