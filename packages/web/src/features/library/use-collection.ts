import { computed, shallowReadonly, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { useApi } from '@/graphql/api'
import {
  FavouritesDocument,
  RecentDocumentsDocument,
  SharedWithMeDocument,
  type FavouritesQuery,
} from '@/graphql/generated/graphql'
import { useLive } from '@/graphql/use-live'

const documents = {
  favourites: FavouritesDocument,
  recent: RecentDocumentsDocument,
  shared: SharedWithMeDocument,
} as const

/** A list that goes across folders. */
export type CollectionName = keyof typeof documents

/** As many as can be watched at once. */
const maxWatched = 99

/** Shows what somebody marked, opened last, or was given, and keeps it current. */
export function useCollection(name: MaybeRefOrGetter<CollectionName>) {
  const api = useApi()
  const answer = shallowRef<FavouritesQuery>()
  const error = shallowRef<unknown>()
  let question = 0

  async function refresh(): Promise<void> {
    const current = ++question
    try {
      const found = await api.query(documents[toValue(name)], {})
      if (current !== question) return
      answer.value = found
      error.value = undefined
    } catch (cause) {
      if (current === question) error.value = cause
    }
  }

  watch(
    () => toValue(name),
    (now) => {
      answer.value = api.peek(documents[now], {})
      error.value = undefined
      void refresh()
    },
    { immediate: true },
  )
  useLive(
    () =>
      answer.value && [answer.value.root.id, ...answer.value.nodes.slice(0, maxWatched).map(({ id }) => id)],
    refresh,
    { own: 'FAVOURITES' },
  )

  return {
    nodes: computed(() => answer.value?.nodes),
    rootId: computed(() => answer.value?.root.id),
    error: shallowReadonly(error),
    refresh,
  }
}
