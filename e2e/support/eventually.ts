import { expect } from '@playwright/test'
import type { DocumentState, PortalClient } from './portal.js'
import { readText } from './texts.js'

/** Waits until the document has this version: saving takes the document server some seconds. */
export async function expectVersion(
  portal: PortalClient,
  id: string,
  number: number,
  { everyMs = 250 } = {},
): Promise<DocumentState> {
  await expect
    .poll(async () => (await portal.document(id)).version.number, {
      message: `version ${number} should be saved`,
      timeout: 90_000,
      intervals: [everyMs],
    })
    .toBe(number)
  return portal.document(id)
}

/** Waits until the downloaded current version holds this text. */
export async function expectSavedText(
  portal: PortalClient,
  { id, fileType, text }: { id: string; fileType: string; text: string },
): Promise<Uint8Array> {
  let bytes = new Uint8Array()
  await expect
    .poll(
      async () => {
        bytes = new Uint8Array(await portal.download(id))
        return readText(bytes, fileType)
      },
      { message: `the saved file should hold “${text}”`, timeout: 90_000, intervals: [500] },
    )
    .toContain(text)
  return bytes
}
