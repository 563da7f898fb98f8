import { describe, expect, it } from 'vitest'
import { readAll } from './read-all'

describe('reading a list to its end', () => {
  it('asks for page after page', async () => {
    const pages = [['a', 'b'], ['c', 'd'], ['e']]
    const asked: (string | undefined)[] = []
    const rows = await readAll((after) => {
      asked.push(after)
      const number = Number(after ?? 0)
      const hasNextPage = number < pages.length - 1
      const pageInfo = { endCursor: String(number + 1), hasNextPage }
      return Promise.resolve({ nodes: pages[number] ?? [], pageInfo })
    })
    expect(rows).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(asked).toEqual([undefined, '1', '2'])
  })
})
