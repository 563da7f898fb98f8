import { readPartText, readPptxSlides } from '@lectern/fixtures'
import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorTools } from '../pages/editor-tools.js'
import { expectVersion } from '../support/eventually.js'

test.skip(!isEmbedded, 'the tools are those of the embedded editor')

test('slides, shapes and text boxes reach the saved presentation, and the show turns its pages', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Slide tools')
  const { id } = await portal.createDocument(folder, 'Talk', 'pptx')
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Talk.pptx')
  const tools = new EditorTools(editor)
  const { frame, page } = tools
  const slides = frame.getByRole('navigation', { name: 'Slides' }).getByRole('button')

  await test.step('a shape and a text box on the second slide', async () => {
    await tools.tab('Insert')
    await tools.menu('Shape', 'Star')
    await editor.press('Escape')
    await tools.tab('Slide')
    await tools.press('New slide')
    await expect(slides).toHaveCount(2)
    await tools.tab('Insert')
    await tools.press('Text box')
    await editor.type('In a box')
    await editor.press('Escape')
  })
  await test.step('a layout, a table and a hidden copy', async () => {
    await tools.tab('Slide')
    await tools.press('Duplicate slide')
    await expect(slides).toHaveCount(3)
    await tools.menu('Slide layout', 'Title only')
    await tools.press('Hide slide')
    await expect(tools.button('Show slide')).toBeEnabled()
    await tools.tab('Insert')
    await tools.press('Insert table', '2 × 3')
    // What is typed right after it goes into its first cell.
    await editor.type('In a cell')
    await expect(frame.getByRole('tab', { name: 'Table' })).toBeVisible()
    await editor.press('Escape')
    await slides.nth(1).click()
  })
  await test.step('the second slide becomes the first', async () => {
    await slides.nth(1).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(slides.nth(0)).toHaveAttribute('aria-current', 'page')
  })
  await test.step('the show goes on by keys and ends by Escape', async () => {
    await tools.tab('View')
    await tools.press('Slide show')
    const show = frame.getByRole('dialog', { name: 'Slide show' })
    await expect(show.getByRole('img', { name: 'Slide 1' })).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(show.getByRole('img', { name: 'Slide 2' })).toBeVisible()
    // The hidden one is passed over.
    await page.keyboard.press('ArrowRight')
    await expect(show.getByText('End of the slide show')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(show).toHaveCount(0)
  })
  await editor.close()

  await expectVersion(portal, id, 2)
  const saved = await portal.download(id)
  const texts = readPptxSlides(saved).map((slide) => slide.join(' '))
  expect(texts).toHaveLength(3)
  expect(texts[0]).toContain('In a box')
  expect(readPartText(saved, /^ppt\/slides\/slide2\.xml$/)).toMatch(/prst="star5"|<a:custGeom/)
  const copied = readPartText(saved, /^ppt\/slides\/slide3\.xml$/)
  expect(copied).toMatch(/show="(0|false)"/)
  expect(copied).toContain('<p:ph type="title"/>')
  expect(copied).not.toContain('subTitle')
  expect(copied.match(/<p:ph[ \/>]/g)).toHaveLength(1)
  expect(copied.match(/<a:gridCol /g)).toHaveLength(2)
  expect(copied).toMatch(/<a:tc>.*In a cell/s)
})
