import { test } from '../fixtures.js'
import { SharePage, createLinkInDialog } from '../pages/share.js'
import { expectSavedText, expectVersion } from '../support/eventually.js'

test('two people write in one document, see each other, and one version holds both texts', async ({
  library,
  newPerson,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Two people')
  const { id } = await portal.createDocument(folder, 'Together', 'docx')
  await library.open(`${stack.url}/folders/${folder}`)

  await library.chooseAction('Together.docx', 'Share')
  const link = await createLinkInDialog(library.page)
  await library.page.keyboard.press('Escape')

  const first = await library.openDocument('Together.docx')
  const second = await new SharePage(await newPerson()).join(link, 'Mei 梅')

  await first.focus()
  const unseen = await second.picture()
  await first.type('Written by the first. ')
  await second.waitForChange(unseen)

  await second.focus()
  await second.press('Control+End')
  await second.press('Enter')
  const before = await first.picture()
  await second.type('Written by the second.')
  await first.waitForChange(before)

  await second.page.close()
  await first.close()
  await expectVersion(portal, id, 2)
  await expectSavedText(portal, { id, fileType: 'docx', text: 'Written by the first.' })
  await expectSavedText(portal, { id, fileType: 'docx', text: 'Written by the second.' })
})
