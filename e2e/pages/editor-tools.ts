import type { FrameLocator, Locator, Page } from '@playwright/test'
import type { EditorPage } from './editor.js'

/** The embedded editor's own tools: tabs, buttons, menus, by the names that people read. */
export class EditorTools {
  readonly page: Page
  readonly frame: FrameLocator

  constructor(readonly editor: EditorPage) {
    this.page = editor.page
    this.frame = this.page.frameLocator('iframe')
  }

  async tab(name: string): Promise<void> {
    await this.frame.getByRole('tab', { name, exact: true }).click()
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name, exact: true })
  }

  async press(...names: string[]): Promise<void> {
    for (const name of names) await this.button(name).click()
  }

  /** Chooses in a menu that is open. */
  async choose(name: string): Promise<void> {
    await this.frame
      .getByRole('menuitem', { name })
      .or(this.frame.getByRole('menuitemcheckbox', { name }))
      .first()
      .click()
  }

  /** Opens a menu of the toolbar and chooses in it. */
  async menu(button: string, entry: string): Promise<void> {
    await this.press(button)
    await this.choose(entry)
  }

  /** The sheet's or document's area, without headers and toolbars. */
  canvas(): Locator {
    return this.frame.getByRole('img', { name: 'Document', exact: true })
  }

  /** Goes to a cell or range of a sheet. */
  async goTo(range: string): Promise<void> {
    await this.frame.getByLabel('Cell address').fill(range)
    await this.page.keyboard.press('Enter')
  }
}
