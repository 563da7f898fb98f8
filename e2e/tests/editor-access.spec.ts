import { mkdir } from 'node:fs/promises'
import { makeBudgetXlsx, makeReportDocx, makeTalkPptx } from '@lectern/fixtures'
import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { expect, isEmbedded, test } from '../fixtures.js'
import { EditorPage } from '../pages/editor.js'
import { EditorTools } from '../pages/editor-tools.js'

test.skip(!isEmbedded, 'the page is that of the embedded editor')

/** What axe finds serious in the editor's own page. */
async function seriousProblems(page: Page): Promise<string[]> {
  const frame = page.frames().find((candidate) => candidate.url().includes('/apps/editor/'))
  if (!frame) throw new Error('The editor is not on the page.')
  await frame.evaluate(axe.source)
  return frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: AxeViolation[]; passes: unknown[] }> }
    }
    interface AxeViolation {
      id: string
      impact: string
      nodes: { html: string }[]
    }
    const { violations, passes } = await axe.run()
    if (passes.length < 10) throw new Error('axe did not look at the editor.')
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}

const folderOfPictures = process.env.E2E_SCREENSHOTS

/** Kept for the README when a folder is named; else nobody needs the pictures. */
async function picture(page: Page, name: string) {
  const folder = folderOfPictures
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' })
}

const kinds = [
  { name: 'Report.docx', make: makeReportDocx, tab: 'Review', panel: 'Comments' },
  { name: 'Budget.xlsx', make: makeBudgetXlsx, tab: 'Data', panel: undefined },
  { name: 'Talk.pptx', make: makeTalkPptx, tab: 'Slide', panel: undefined },
]

test('every editor can be used by everybody, light and dark, wide and narrow, and speaks Chinese', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Access')
  const { page } = library
  const ids = new Map<string, string>()
  for (const { name, make } of kinds) ids.set(name, (await portal.upload(folder, name, await make())).id)
  const language = (tag: string) =>
    portal.graphql('mutation ($tag: String!) { updateProfile(input: { language: $tag }) { id } }', { tag })

  for (const { name, tab, panel } of kinds) {
    const kind = name.slice(0, -5).toLowerCase()
    await library.open(`${stack.url}/folders/${folder}`)
    const tools = new EditorTools(await library.openDocument(name))
    await test.step(`${name}, light`, async () => {
      // The toolbar learns of the text a moment after the page is there.
      if (folderOfPictures && kind === 'report')
        await expect(tools.frame.getByText(/^\d+ words$/)).toBeVisible()
      await picture(page, `${kind}-light`)
      await tools.tab(tab)
      if (panel) await tools.press(panel)
      expect(await seriousProblems(page)).toEqual([])
    })
    await test.step(`${name}, dark`, async () => {
      await page.emulateMedia({ colorScheme: 'dark' })
      await expect.poll(() => seriousProblems(page)).toEqual([])
      await picture(page, `${kind}-dark`)
      await page.emulateMedia({ colorScheme: 'light' })
    })
    await test.step(`${name}, 360 pixels wide`, async () => {
      await page.setViewportSize({ width: 360, height: 700 })
      if (panel) await tools.press('Close the panel')
      expect(await seriousProblems(page)).toEqual([])
      await picture(page, `${kind}-narrow`)
      await page.setViewportSize({ width: 1280, height: 800 })
    })
  }
  await test.step('in Chinese', async () => {
    await language('zh-CN')
    await page.reload()
    const frame = page.frameLocator('iframe')
    await expect(frame.getByRole('tab').first()).toHaveText('开始')
    const labels = await frame
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent),
      )
    expect(labels.length).toBeGreaterThan(10)
    expect(labels.filter((label) => !/[\u4e00-\u9fff]|^[\d\s%]*$/.test(label))).toEqual([])
    expect(await seriousProblems(page)).toEqual([])
    await picture(page, 'talk-chinese')
    // One kind is looked at closely; of the others only pictures are taken.
    for (const kind of folderOfPictures ? ['Report.docx', 'Budget.xlsx'] : []) {
      await page.goto(`${stack.url}/documents/${String(ids.get(kind))}`)
      await new EditorPage(page).waitUntilReady()
      await expect(frame.getByRole('tab').first()).toHaveText('开始')
      await picture(page, `${kind.slice(0, -5).toLowerCase()}-chinese`)
    }
    await language('en')
  })
})
