import { readDocxParagraphs } from '@lectern/fixtures'
import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorTools } from '../pages/editor-tools.js'
import { idOfSavedCopy } from '../pages/saved-copy.js'
import { expectSavedText } from '../support/eventually.js'

test.skip(!isEmbedded, 'the tools are those of the embedded editor')

test('a copy with what was just written becomes a document beside the first', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Copies')
  await portal.createDocument(folder, 'First', 'docx')
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('First.docx')
  const { frame, page } = new EditorTools(editor)
  await editor.insertMark('docx', 'UNSAVED')

  await frame.getByRole('button', { name: 'Save copy as…' }).click()
  const dialog = frame.getByRole('dialog', { name: 'Save a copy' })
  await expect(dialog.getByLabel('Name')).toHaveValue('First')
  await dialog.getByLabel('Name').fill('Second')
  await dialog.getByRole('button', { name: 'Save copy' }).click()
  await expect(page.getByText('“Second.docx” was saved in Copies').first()).toBeVisible()

  const id = await idOfSavedCopy(page)
  const bytes = await expectSavedText(portal, { id, fileType: 'docx', text: 'UNSAVED' })
  expect(readDocxParagraphs(bytes).join('|')).toContain('UNSAVED')
  expect((await portal.document(id)).version.number).toBe(1)
})
