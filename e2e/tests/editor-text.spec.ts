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

test('changes are tracked, and accepted and rejected one by one', async ({ library, portal, stack }) => {
  const folder = await portal.createFolder('Review')
  const { id } = await portal.createDocument(folder, 'Reviewed', 'docx')
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Reviewed.docx')
  const tools = new EditorTools(editor)
  await editor.focus()
  await tools.tab('Review')
  await tools.press('Track changes')
  await expect(tools.button('Track changes')).toHaveAttribute('aria-pressed', 'true')
  await editor.type('Good news.')
  await tools.press('List of changes')
  await expect(tools.frame.getByText('Good news.')).toBeVisible()
  await tools.press('Accept')
  await expect(tools.frame.getByText('No changes to look at.')).toBeVisible()
  await editor.focus()
  await editor.press('Control+End')
  await editor.type('Bad news.')
  await expect(tools.frame.getByText('Bad news.')).toBeVisible()
  await tools.press('Reject')
  await expect(tools.frame.getByText('No changes to look at.')).toBeVisible()
  await editor.close()

  const saved = await expectSavedText(portal, { id, fileType: 'docx', text: 'Good news.' })
  const body = readPartText(saved, /^word\/document\.xml$/)
  expect(body).not.toContain('Bad news')
  expect(body).not.toContain('<w:ins')
})
