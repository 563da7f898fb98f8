import { makePng, readPartText } from '@lectern/fixtures'
import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorTools } from '../pages/editor-tools.js'
import { expectSavedText } from '../support/eventually.js'

test.skip(!isEmbedded, 'the tools are those of the embedded editor')

test('a picture goes behind the text, a comment is answered and resolved, who it mentions is told, and the document is printed', async ({
  library,
  newPerson,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Pictures')
  const { id } = await portal.createDocument(folder, 'Poster', 'docx')
  const invitation = await portal.invite(id, { name: 'Nora 诺拉', email: 'nora@example.org' })
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Poster.docx')
  const tools = new EditorTools(editor)
  const { frame, page } = tools

  await test.step('the menu of a picture is there as soon as the picture is', async () => {
    await editor.focus()
    await editor.type('Poster of the harbour')
    await tools.tab('Insert')
    const chooser = page.waitForEvent('filechooser')
    await tools.press('Insert image')
    await (await chooser).setFiles({ name: 'blue.png', mimeType: 'image/png', buffer: makePng() })
    await expect(frame.locator('.handle')).toHaveCount(8)
    const [corner, opposite] = [
      await frame.locator('.handle').first().boundingBox(),
      await frame.locator('.handle').last().boundingBox(),
    ]
    if (!corner || !opposite) throw new Error('The picture has no handles.')
    await page.mouse.click((corner.x + opposite.x) / 2, (corner.y + opposite.y) / 2, { button: 'right' })
    await tools.choose('Behind the text')
    await editor.press('Escape')
  })
  await test.step('a comment, its answer, and its end', async () => {
    await editor.focus({ x: 0.3, y: 0.9 })
    await editor.press('Control+Home')
    await tools.tab('Review')
    await tools.press('New comment')
    const words = frame.getByPlaceholder('Write a comment…')
    await words.pressSequentially('Is this right? @nor')
    await expect(frame.getByRole('option', { name: 'Nora 诺拉' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(words).toHaveValue('Is this right? @Nora 诺拉 ')
    await page.keyboard.press('Control+Enter')
    const card = frame.getByRole('article')
    await expect(card.getByText('Is this right?')).toBeVisible()
    await card.getByRole('textbox').fill('It is.')
    await page.keyboard.press('Enter')
    await expect(card.getByText('It is.')).toBeVisible()
    await expect(card.getByRole('button', { name: 'Copy a link to this comment' })).toBeVisible()
    await card.getByRole('button', { name: 'Resolve' }).click()
    await expect(card.getByRole('button', { name: 'Resolve' })).toHaveCount(0)
  })
  await test.step('who was mentioned is told', async () => {
    const nora = await newPerson()
    await nora.goto(invitation)
    await nora.getByLabel('New password').fill('a pass phrase of Nora')
    await nora.getByRole('button', { name: 'Set a password' }).click()
    await nora.getByRole('button', { name: /unread/ }).click()
    // The notification leads to the comment, though the document was opened by somebody else meanwhile.
    await nora.getByText('mentioned you in “Poster').click()
    const shown = nora.frameLocator('iframe').getByRole('article')
    await expect(shown.getByText('Is this right?')).toBeVisible()
    await expect(shown).toHaveClass(/wanted/)
    await nora.close()
  })
  await test.step('the document is a favourite by its star', async () => {
    await tools.press('Favourite')
    await expect(tools.button('Favourite')).toHaveAttribute('aria-pressed', 'true')
  })
  await test.step('the document is printed as a PDF', async () => {
    // Where the browser shows no PDF in a page it is saved instead.
    const pdf = Promise.race([page.waitForRequest(/output\.pdf/), page.waitForEvent('download')])
    await tools.tab('View')
    await tools.press('Print')
    expect((await pdf).url()).toContain('output.pdf')
  })
  await editor.close()

  const saved = await expectSavedText(portal, { id, fileType: 'docx', text: 'Poster of the harbour' })
  expect(readPartText(saved, /^word\/document\.xml$/)).toMatch(/<wp:anchor[^>]*behindDoc="1"/)
  expect(readPartText(saved, /comments\.xml$/)).toMatch(/Is this right\?.*It is\./s)
  expect(readPartText(saved, /commentsExtended\.xml$/)).toMatch(/w15:done="1"/)
})
