import { expect, type Locator } from '@playwright/test'
import type { EditorPage } from './editor.js'

/** A place on the screen, in CSS pixels. */
export interface Place {
  x: number
  y: number
}

/** Gives the middle of what is seen on the screen. */
export async function middleOf(seen: Locator): Promise<Place> {
  const box = await seen.boundingBox()
  if (!box) throw new Error(`It is not on the screen: ${String(seen)}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Types "alpha beta gamma delta e" into an empty text, and tells where on the screen the line begins and ends. */
export async function typeLine(editor: EditorPage) {
  const frame = editor.page.frameLocator('iframe')
  const caret = frame.locator('.caret')
  await editor.focus()
  await editor.type('alpha beta gamma delta')
  // The words are counted when the last letter is there.
  await editor.type(' e')
  await expect(frame.getByText('5 words')).toBeVisible()
  const end = await middleOf(caret)
  await editor.press('Home')
  await expect.poll(async () => (await middleOf(caret)).x).toBeLessThan(end.x - 50)
  const start = await middleOf(caret)
  const length = end.x - start.x
  return { start, end, length, along: (part: number): Place => ({ x: start.x + length * part, y: start.y }) }
}
