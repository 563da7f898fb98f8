import { flushPromises } from '@vue/test-utils'
import { createApp, effectScope } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { provideApi, type Api } from '@/graphql/api'
import type { NotificationsQuery } from '@/graphql/generated/graphql'
import { provideFakeLive } from '@/testing/fake-live'
import { useNotifications, type Notification } from './use-notifications'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function buildNotification(id: string): Notification {
  const about = {
    kind: 'SHARE',
    nodeId: 'n',
    nodeType: 'folder',
    title: id,
    text: '',
    role: 'VIEWER',
  } as const
  return { ...about, id, createdAt: '2026-06-15T12:00:00.000Z', isRead: false, actor: null }
}

/** A portal that has these notifications, the newest last, and gives pages of two. */
function open(told: string[]) {
  const app = createApp({})
  const query = (_: unknown, { after }: { after: string | null }): Promise<NotificationsQuery> => {
    const newestFirst = [...told].reverse()
    const start = after ? newestFirst.indexOf(after) + 1 : 0
    const ids = newestFirst.slice(start, start + 2)
    const pageInfo = { endCursor: ids.at(-1) ?? null, hasNextPage: start + 2 < told.length }
    return Promise.resolve({ notifications: { nodes: ids.map(buildNotification), pageInfo } })
  }
  provideApi(app, { query } as unknown as Api)
  const changed = provideFakeLive(app)
  const scope = effectScope()
  stops.push(() => {
    scope.stop()
  })
  const list = app.runWithContext(() => scope.run(useNotifications))
  if (!list) throw new Error('The scope has ended.')
  return { list, changed, titles: () => list.notifications.value?.map(({ title }) => title) }
}

describe('the list of notifications', () => {
  it('shows the newest, and older ones when asked for', async () => {
    const { list, titles } = open(['a', 'b', 'c'])
    await list.load()
    expect([titles(), list.hasMore.value]).toEqual([['c', 'b'], true])
    await list.loadMore()
    expect([titles(), list.hasMore.value]).toEqual([['c', 'b', 'a'], false])
  })

  it('keeps what it shows, each once, when something new comes in', async () => {
    const told = ['a', 'b', 'c']
    const { list, changed, titles } = open(told)
    await list.load()
    await list.loadMore()
    told.push('d')
    changed.own('NOTIFICATIONS')
    await flushPromises()
    expect(titles()).toEqual(['d', 'c', 'b', 'a'])
  })
})
