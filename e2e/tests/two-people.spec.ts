import { expect, test } from '../fixtures.js'
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

test('what one person types, the other sees within a second', async ({
  library,
  newPerson,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Within a second')
  await portal.createDocument(folder, 'Quick', 'docx')
  await library.open(`${stack.url}/folders/${folder}`)
  const first = await library.openDocument('Quick.docx')
  const link = await portal.createShareLink(
    (await portal.document(documentIdOf(library.page.url()))).id,
    'EDITOR',
  )
  const second = await new SharePage(await newPerson()).join(link, 'Otto')
  await first.focus()
  await first.type('Warm. ')

  const delays: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const before = await second.picture()
    await first.page.keyboard.insertText(`Round ${round} of the same sentence. `)
    delays.push(await second.waitForChange(before))
  }
  // A picture alone takes a tenth of a second; the middle of five says more than one slow moment of the machine.
  const median = delays.sort((a, b) => a - b)[2]!
  test.info().annotations.push({ type: 'seen after ms', description: delays.map(Math.round).join(', ') })
  expect(median).toBeLessThan(1_000)
})

function documentIdOf(url: string): string {
  return /\/documents\/([^/?]+)/.exec(url)?.[1] ?? ''
}
