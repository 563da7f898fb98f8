import { expect, test } from '../fixtures.js'
import { EditorPage } from '../pages/editor.js'
import { SharePage } from '../pages/share.js'
import { expectVersion } from '../support/eventually.js'
import { readText } from '../support/texts.js'

test('somebody without the right to edit can read, but not type', async ({
  newPerson,
  portal,
  library,
  stack,
}) => {
  const folder = await portal.createFolder('View only')
  const { id } = await portal.createDocument(folder, 'Rules', 'docx')
  const link = await portal.createShareLink(id, 'VIEWER')

  const reader = await new SharePage(await newPerson()).join(link, 'Reader')
  await reader.focus()
  const before = await reader.picture()
  await reader.type('I should not be able to write this down')

  // What an editor writes arrives after what the reader tried, so when it is there, the rest would be too.
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Rules.docx')
  const empty = await editor.picture()
  await editor.focus()
  await editor.type('Allowed')
  await editor.waitForChange(empty)
  await reader.waitForChange(before)
  await editor.close()
  await reader.page.close()

  await expectVersion(portal, id, 2)
  const text = readText(await portal.download(id), 'docx')
  expect(text).toContain('Allowed')
  expect(text).not.toContain('should not')
})

test('an editor may open a document in view mode, which types nothing', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('View mode')
  const { id } = await portal.createDocument(folder, 'Looked at', 'docx')
  await library.page.goto(`${stack.url}/documents/${id}?mode=view`)
  const viewer = new EditorPage(library.page)
  await viewer.waitUntilReady()
  await viewer.focus()
  await viewer.type('Nothing of this')
  await viewer.close()
  await expect.poll(async () => (await portal.document(id)).participants).toEqual([])
  expect((await portal.document(id)).version.number).toBe(1)
})
