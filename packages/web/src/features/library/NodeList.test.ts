import { describe, expect, it } from 'vitest'
import type { VueWrapper } from '@vue/test-utils'
import { buildDocument, buildFolder } from '@/testing/builders'
import { mountPage } from '@/testing/mount-page'
import NodeList from './NodeList.vue'
import type { Node } from './node'

const folder = buildFolder({ id: 'f', name: 'Course' })
const minutes = buildDocument({ id: 'd1', title: 'Minutes.docx' })
const plan = buildDocument({ id: 'd2', title: 'Plan.docx', version: { id: 'v', number: 2 } })
const everything = { rename: true, delete: true, share: true }
const nothing = { rename: false, delete: false, share: false }

function show(nodes: Node[] = [folder, minutes, plan], rights = everything) {
  const props = { nodes, totalCount: nodes.length, rightsOf: () => rights, loadingMore: false }
  return mountPage(NodeList, { props })
}

const focused = () => document.activeElement?.textContent.trim()
async function press(list: VueWrapper, key: string) {
  const link = list.findAll('a').find(({ element }) => element === document.activeElement)
  await link?.trigger('keydown', { key })
}
const focus = (list: VueWrapper, index: number) => {
  list.findAll('a')[index]?.element.focus()
}

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
    expect(list.emitted('rename')).toEqual([[minutes]])
    expect(list.emitted('delete')).toEqual([[minutes]])
  })

  it('does neither without the right to', async () => {
    const list = show([minutes], nothing)
    focus(list, 0)
    await press(list, 'F2')
    await press(list, 'Delete')
    expect(list.emitted('rename')).toBeUndefined()
    expect(list.emitted('delete')).toBeUndefined()
  })
})
