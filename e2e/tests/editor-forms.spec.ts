import { makeFormDocx, readDocxParagraphs, readPartText } from '@lectern/fixtures'
import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorTools } from '../pages/editor-tools.js'
import { SharePage } from '../pages/share.js'
import { expectVersion } from '../support/eventually.js'

test.skip(!isEmbedded, 'the tools are those of the embedded editor')

test('somebody who may only fill in forms does so by the keyboard, and can write nowhere else', async ({
  portal,
  newPerson,
}) => {
  const folder = await portal.createFolder('Forms')
  const { id } = await portal.upload(folder, 'Form.docx', makeFormDocx())
  const link = await portal.createShareLink(id, 'FORM_FILLER')
  const editor = await new SharePage(await newPerson()).join(link, 'Mei 梅')
  const tools = new EditorTools(editor)
  const { frame } = tools

  await test.step('beside the fields nothing is written', async () => {
    await editor.focus({ x: 0.5, y: 0.8 })
    await editor.press('Control+Home')
    await editor.type('x')
    await expect(editor.text(/only forms may be filled in/).first()).toBeVisible()
  })
  await test.step('a text takes the place of the one that says what to write', async () => {
    for (let letter = 0; letter < 'Name: '.length + 1; letter++) await editor.press('ArrowRight')
    await expect(frame.locator('.frame')).toHaveCount(1)
    for (const _ of 'Who') await editor.press('Delete')
    await editor.type('Mei Lin')
  })
  await test.step('an entry of a list, a day, a check box', async () => {
    await editor.press('Tab')
    await expect(tools.button('Choose an entry')).toBeVisible()
    await editor.press('Alt+ArrowDown')
    await expect(frame.getByRole('option', { name: 'Hai Feng' })).toBeVisible()
    await editor.press('ArrowDown')
    await editor.press('Enter')
    await editor.press('Tab')
    await expect(tools.button('Choose a day')).toBeVisible()
    await frame.getByLabel('Arrival').fill('2026-05-30')
    await editor.press('Tab')
    await expect(tools.button('Choose a day')).toHaveCount(0)
    await editor.press('Space')
  })
  await test.step('the form is handed in', async () => {
    await tools.press('Submit the form')
    await expect(editor.text(/was submitted/)).toBeVisible()
  })

  await expectVersion(portal, id, 2)
  const saved = await portal.download(id)
  expect(readDocxParagraphs(saved).map((text) => text.trim())).toEqual([
    'Name: Mei Lin',
    'Ship: Hai Feng',
    'Arrival: 2026-05-30',
    'Agreed: ☒',
  ])
  expect(readPartText(saved, /^word\/document\.xml$/)).toMatch(/<w14:checked w14:val="1"/)
})
