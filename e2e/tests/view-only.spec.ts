import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorPage } from '../pages/editor.js'
import { SharePage } from '../pages/share.js'
import { expectVersion } from '../support/eventually.js'
import { readText } from '../support/texts.js'

test('somebody without the right to edit can read, but not type', async ({
  newPerson,
  portal,
  library,
  stack,
}) => {
  const folder = await portal.createFolder('View only')
  const { id } = await portal.createDocument(folder, 'Rules', 'docx')
  const link = await portal.createShareLink(id, 'VIEWER')

  const reader = await new SharePage(await newPerson()).join(link, 'Reader')
  await reader.focus()
  const before = await reader.picture()
  await reader.type('I should not be able to write this down')

  // What an editor writes arrives after what the reader tried, so when it is there, the rest would be too.
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Rules.docx')
  const empty = await editor.picture()
  await editor.focus()
  await editor.type('Allowed')
  await editor.waitForChange(empty)
  await reader.waitForChange(before)
  await editor.close()
  await reader.page.close()

  await expectVersion(portal, id, 2)
  const text = readText(await portal.download(id), 'docx')
  expect(text).toContain('Allowed')
  expect(text).not.toContain('should not')
})

test('an editor may open a document in view mode, which types nothing', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('View mode')
  const { id } = await portal.createDocument(folder, 'Looked at', 'docx')
  await library.page.goto(`${stack.url}/documents/${id}?mode=view`)
  const viewer = new EditorPage(library.page)
  await viewer.waitUntilReady()
  await viewer.focus()
  await viewer.type('Nothing of this')
  await viewer.close()
  await expect.poll(async () => (await portal.document(id)).participants).toEqual([])
  expect((await portal.document(id)).version.number).toBe(1)
})

test('a document in another page is looked at, with a small bar of what that page names', async ({
  page,
  portal,
  stack,
}) => {
  test.skip(!isEmbedded, 'the bar is that of the embedded editor')
  const folder = await portal.createFolder('Embedded')
  const { id } = await portal.createDocument(folder, 'Handbook', 'docx')
  const { editorConfig } = await portal.graphql<{ editorConfig: EmbeddedEditor }>(
    `query ($id: ID!) {
      editorConfig(documentId: $id, device: EMBEDDED) { documentServerUrl config token }
    }`,
    { id },
  )
  const { documentServerUrl, config, token } = editorConfig
  const embedded = {
    shareUrl: `${stack.url}/shared`,
    embedUrl: `${stack.url}/embedded`,
    saveUrl: 'javascript:alert(1)',
    fullscreenUrl: `${stack.url}/full`,
    toolbarDocked: 'bottom',
  }
  const given = { ...config, token, editorConfig: { ...config.editorConfig, embedded } }
  await page.route(`${stack.url}/another-page`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><style>html, body { height: 100%; margin: 0 }</style><div id="editor"></div>
        <script src="${documentServerUrl}/web-apps/apps/api/documents/api.js"></script>
        <script>new DocsAPI.DocEditor('editor', ${JSON.stringify(given)})</script>`,
    }),
  )
  await page.goto(`${stack.url}/another-page`)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { name: 'Handbook.docx' })).toBeVisible()
  await expect(frame.getByText('Page 1 of 1')).toBeVisible()
  await expect(frame.getByRole('link', { name: 'Full screen' })).toHaveAttribute(
    'href',
    embedded.fullscreenUrl,
  )
  await expect(frame.getByRole('link', { name: 'Download' })).toHaveCount(0)
  await expect(frame.getByRole('tab')).toHaveCount(0)
  await frame.getByRole('button', { name: 'Share' }).click()
  const share = frame.getByRole('dialog', { name: 'Share' })
  await expect(share.getByRole('textbox', { name: 'Link to the document' })).toHaveValue(embedded.shareUrl)
  await expect(share.getByRole('textbox', { name: 'HTML that puts it into a page' })).toHaveValue(
    /<iframe src="[^"]*\/embedded"/,
  )
  await share.getByRole('button', { name: 'Done' }).click()
  await expect(share).toHaveCount(0)
})

interface EmbeddedEditor {
  documentServerUrl: string
  config: { editorConfig: Record<string, unknown> }
  token: string
}
