import type { Browser, BrowserContext, Page } from '@playwright/test'
import { EditorPage } from '../pages/editor.js'
import type { Place } from '../pages/text-line.js'

/** One finger on the screen, as the browser hears of it. */
export interface Finger {
  /** Rests until something has happened. */
  rest: (at: Place, until: () => Promise<void>) => Promise<void>
  drag: (from: Place, to: Place) => Promise<void>
}

const steps = 8

async function createFinger(page: Page): Promise<Finger> {
  const client = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Place[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  return {
    async rest(at, until) {
      await touch('touchStart', [at])
      await until()
      await touch('touchEnd', [])
    },
    async drag(from, to) {
      await touch('touchStart', [from])
      for (let step = 1; step <= steps; step += 1) {
        const part = step / steps
        await touch('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }])
      }
      await touch('touchEnd', [])
    },
  }
}

/** Opens a document on a screen that is touched, for the person to whom another browser belongs. */
export async function openByTouch(
  browser: Browser,
  {
    person,
    url,
    viewport,
  }: { person: BrowserContext; url: string; viewport: { width: number; height: number } },
) {
  const context = await browser.newContext({
    ...{ hasTouch: true, locale: 'en-GB', viewport },
    storageState: await person.storageState(),
  })
  const page = await context.newPage()
  await page.goto(url)
  const editor = new EditorPage(page)
  await editor.waitUntilReady()
  return { context, page, editor, frame: page.frameLocator('iframe'), finger: await createFinger(page) }
}
