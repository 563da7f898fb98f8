import { readDocxParagraphs } from '@lectern/fixtures'
import { expect, isEmbedded, test } from '../fixtures.js'
import { typeLine } from '../pages/text-line.js'
import { expectVersion } from '../support/eventually.js'

test.skip(!isEmbedded, 'looks for the caret of the embedded editor')

test('selected text is dragged elsewhere by the mouse', async ({ library, portal, stack }) => {
  const folder = await portal.createFolder('Dragged')
  const { id } = await portal.createDocument(folder, 'Moved', 'docx')
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Moved.docx')
  const { page } = editor
  const { end, along } = await typeLine(editor)

  const beta = along(0.36)
  const before = await editor.picture()
  await page.mouse.dblclick(beta.x, beta.y)
  await editor.waitForChange(before)
  await page.mouse.move(beta.x, beta.y)
  await page.mouse.down()
  await page.mouse.move(end.x - 20, end.y, { steps: 5 })
  await page.mouse.move(end.x + 30, end.y, { steps: 5 })
  await page.mouse.up()
  // The words after it close up: what is typed next comes behind the word that was moved.
  await editor.type('X')
  await editor.close()
  await expectVersion(portal, id, 2)
  expect(readDocxParagraphs(await portal.download(id)).join('|')).toMatch(/^alpha +gamma delta e ?betaX$/i)
})
