import { expect, test } from '../fixtures.js'
import { expectSavedText, expectVersion } from '../support/eventually.js'

test('Ctrl+S makes a new version while the document stays open', async ({ library, portal, stack }) => {
  const folder = await portal.createFolder('Force save')
  const { id } = await portal.createDocument(folder, 'Draft', 'docx')
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Draft.docx')
  await editor.focus()
  const empty = await editor.picture()
  await editor.type('Kept while open')
  await editor.waitForChange(empty)
  await editor.press('Control+s')

  const saved = await expectVersion(portal, id, 2)
  expect(saved.version.cause).toBe('FORCE_SAVE')
  await expectSavedText(portal, { id, fileType: 'docx', text: 'Kept while open' })

  await editor.type(' and after')
  await editor.close()
  await expectSavedText(portal, { id, fileType: 'docx', text: 'Kept while open and after' })
})
