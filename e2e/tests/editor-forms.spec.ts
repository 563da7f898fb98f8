import { formProperties, makeFormDocx, readDocxParagraphs, readPartText } from '@lectern/fixtures'
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
  const { id } = await portal.upload(folder, 'Form.oform', makeFormDocx('oform'))
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
  const body = readPartText(saved, /^word\/document\.xml$/)
  expect(body).toMatch(/<w14:checked w14:val="1"/)
  expect(body).toContain(formProperties)
})

test('a list made by an editor is chosen from, and a margin follows the ruler', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Form making')
  const { id } = await portal.createDocument(folder, 'Made form', 'docx')
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Made form.docx')
  const tools = new EditorTools(editor)
  const { frame, page } = tools
  const left = frame.getByRole('slider', { name: 'Left margin' })

  await test.step('a list with its entries', async () => {
    await editor.focus()
    await editor.type('Colour: ')
    await tools.tab('Insert')
    await tools.menu('Form field', 'List…')
    const dialog = frame.getByRole('dialog', { name: 'List to choose from' })
    await dialog.getByLabel('Entries, one to a line').fill('Red\nSea green\n\nRed')
    await dialog.getByLabel('Name of the field').fill('Colour of the hull')
    await dialog.getByRole('button', { name: 'Insert' }).click()
    await expect(dialog).toHaveCount(0)
  })
  await test.step('one of them is chosen', async () => {
    await editor.press('ArrowLeft')
    await expect(tools.button('Choose an entry')).toBeVisible()
    await editor.press('Alt+ArrowDown')
    await expect(frame.getByRole('option')).toHaveText(['Red', 'Sea green'])
    await editor.press('ArrowDown')
    await editor.press('Enter')
    await expect(frame.getByRole('option')).toHaveCount(0)
  })
  await test.step('the left margin is dragged on the ruler, behind the list', async () => {
    await editor.press('Control+End')
    await expect(tools.button('Choose an entry')).toHaveCount(0)
    await tools.tab('View')
    await tools.press('Ruler')
    const width = async () => Number(await left.getAttribute('aria-valuenow'))
    const before = await width()
    const box = await left.boundingBox()
    if (!box) throw new Error('The ruler has no left margin.')
    await page.mouse.move(box.x + box.width / 2, box.y + 10)
    await page.mouse.down()
    await page.mouse.move(box.x + 30, box.y + 10, { steps: 3 })
    await page.mouse.move(box.x + 60, box.y + 10, { steps: 3 })
    await page.mouse.up()
    await expect.poll(width).toBeGreaterThan(before + 0.5)
  })
  const margin = Number(await left.getAttribute('aria-valuenow'))
  await editor.close()

  const savedBody = async () => readPartText(await portal.download(id), /^word\/document\.xml$/)
  const twips = (margin * 1_440) / 2.54
  await expect
    .poll(async () => Math.abs(Number(/<w:pgMar[^>]*w:left="(\d+)"/.exec(await savedBody())?.[1]) - twips))
    .toBeLessThan(3)
  const body = await savedBody()
  expect(body).toMatch(
    /<w:alias w:val="Colour of the hull"\/>.*<w:dropDownList.*w:value="Red"\/>.*w:value="Sea green"\/><\/w:dropDownList>/,
  )
  expect(body).toMatch(/<w:sdtContent>.*<w:t[^>]*>Sea green<\/w:t>.*<\/w:sdtContent>/)
})
