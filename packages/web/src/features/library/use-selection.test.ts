import { describe, expect, it } from 'vitest'
import { buildFolder } from '@/testing/builders'
import { selectionLimit, useSelection } from './use-selection'

const nodes = (count: number) =>
  Array.from({ length: count }, (_, index) => buildFolder({ id: String(index), name: `Folder ${index}` }))

/** A list of which a hundred rows are loaded. */
function openList(total: number) {
  const loaded = nodes(100)
  const asked: number[] = []
  const selection = useSelection({
    nodeAt: (index) => loaded[index],
    total: () => total,
    loadFirst: (count) => {
      asked.push(count)
      return Promise.resolve(nodes(Math.min(count, total)))
    },
  })
  return { selection, asked }
}

describe('choosing all', () => {
  it('chooses the rows that are not loaded too', async () => {
    const { selection } = openList(250)
    const choosing = selection.all()
    expect([selection.chosen.value.size, selection.isLoading.value]).toEqual([100, true])
    await choosing
    expect([selection.chosen.value.size, selection.isLoading.value]).toEqual([250, false])
  })

  it('asks for nothing when all is there', async () => {
    const { selection, asked } = openList(100)
    await selection.all()
    expect([selection.chosen.value.size, asked]).toEqual([100, []])
  })

  it('stops at a limit', async () => {
    const { selection, asked } = openList(100_000)
    await selection.all()
    expect([selection.chosen.value.size, asked]).toEqual([selectionLimit, [selectionLimit]])
  })

  it('leaves what was chosen while the rest was on its way', async () => {
    const { selection } = openList(250)
    const choosing = selection.all()
    selection.only(3)
    await choosing
    expect([...selection.chosen.value.keys()]).toEqual(['3'])
  })
})
