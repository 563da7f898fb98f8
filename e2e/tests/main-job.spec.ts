import { writeFile } from 'node:fs/promises'
import { findLosses, takeInventory } from '@lectern/fixtures'
import { expect, test } from '../fixtures.js'
import { foreignSamples, hasForeignSamples, ownSamples } from '../support/formats.js'
import type { FormatSample } from '../support/formats.js'
import { expectSavedText, expectVersion } from '../support/eventually.js'

const MARK = 'Lectern was here'

for (const sample of ownSamples) testRoundTrip(sample)

test.describe('documents of other programs', () => {
  test.skip(!hasForeignSamples, 'the folder ../shared/samples is not here')
  for (const sample of foreignSamples) testRoundTrip(sample)
})

function testRoundTrip({ name, bytes }: FormatSample) {
  test(`${name} is uploaded, edited, saved, and keeps what was in it`, async ({ library, portal, stack }) => {
    const fileType = name.split('.').at(-1) ?? ''
    const original = await bytes()
    const folder = await portal.createFolder(`Round trip of ${name}`)
    await library.open(`${stack.url}/folders/${folder}`)
    await library.upload([{ name, bytes: original }])
    await expect(library.page.getByRole('link', { name }).first()).toBeVisible()

    const editor = await library.openDocument(name)
    const id = /\/documents\/([^/?]+)/.exec(library.page.url())?.[1] ?? ''
    await editor.insertMark(fileType, MARK)
    await editor.close()

    await expectVersion(portal, id, 2)
    const saved = await expectSavedText(portal, { id, fileType, text: MARK })
    // Kept beside the trace: what is missing in it can only be seen in it.
    await writeFile(test.info().outputPath(`saved-${name}`), saved)
    const losses = findLosses(takeInventory(original, fileType), takeInventory(saved, fileType))
    expect(losses, 'what the original had and the saved file lacks').toEqual([])
  })
}
