import type { Page } from '@playwright/test'
import { readDocxParagraphs } from '@lectern/fixtures'
import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorTools } from '../pages/editor-tools.js'
import { SharePage, createLinkInDialog } from '../pages/share.js'
import { expectSavedText } from '../support/eventually.js'

test.skip(!isEmbedded, 'the tools are those of the embedded editor')

/** The line between a page and the editor's server, which a test can cut and mend. */
async function breakableLine(page: Page) {
  let isBroken = false
  const open = new Set<() => void>()
  await page.routeWebSocket(/\/editor\/socket/, (socket) => {
    if (isBroken) {
      void socket.close()
      return
    }
    const server = socket.connectToServer()
    const cut = () => {
      open.delete(cut)
      void server.close()
      void socket.close()
    }
    open.add(cut)
  })
  return {
    cut() {
      isBroken = true
      for (const close of open) close()
    },
    mend() {
      isBroken = false
    },
  }
}

test('two people talk and write in one paragraph; one undoes, one is offline for a while, one writes Chinese', async ({
  library,
  newPerson,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('People')
  const { id } = await portal.createDocument(folder, 'Shared', 'docx')
  await library.open(`${stack.url}/folders/${folder}`)
  await library.chooseAction('Shared.docx', 'Share')
  const link = await createLinkInDialog(library.page)
  await library.page.keyboard.press('Escape')
  const first = await library.openDocument('Shared.docx')
  const page = await newPerson()
  const line = await breakableLine(page)
  const second = await new SharePage(page).join(link, 'Mei 梅')
  const [firstTools, secondTools] = [new EditorTools(first), new EditorTools(second)]

  await test.step('they talk', async () => {
    await firstTools.press('Chat')
    await firstTools.frame.getByPlaceholder('Write a message…').fill('Shall we begin?')
    await first.press('Enter')
    await secondTools.press('Chat, 1 new')
    await expect(secondTools.frame.getByRole('log').getByText('Shall we begin?')).toBeVisible()
    await secondTools.frame.getByPlaceholder('Write a message…').fill('Yes!')
    await second.press('Enter')
    await expect(firstTools.frame.getByRole('log').getByText('Yes!')).toBeVisible()
    await firstTools.press('Close the panel')
    await secondTools.press('Close the panel')
  })
  await test.step('both write in the same paragraph, and one takes back its own word only', async () => {
    const empty = await second.picture()
    await first.focus()
    await first.type('One writes. ')
    await second.waitForChange(empty)
    await second.focus()
    await second.press('Control+End')
    await second.type('Two answers. oops')
    await second.press('Control+z')
  })
  await test.step('what is written offline is kept', async () => {
    line.cut()
    await expect(secondTools.frame.getByText(/offline|connection/i).first()).toBeVisible()
    await second.type('Written offline. ')
    line.mend()
    await expect(secondTools.frame.getByText('All changes saved')).toBeVisible()
  })
  await test.step('an input method composes at the cursor', async () => {
    await first.focus()
    await first.press('Control+Home')
    const browser = await first.page.context().newCDPSession(first.page)
    for (const text of ['n', 'ni', 'ni hao'])
      await browser.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    await browser.send('Input.insertText', { text: '你好' })
  })
  await page.close()
  await first.close()

  const saved = await expectSavedText(portal, { id, fileType: 'docx', text: 'Written offline.' })
  const text = readDocxParagraphs(saved).join('|')
  expect(text).toContain('你好One writes. Two answers. ')
  expect(text).not.toContain('oops')
  expect(text).not.toMatch(/ni/)
})

test('who writes alone while the line is broken goes on in the version that was saved meanwhile', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Alone')
  const { id } = await portal.createDocument(folder, 'Alone', 'docx')
  await library.open(`${stack.url}/folders/${folder}`)
  const line = await breakableLine(library.page)
  const editor = await library.openDocument('Alone.docx')
  const tools = new EditorTools(editor)
  await editor.focus()
  await editor.type('End. ')
  await editor.press('Control+Home')
  await editor.type('Begin. ')
  await expect(tools.frame.getByText('All changes saved')).toBeVisible()
  line.cut()
  await expectSavedText(portal, { id, fileType: 'docx', text: 'Begin.' })
  await editor.type('Written alone. ')
  line.mend()
  await expect(tools.frame.getByText('All changes saved')).toBeVisible()
  await editor.type('And after. ')
  await expect(tools.frame.getByText('All changes saved')).toBeVisible()
  await editor.close()
  const saved = await expectSavedText(portal, { id, fileType: 'docx', text: 'And after.' })
  expect(readDocxParagraphs(saved).join('|')).toContain('Begin. Written alone. And after. End.')
})
