import { shallowReadonly, shallowRef } from 'vue'
import { useApi } from '@/graphql/api'
import { MarkNotificationsReadDocument, UnreadNotificationsDocument } from '@/graphql/generated/graphql'
import { useLive } from '@/graphql/use-live'

/** Keeps how many notifications are unread, as they come in and are read, here or elsewhere. */
export function useUnreadCount() {
  const api = useApi()
  const count = shallowRef(0)

  async function refresh(): Promise<void> {
    try {
      count.value = (await api.query(UnreadNotificationsDocument, {})).unreadNotificationCount
    } catch {
      // The number stays as it was; the connection's next start asks again.
    }
  }

  async function markRead(ids?: readonly string[]): Promise<void> {
    const variables = { ids: ids ? [...ids] : null }
    count.value = (await api.mutate(MarkNotificationsReadDocument, variables)).markNotificationsRead
  }

  useLive([], refresh, { own: 'NOTIFICATIONS' })
  return { count: shallowReadonly(count), markRead }
}
