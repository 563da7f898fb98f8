import { flushPromises } from '@vue/test-utils'
import { effectScope, shallowRef } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { usePages } from './use-pages'

const scopes: ReturnType<typeof effectScope>[] = []
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.stop()
})

/** A portal that gives two rows of a list at a time, unless it is broken. */
function open(rows: string[]) {
  const state = { rows, isBroken: false, asked: 0 }
  const wanted = shallowRef('')
  const scope = effectScope()
  scopes.push(scope)
  const list = scope.run(() =>
    usePages(
      () => wanted.value,
      (text, after) => {
        state.asked++
        if (state.isBroken) return Promise.reject(new Error('away'))
        const found = state.rows.filter((row) => row.startsWith(text))
        const start = Number(after ?? 0)
        const next = start + 2 < found.length ? String(start + 2) : undefined
        return Promise.resolve({ rows: found.slice(start, start + 2), totalCount: found.length, next })
      },
    ),
  )
  if (!list) throw new Error('The scope has ended.')
  return { list, wanted, state }
}

describe('a list that grows page by page', () => {
  it('is read anew, as much as is shown, when it is refreshed', async () => {
    const { list, state } = open(['a', 'b', 'c', 'd', 'e'])
    await flushPromises()
    expect([list.rows.value, list.hasMore.value]).toEqual([['a', 'b'], true])
    await list.loadMore()
    state.rows = ['new', 'a', 'b', 'c', 'd', 'e']
    await list.refresh()
    expect(list.rows.value).toEqual(['new', 'a', 'b', 'c'])
    await list.loadMore()
    expect([list.rows.value?.length, list.hasMore.value]).toEqual([6, false])
  })

  it('begins anew when something else is wanted, and drops late answers', async () => {
    const { list, wanted } = open(['a', 'b1', 'b2', 'b3'])
    await flushPromises()
    const late = list.loadMore()
    wanted.value = 'b'
    await flushPromises()
    await late
    expect([list.rows.value, list.totalCount.value]).toEqual([['b1', 'b2'], 3])
  })

  it('stays as it is when the portal cannot be asked, and says why', async () => {
    const { list, state } = open(['a'])
    await flushPromises()
    state.isBroken = true
    await list.refresh()
    expect([list.rows.value, list.error.value]).toEqual([['a'], new Error('away')])
    state.isBroken = false
    await list.refresh()
    expect(list.error.value).toBeUndefined()
  })

  it('asks nothing more when it is left', async () => {
    const { list, state } = open(['a', 'b', 'c'])
    await flushPromises()
    scopes.pop()?.stop()
    state.rows = ['x']
    await list.refresh()
    expect(list.rows.value).toEqual(['a', 'b'])
  })
})
