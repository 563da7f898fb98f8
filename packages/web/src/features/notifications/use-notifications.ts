import { computed, shallowReadonly, shallowRef } from 'vue'
import { useApi } from '@/graphql/api'
import { NotificationsDocument, type NotificationsQuery } from '@/graphql/generated/graphql'
import { useLive } from '@/graphql/use-live'

export type Notification = NotificationsQuery['notifications']['nodes'][number]

/** Lists what the person was told, the newest first, and what comes in meanwhile. */
export function useNotifications() {
  const api = useApi()
  const page = shallowRef<NotificationsQuery['notifications']>()
  const older = shallowRef<readonly Notification[]>([])
  const next = shallowRef<string | null>(null)
  const error = shallowRef<unknown>()

  async function load(): Promise<void> {
    try {
      const found = (await api.query(NotificationsDocument, { after: null })).notifications
      // What was shown below the first page stays; what moved down from it is in both.
      const fresh = new Set(found.nodes.map(({ id }) => id))
      older.value = [...(page.value?.nodes ?? []), ...older.value].filter(({ id }) => !fresh.has(id))
      if (!page.value) next.value = cursorAfter(found)
      page.value = found
      error.value = undefined
    } catch (cause) {
      error.value = cause
    }
  }

  async function loadMore(): Promise<void> {
    try {
      const found = (await api.query(NotificationsDocument, { after: next.value })).notifications
      older.value = [...older.value, ...found.nodes]
      next.value = cursorAfter(found)
    } catch (cause) {
      error.value = cause
    }
  }

  useLive([], load, { own: 'NOTIFICATIONS' })
  return {
    notifications: computed(() => page.value && [...page.value.nodes, ...older.value]),
    hasMore: computed(() => next.value !== null),
    error: shallowReadonly(error),
    load,
    loadMore,
  }
}

function cursorAfter({ pageInfo }: NotificationsQuery['notifications']): string | null {
  return pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null
}
