import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { EditorPage } from './editor.js'

/** The page behind a share link. */
export class SharePage {
  constructor(readonly page: Page) {}

  async join(url: string, name: string): Promise<EditorPage> {
    await this.page.goto(url)
    await this.page.getByLabel('Your name').fill(name)
    await this.page.getByRole('button', { name: 'Open', exact: true }).click()
    await expect(this.page).toHaveURL(/\/documents\//)
    const editor = new EditorPage(this.page)
    await editor.waitUntilReady()
    return editor
  }
}

/** Makes a share link through the dialog that is open and answers its address. */
export async function createLinkInDialog(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Create link' }).click()
  const field = page.getByLabel('Link', { exact: true }).first()
  await expect(field).toHaveValue(/\/share\//)
  return field.inputValue()
}
