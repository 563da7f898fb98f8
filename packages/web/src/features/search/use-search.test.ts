import { flushPromises } from '@vue/test-utils'
import { createApp, effectScope, nextTick, shallowRef } from 'vue'
import { afterEach, expect, it } from 'vitest'
import { provideApi, type Api } from '@/graphql/api'
import { useSearch } from './use-search'

const scope = effectScope()
afterEach(() => {
  scope.stop()
})

it('shows the hits of the next page below those before, until there are no more', async () => {
  const app = createApp({})
  const asked: (string | undefined)[] = []
  const query = (_: unknown, { after }: { after?: string }) => {
    asked.push(after)
    const nodes = [{ id: after ? 'second' : 'first', name: 'Plans' }]
    const pageInfo = { endCursor: after ? 'b' : 'a', hasNextPage: !after }
    return Promise.resolve({ search: { nodes, pageInfo } })
  }
  provideApi(app, { query } as unknown as Api)
  const text = shallowRef('')
  const none = { documentType: undefined, days: undefined, ownerId: undefined }
  const search = app.runWithContext(() => scope.run(() => useSearch(text, none, { delayMs: 0 })))
  text.value = 'plan'
  await nextTick()
  await expect.poll(() => search?.hits.value.map(({ id }) => id)).toEqual(['first'])
  expect(search?.hasMore.value).toBe(true)
  await search?.loadMore()
  await flushPromises()
  expect(search?.hits.value.map(({ id }) => id)).toEqual(['first', 'second'])
  expect(search?.hasMore.value).toBe(false)
  await search?.loadMore()
  expect(asked).toEqual([undefined, 'a'])
})
