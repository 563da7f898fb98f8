import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { countDifferentPixels } from '../support/pixels.js'

/** A blinking cursor changes some dozens of pixels; a typed word changes more. */
const MORE_THAN_A_CURSOR = 150

/**
 * The editor as a person has it: mouse, keyboard and what can be seen. It knows nothing of which document server
 * is behind the iframe.
 */
export class EditorPage {
  readonly container: Locator
  readonly iframe: Locator

  constructor(readonly page: Page) {
    this.container = page.locator('[data-editor-state]')
    this.iframe = page.locator('iframe').first()
  }

  async waitUntilReady(): Promise<void> {
    await expect(this.container).toHaveAttribute('data-editor-state', 'ready', { timeout: 120_000 })
    await expect(this.iframe).toBeVisible()
  }

  /** Gives the document another name, by the title above the editor; its extension stays. */
  async rename(name: string): Promise<void> {
    const title = this.page.getByRole('heading', { level: 1 }).getByRole('button')
    await title.click()
    await this.page.getByLabel('Name', { exact: true }).fill(name)
    await this.page.keyboard.press('Enter')
    await expect(title).toHaveText(new RegExp(`${name}\\.\\w+`))
  }

  /** Puts the cursor into the document. Escape before it closes tips that cover the page. */
  async focus(position: { x: number; y: number } = { x: 0.5, y: 0.5 }): Promise<void> {
    const [x, y] = await this.pointAt(position)
    await this.page.mouse.click(x, y)
    await this.page.keyboard.press('Escape')
    await this.page.mouse.click(x, y)
  }

  /** Goes where typing changes a document of this type: into the text, a cell or the first placeholder. */
  async startTyping(fileType: string): Promise<void> {
    switch (fileType) {
      case 'pptx':
      case 'ppsx':
        await this.focus({ x: 0.55, y: 0.42 })
        await this.page.mouse.dblclick(...(await this.pointAt({ x: 0.55, y: 0.42 })))
        return
      default:
        await this.focus()
    }
  }

  /** Writes a mark somewhere that replaces nothing: before the text, below the last cell, into a slide's first shape. */
  async insertMark(fileType: string, mark: string): Promise<void> {
    const before = await this.picture()
    switch (fileType) {
      case 'xlsx':
        await this.focus()
        await this.press('Control+End')
        await this.press('ArrowDown')
        await this.type(mark)
        await this.press('Enter')
        break
      case 'pptx':
      case 'ppsx':
        await this.focus({ x: 0.5, y: 0.95 })
        await this.press('Tab')
        await this.press('F2')
        await this.press('Control+End')
        await this.type(` ${mark}`)
        await this.press('Escape')
        break
      default:
        await this.focus()
        await this.press('Control+Home')
        // In a text box the cursor may stay behind the last word: a space keeps the two apart.
        await this.type(` ${mark} `)
    }
    await this.waitForChange(before)
  }

  /** What a person reads in the editor. */
  text(pattern: RegExp): Locator {
    return this.page.frameLocator('iframe').getByText(pattern)
  }

  /** A cell takes what was typed with Enter; elsewhere it is in the document already. */
  async finishTyping(fileType: string): Promise<void> {
    if (fileType === 'xlsx') await this.press('Enter')
  }

  /** Types at the cursor, at the pace of a quick person. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 30 })
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key)
  }

  /** A picture of the document's middle: without toolbars, people and states around it. */
  async picture(): Promise<Buffer> {
    const box = await this.box()
    return this.page.screenshot({
      clip: {
        x: box.x + box.width * 0.1,
        y: box.y + box.height * 0.18,
        width: box.width * 0.8,
        height: box.height * 0.74,
      },
      caret: 'initial',
    })
  }

  /** Waits until the document looks different from `before` by more than a cursor; answers after how many ms. */
  async waitForChange(before: Buffer, { timeoutMs = 30_000 } = {}): Promise<number> {
    const startedAt = performance.now()
    await expect
      .poll(async () => countDifferentPixels(before, await this.picture()), {
        message: 'the document should look different',
        intervals: [50],
        timeout: timeoutMs,
      })
      .toBeGreaterThan(MORE_THAN_A_CURSOR)
    return performance.now() - startedAt
  }

  async hasChanged(before: Buffer): Promise<boolean> {
    return countDifferentPixels(before, await this.picture()) > MORE_THAN_A_CURSOR
  }

  /** Leaves the document as people do. */
  async close(): Promise<void> {
    await this.page.getByRole('button', { name: /^Back to/ }).click()
    await expect(this.container).toHaveCount(0)
  }

  private async pointAt(position: { x: number; y: number }): Promise<[number, number]> {
    const box = await this.box()
    return [box.x + box.width * position.x, box.y + box.height * position.y]
  }

  private async box() {
    const box = await this.iframe.boundingBox()
    if (!box) throw new Error('The editor is not on the page.')
    return box
  }
}
