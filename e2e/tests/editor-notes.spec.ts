import { makeTalkPptx, readPartText, readPptxSlides } from '@lectern/fixtures'
import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorTools } from '../pages/editor-tools.js'
import { expectVersion } from '../support/eventually.js'

test.skip(!isEmbedded, 'the tools are those of the embedded editor')

test('speaker notes and a dragged slide are in the saved presentation', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Speaker')
  const { id } = await portal.upload(folder, 'Speech.pptx', await makeTalkPptx())
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Speech.pptx')
  const tools = new EditorTools(editor)
  const { frame } = tools
  const slides = frame.getByRole('navigation', { name: 'Slides' }).getByRole('button')

  await test.step('notes are written to two slides', async () => {
    await tools.tab('View')
    await tools.press('Speaker notes')
    await frame.getByLabel('Notes of slide 1').fill('Welcome everybody\n欢迎')
    await slides.nth(1).click()
    await frame.getByLabel('Notes of slide 2').fill('Ask for questions')
    await frame.getByLabel('Notes of slide 2').blur()
  })
  await test.step('the second slide is dragged to the top, with its notes', async () => {
    await slides.nth(1).dragTo(slides.nth(0))
    await expect(slides.nth(0)).toHaveAttribute('aria-current', 'page')
    await expect(frame.getByLabel('Notes of slide 1')).toHaveValue('Ask for questions')
    await tools.press('Speaker notes')
  })
  await editor.close()

  await expectVersion(portal, id, 2)
  const saved = await portal.download(id)
  expect(readPptxSlides(saved).map((texts) => texts[0])).toEqual(['Arrivals grow', 'Harbour talk', '谢谢'])
  const notes = readPartText(saved, /notesSlide\d+\.xml$/)
  expect(notes).toContain('Welcome everybody')
  expect(notes).toContain('欢迎')
  expect(notes).toContain('Ask for questions')
})
