import { afterEach, describe, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import { enableAutoUnmount, flushPromises, type VueWrapper } from '@vue/test-utils'
import { buildDocument, buildFolder } from '@/testing/builders'
import { mountPage } from '@/testing/mount-page'
import NodeList from './NodeList.vue'
import { nameOf, type Node } from './node'
import { useSelection } from './use-selection'

const folder = buildFolder({ id: 'f', name: 'Course' })
const minutes = buildDocument({ id: 'd1', title: 'Minutes.docx' })
const plan = buildDocument({ id: 'd2', title: 'Plan.docx', version: { id: 'v', number: 2 } })
const everything = { rename: true, delete: true, move: true, share: true }
const nothing = { rename: false, delete: false, move: false, share: false }

function show(nodes: Node[] = [folder, minutes, plan], rights = everything) {
  const nodeAt = (index: number) => nodes[index]
  const selection = useSelection({ nodeAt, total: () => nodes.length })
  const props = { total: nodes.length, nodeAt, rightsOf: () => rights, selection }
  return mountPage(NodeList, { props })
}

const focused = () => document.activeElement?.textContent.trim()
async function press(list: VueWrapper, key: string, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}) {
  const link = list.findAll('a').find(({ element }) => element === document.activeElement)
  await link?.trigger('keydown', { key, ...held })
  await flushPromises()
}
const acts = (list: VueWrapper) =>
  (list.emitted('act') as [string, Node[]][]).map(([action, nodes]) => [action, nodes.map(nameOf)])
const focus = (list: VueWrapper, index: number) => {
  list.findAll('a')[index]?.element.focus()
}

/** Waits for the menu, whose code is loaded when it is opened for the first time. */
async function itemsOfMenu(awaited: string): Promise<string> {
  const items = () =>
    [...document.querySelectorAll('[role="menuitem"]')].map((item) => item.textContent.trim())
  await vi.waitFor(() => {
    expect(items()).toContain(awaited)
  }, 20_000)
  return items().join()
}

enableAutoUnmount(afterEach)

describe('the list of a folder', () => {
  it('links each name to its page', () => {
    const links = show().findAll('a')
    expect(links.map((link) => [link.text(), link.attributes('href')])).toEqual([
      ['Course', '/folders/f'],
      ['Minutes.docx', '/documents/d1'],
      ['Plan.docx', '/documents/d2'],
    ])
  })

  it('says which documents have older versions', () => {
    const rows = show().findAll('tbody tr')
    expect(rows[1]?.text()).not.toContain('Version')
    expect(rows[2]?.text()).toContain('Version 2')
  })

  it('says who edits a document now', () => {
    const edited = buildDocument({ participants: [{ id: 'u', name: 'Mei Lin' }] })
    expect(show([edited]).find('[aria-label="Editing now: Mei Lin"]').exists()).toBe(true)
  })

  it('says that a save failed', () => {
    const saveProblem = { message: 'No space left.', happenedAt: '2026-06-15T12:00:00.000Z' }
    const label = 'The last save failed: No space left.'
    expect(
      show([buildDocument({ saveProblem })])
        .find(`[aria-label="${label}"]`)
        .exists(),
    ).toBe(true)
  })

  it('gives the focus to a row that is far away once it is loaded, and goes on from there meanwhile', async () => {
    const nodes: (Node | undefined)[] = [folder, minutes, undefined, undefined]
    const loaded = shallowRef(nodes)
    const nodeAt = (index: number) => loaded.value[index]
    const selection = useSelection({ nodeAt, total: () => nodes.length })
    const list = mountPage(NodeList, { props: { total: 4, nodeAt, rightsOf: () => everything, selection } })
    focus(list, 0)
    await press(list, 'End')
    await press(list, 'ArrowUp')
    loaded.value = [folder, minutes, plan, buildDocument({ id: 'd3', title: 'Last.docx' })]
    await flushPromises()
    expect(focused()).toBe('Plan.docx')
  })

  it('is walked through with the arrow keys, and stops at its ends', async () => {
    const list = show()
    focus(list, 0)
    await press(list, 'ArrowDown')
    expect(focused()).toBe('Minutes.docx')
    await press(list, 'End')
    await press(list, 'ArrowDown')
    expect(focused()).toBe('Plan.docx')
    await press(list, 'Home')
    await press(list, 'ArrowUp')
    expect(focused()).toBe('Course')
  })

  it('renames with F2 and deletes with Delete what has the focus', async () => {
    const list = show()
    focus(list, 1)
    await press(list, 'F2')
    await press(list, 'Delete')
    expect(acts(list)).toEqual([
      ['rename', ['Minutes.docx']],
      ['delete', ['Minutes.docx']],
    ])
  })

  it('chooses with Space, Shift and Ctrl-A, and acts on all that is chosen', async () => {
    const list = show()
    focus(list, 1)
    await press(list, ' ')
    await press(list, 'ArrowDown', { shiftKey: true })
    await press(list, 'Delete')
    await press(list, 'a', { ctrlKey: true })
    await press(list, 'x', { ctrlKey: true })
    await press(list, 'Escape')
    await press(list, 'Delete')
    expect(acts(list)).toEqual([
      ['delete', ['Minutes.docx', 'Plan.docx']],
      ['cut', ['Course', 'Minutes.docx', 'Plan.docx']],
      ['delete', ['Plan.docx']],
    ])
  })

  it('chooses with the mouse: one row, one more with Ctrl, a range with Shift', async () => {
    const list = show()
    const rows = list.findAll('[data-index]')
    const chosen = () => rows.map((row) => row.attributes('aria-selected'))
    await rows[0]?.trigger('click')
    await rows[2]?.trigger('click', { ctrlKey: true })
    expect(chosen()).toEqual(['true', 'false', 'true'])
    await rows[0]?.trigger('click', { shiftKey: true })
    expect(chosen()).toEqual(['true', 'true', 'true'])
    await rows[1]?.trigger('click')
    expect(chosen()).toEqual(['false', 'true', 'false'])
  })

  it('offers no deletion without the right to', async () => {
    const list = show([minutes], nothing)
    await list.find('[data-index]').trigger('contextmenu')
    expect(await itemsOfMenu('Versions')).not.toMatch(/Delete|Rename|Move/)
  })

  it('opens the menu of a row by its button, and gives the focus back when it closes', async () => {
    const list = show()
    const button = list.findAll('[data-index] button')[1]
    await button?.trigger('click')
    expect(await itemsOfMenu('Versions')).toContain('Delete')
    document
      .querySelector('[role="menu"]')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await vi.waitFor(() => {
      expect(document.activeElement).toBe(button?.element)
    }, 20_000)
  })

  it('draws only the rows that can be seen of a folder with 100,000 documents', () => {
    const nodeAt = (index: number) => (index < 100 ? buildDocument({ id: `d${index}` }) : undefined)
    const selection = useSelection({ nodeAt, total: () => 100_000 })
    const list = mountPage(NodeList, {
      props: { total: 100_000, nodeAt, rightsOf: () => everything, selection },
    })
    const rows = list.findAll('[data-index]')
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.length).toBeLessThan(60)
    const spacer = list.findAll('tbody tr').at(-1)?.find('td').attributes('style') ?? ''
    expect(spacer).toContain(`height: ${(100_000 - rows.length) * 48}px`)
  })
})
