import { readFile } from 'node:fs/promises'
import { makeReportDocx, readDocxParagraphs } from '@lectern/fixtures'
import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorTools } from '../pages/editor-tools.js'
import { expectSavedText } from '../support/eventually.js'

test.skip(!isEmbedded, 'the tools are those of the embedded editor')

test('earlier versions are looked at inside the editor, and one is brought back', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Looking back')
  const { id } = await portal.upload(folder, 'Report.docx', await makeReportDocx())
  await library.open(`${stack.url}/folders/${folder}`)
  const editor = await library.openDocument('Report.docx')
  const tools = new EditorTools(editor)
  const { frame, page } = tools
  const versions = frame.getByRole('list', { name: 'Version history' })
  const version = (number: number) => versions.getByRole('button', { name: `Version ${number}` })

  await test.step('what was just written is the newest version of the list', async () => {
    await editor.insertMark('docx', 'REGRETTED')
    await tools.tab('View')
    await tools.press('Version history')
    await expect(version(2)).toHaveAttribute('aria-current', 'true')
    await expect(version(1)).toContainText(/202\d/)
    await expect(frame.getByRole('status').filter({ hasText: 'View only' })).toBeVisible()
  })
  await test.step('an earlier version is shown in its place, and nothing in it can be changed', async () => {
    const current = await editor.picture()
    await version(1).click()
    await editor.waitForChange(current)
    await expect(frame.getByRole('toolbar')).toHaveCount(0)
    const download = page.waitForEvent('download')
    await tools.press('Download')
    const bytes = await readFile(await (await download).path())
    expect(readDocxParagraphs(bytes).join('|')).not.toContain('REGRETTED')
  })
  await test.step('it is brought back, and the document goes on from there', async () => {
    await tools.press('Restore this version')
    await expect(version(3)).toHaveAttribute('aria-current', 'true')
    await tools.press('Back to the document')
    // The version that is looked at stays until the document is opened again, which has tools.
    await expect(frame.getByRole('toolbar').first()).toBeVisible()
    await editor.waitUntilReady()
    await editor.insertMark('docx', 'BETTER')
  })
  await editor.close()

  const saved = await expectSavedText(portal, { id, fileType: 'docx', text: 'BETTER' })
  expect(readDocxParagraphs(saved).join('|')).not.toContain('REGRETTED')
  expect((await portal.document(id)).version.number).toBe(4)
})
