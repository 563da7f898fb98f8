import type { Frame, Page } from '@playwright/test'
import { makeLongDocx, makeReportDocx } from '@lectern/fixtures'
import { test } from '../fixtures.js'
import { EditorPage } from '../pages/editor.js'
import { SharePage } from '../pages/share.js'
import { expectVersion } from '../support/eventually.js'
import { startStack } from '../support/stack.js'
import { measureKeys } from './key-to-pixels.js'
import { percentile, record } from './measures.js'
import { weighEditor } from './page-weight.js'
import { measureScrolling } from './scrolling.js'

/** In each frame about a third of what a screen shows. */
const stepPixels = 250

function editorFrame(page: Page): Frame {
  const frame = page.frames().find((candidate) => candidate !== page.mainFrame())
  if (!frame) throw new Error('The editor is not on the page.')
  return frame
}

test('start', async () => {
  const values: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const stack = await startStack()
    values.push(stack.startedInMs / 1000)
    await stack.stop()
  }
  record({ name: 'start of the built project until people can sign in', unit: 's', target: 3, values })
})

test('open, type, close', async ({ library, portal, stack }) => {
  test.setTimeout(600_000)
  const folder = await portal.createFolder('Bench')
  const report = await makeReportDocx()
  const warmUp = await portal.createDocument(folder, 'Warm up', 'docx')
  const weigh = weighEditor(library.page)
  await library.page.goto(`${stack.url}/documents/${warmUp.id}`)
  await new EditorPage(library.page).waitUntilReady()

  const kilobytes = (await weigh()) / 1000
  record({ name: 'first load of the editor, compressed', unit: 'kB', target: 400, values: [kilobytes] })

  const openings: number[] = []
  const savings: number[] = []
  let keys: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const { id } = await portal.upload(folder, `Report ${round}.docx`, report)
    await library.open(`${stack.url}/folders/${folder}`)
    const openedAt = performance.now()
    const editor = await library.openDocument(`Report ${round}.docx`)
    openings.push((performance.now() - openedAt) / 1000)
    await editor.focus()
    const before = await editor.picture()
    await editor.type('Measured. ')
    await editor.waitForChange(before)
    if (round === 2) keys = await measureKeys(library.page, editorFrame(library.page), 60)
    const closedAt = performance.now()
    await editor.close()
    await expectVersion(portal, id, 2, { everyMs: 50 })
    savings.push((performance.now() - closedAt) / 1000)
  }
  record({ name: 'opening a DOCX until it can be typed in', unit: 's', target: 2, values: openings })
  record({ name: 'key to pixels', unit: 'ms', target: 30, values: keys })
  record({ name: 'key to pixels, 95 of 100', unit: 'ms', target: 80, values: [percentile(keys, 95)] })
  record({ name: 'closing to the saved version', unit: 's', target: 3, values: savings })
})

test('look at a folder', async ({ library, portal, stack }) => {
  test.setTimeout(600_000)
  const folder = await portal.createFolder('Looked at')
  const copy =
    'mutation ($input: NodesIntoFolderInput!) { copyNodes(input: $input) { ... on Document { id } } }'
  let ids = [(await portal.createDocument(folder, 'One of many', 'docx')).id]
  while (ids.length < 500) {
    const input = { ids, folderId: folder }
    const { copyNodes } = await portal.graphql<{ copyNodes: { id: string }[] }>(copy, { input })
    ids = [...ids, ...copyNodes.map(({ id }) => id)]
  }
  const visits: number[] = []
  for (let round = 0; round < 9; round += 1) {
    await library.page.goto('about:blank')
    const askedAt = performance.now()
    await library.page.goto(`${stack.url}/folders/${folder}`, { waitUntil: 'commit' })
    await library.page.getByRole('link', { name: 'One of many' }).first().waitFor()
    visits.push((performance.now() - askedAt) / 1000)
  }
  // The first visit fetches the web app as well; its weight is limited when it is built.
  record({
    name: 'list of a folder visible, at the first visit',
    unit: 's',
    target: 1,
    values: visits.slice(0, 1),
  })
  record({ name: 'list of a folder visible', unit: 's', target: 1, values: visits.slice(1) })
})

test('scroll through 200 pages', async ({ library, portal, stack }) => {
  test.setTimeout(600_000)
  const folder = await portal.createFolder('Scrolling')
  const { id } = await portal.upload(folder, 'Long.docx', await makeLongDocx(200))
  await library.page.goto(`${stack.url}/documents/${id}`)
  await new EditorPage(library.page).waitUntilReady()
  const frame = editorFrame(library.page)
  await measureScrolling(frame, { stepPixels })
  const gaps = await measureScrolling(frame, { stepPixels })
  record({ name: 'a frame while 200 pages are scrolled through', unit: 'ms', target: 20, values: gaps })
  record({ name: 'the longest of these frames', unit: 'ms', target: 50, values: [Math.max(...gaps)] })
})

test('what one person types, the other sees', async ({ library, newPerson, portal, stack }) => {
  const folder = await portal.createFolder('Seen by the other')
  const { id } = await portal.createDocument(folder, 'Quick', 'docx')
  await library.page.goto(`${stack.url}/documents/${id}`)
  const first = new EditorPage(library.page)
  await first.waitUntilReady()
  const second = await new SharePage(await newPerson()).join(
    await portal.createShareLink(id, 'EDITOR'),
    'Otto',
  )
  await first.focus()
  await first.type('Warm. ')

  const delays: number[] = []
  for (let round = 0; round < 9; round += 1) {
    const before = await second.picture()
    await first.page.keyboard.insertText(`Round ${round} of the same sentence. `)
    delays.push(await second.waitForChange(before))
  }
  // Looking at a screenshot alone takes a tenth of a second, which is part of these figures.
  record({ name: 'typed by one person until the other sees it', unit: 'ms', target: 1_000, values: delays })
})
