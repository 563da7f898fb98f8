import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { EditorPage } from './editor.js'

export type NewKind = 'Text document' | 'Spreadsheet' | 'Presentation' | 'Folder'

/** The library's list and what people do with it. */
export class LibraryPage {
  constructor(readonly page: Page) {}

  async open(url: string): Promise<void> {
    await this.page.goto(url)
    await expect(this.newButton()).toBeVisible()
  }

  newButton(): Locator {
    return this.page.getByRole('button', { name: 'New', exact: true })
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name })
  }

  /** Makes a folder by its name, or a document, which opens at once and gets its name there. */
  async create(kind: NewKind, name: string): Promise<EditorPage> {
    const editor = new EditorPage(this.page)
    await this.newButton().click()
    await this.page.getByRole('menuitem', { name: kind }).click()
    if (kind === 'Folder') {
      await this.page.getByLabel('Name', { exact: true }).fill(name)
      await this.page.getByRole('button', { name: 'Create', exact: true }).click()
    } else await editor.rename(name)
    return editor
  }

  async upload(files: { name: string; bytes: Uint8Array }[]): Promise<void> {
    await this.page
      .locator('input[type=file]')
      .first()
      .setInputFiles(
        files.map(({ name, bytes }) => ({
          name,
          mimeType: 'application/octet-stream',
          buffer: Buffer.from(bytes),
        })),
      )
  }

  async openDocument(name: string): Promise<EditorPage> {
    await this.page.getByRole('link', { name }).first().click()
    const editor = new EditorPage(this.page)
    await editor.waitUntilReady()
    return editor
  }

  async chooseAction(name: string, action: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${name}` }).click()
    await this.page.getByRole('menuitem', { name: action }).click()
  }

  async download(name: string): Promise<Buffer> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.chooseAction(name, 'Download'),
    ])
    return readFile(await download.path())
  }

  /** Opens the list of versions and waits until it shows this one. */
  async expectVersion(name: string, number: number): Promise<void> {
    await this.chooseAction(name, 'Versions')
    // The list says which version is the current one, too.
    const panel = this.page.getByRole('dialog', { name: 'Versions' })
    await expect(panel.getByText(`Version ${number}`).first()).toBeVisible()
    await this.page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
  }
}
