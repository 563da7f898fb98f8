import { readDocxParagraphs, readPartText } from '@lectern/fixtures'
import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorTools } from '../pages/editor-tools.js'
import { SharePage } from '../pages/share.js'
import { expectSavedText } from '../support/eventually.js'

test.skip(!isEmbedded, 'the tools are those of the embedded editor')

test('an editor makes a form, a reviewer’s words are tracked, and a commenter comments without writing', async ({
  library,
  newPerson,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Roles')
  const { id } = await portal.createDocument(folder, 'Application', 'docx')
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Application.docx')

  await test.step('fields of a form', async () => {
    const tools = new EditorTools(editor)
    await editor.focus()
    await tools.tab('Insert')
    for (const [label, field] of [
      ['Sailor: ', 'Text field'],
      ['Agreed: ', 'Check box'],
      ['From: ', 'Date field'],
    ] as const) {
      await editor.type(label)
      await tools.menu('Form field', field)
      if (field === 'Date field') await expect(tools.button('Choose a day')).toBeVisible()
      await editor.press('Control+End')
      await editor.press('Enter')
    }
    await editor.type('Last line.')
  })
  await test.step('what a reviewer writes is a change', async () => {
    const link = await portal.createShareLink(id, 'REVIEWER')
    const reviewer = await new SharePage(await newPerson()).join(link, 'Rita Review')
    const tools = new EditorTools(reviewer)
    await expect(tools.frame.getByRole('tab')).toHaveText(['Home', 'View', 'Review'])
    await reviewer.focus({ x: 0.5, y: 0.8 })
    await reviewer.press('Control+End')
    await reviewer.type(' Looked through.')
    await tools.tab('Review')
    await tools.press('List of changes')
    await expect(tools.frame.getByText('Looked through.')).toBeVisible()
    await reviewer.page.close()
  })
  await test.step('a commenter writes comments only', async () => {
    const link = await portal.createShareLink(id, 'COMMENTER')
    const commenter = await new SharePage(await newPerson()).join(link, 'Carl Comment')
    const tools = new EditorTools(commenter)
    await expect(tools.frame.getByRole('tab')).toHaveCount(0)
    await commenter.focus({ x: 0.5, y: 0.8 })
    await commenter.type('Not allowed')
    await commenter.press('Control+Alt+m')
    await tools.frame.getByPlaceholder('Write a comment…').fill('Who signs this?')
    await commenter.press('Control+Enter')
    await expect(tools.frame.getByRole('article').getByText('Who signs this?')).toBeVisible()
    await commenter.page.close()
  })
  await editor.close()

  const saved = await expectSavedText(portal, { id, fileType: 'docx', text: 'Looked through.' })
  expect(readDocxParagraphs(saved).join('\n')).not.toContain('Not allowed')
  const body = readPartText(saved, /^word\/document\.xml$/)
  expect(body).toMatch(/<w:sdtPr>(?:(?!<\/w:sdtPr>).)*<w:text\/>/s)
  expect(body).toContain('<w14:checkbox>')
  expect(body).toContain('<w:date>')
  expect(body).toMatch(/<w:ins [^>]*w:author="Rita Review"/)
  expect(readPartText(saved, /comments\.xml$/)).toMatch(/w:author="Carl Comment"[^]*Who signs this\?/)
})
