import { expect, isEmbedded, test } from '../fixtures.js'
import { expectSavedText, expectVersion } from '../support/eventually.js'

test.describe('the document server is killed while somebody types', () => {
  test.skip(!isEmbedded, 'only the embedded document server is ours to kill')

  test('the page says so, recovers by itself, and everything typed is saved', async ({
    library,
    portal,
    stack,
  }) => {
    const folder = await portal.createFolder('Killed')
    const { id } = await portal.createDocument(folder, 'Survivor', 'docx')
    await library.open(`${stack.url}/folders/${folder}`)
    const editor = await library.openDocument('Survivor.docx')
    await editor.focus()
    const empty = await editor.picture()
    await editor.type('Before the crash. ')
    await editor.waitForChange(empty)

    const { documentServer } = await stack.processes()
    process.kill(documentServer!, 'SIGKILL')
    await editor.type('During it. ')
    await expect(editor.text(/Reconnecting|connection|Restoring|recover/i).first()).toBeVisible()
    await expect(editor.text(/Reconnecting|Connection lost|Restoring|recovering/i)).toHaveCount(0, {
      timeout: 120_000,
    })
    await editor.type('After it.')
    await editor.close()

    await expectVersion(portal, id, 2)
    const bytes = await expectSavedText(portal, { id, fileType: 'docx', text: 'After it.' })
    expect(bytes.length).toBeGreaterThan(0)
    await expectSavedText(portal, { id, fileType: 'docx', text: 'Before the crash. During it. After it.' })
  })
})
