import { describe, expect, it } from 'vitest'
import { tools } from '../tools'
import type { ToolbarItem } from './items'
import { tabsFor } from './tabs'

const facts = { documentType: 'word', context: 'text', role: 'editor' } as const
const names = (tabs: ReturnType<typeof tabsFor>) => tabs.map(({ name }) => name)
const toolsOf = (item: ToolbarItem): string[] => {
  if (typeof item === 'string') return [item]
  return item.kind === 'menu' ? item.tools.filter((name) => name !== '-') : []
}

describe('the tabs of the toolbar', () => {
  it('have one about tables while the cursor is in a table', () => {
    expect(names(tabsFor(facts))).not.toContain('table')
    expect(names(tabsFor({ ...facts, context: 'table' }))).toContain('table')
  })

  it('offer a reviewer nothing that is not tracked', () => {
    const offered = tabsFor({ ...facts, role: 'reviewer' }).flatMap(({ groups }) =>
      groups.flat().flatMap(toolsOf),
    )
    expect(offered).toContain('bold')
    expect(
      offered.filter((name) => /image|table|acceptAll|rejectAll|trackChanges|columns/.test(name)),
    ).toEqual([])
  })

  it('offer whoever fills in a form nothing that changes the rest of it', () => {
    const tabs = tabsFor({ ...facts, role: 'formFiller', context: 'table' })
    expect(names(tabs)).toEqual(['form', 'view'])
    expect(tabs.flatMap(({ groups }) => groups.flat())).toContain('submit')
  })

  it.each(['word', 'cell', 'slide'] as const)('name only tools that there are, in a %s', (documentType) => {
    const offered = tabsFor({ ...facts, documentType }).flatMap(({ groups }) =>
      groups.flat().flatMap(toolsOf),
    )
    expect(offered.filter((name) => !(name in tools))).toEqual([])
    expect(offered.length).toBeGreaterThan(20)
  })
})
