import { computed, shallowRef, toValue, type MaybeRefOrGetter } from 'vue'
import { useApi } from '@/graphql/api'
import {
  FavouritesDocument,
  RecentDocumentsDocument,
  SharedWithMeDocument,
} from '@/graphql/generated/graphql'
import { useLive } from '@/graphql/use-live'
import { toPage, usePages } from '@/graphql/use-pages'
import type { Node } from './node'

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
  /** Which list was read last: rows of another one are not shown under its name. */
  const read = shallowRef<{ name: CollectionName; rootId: string }>()
  const pages = usePages<Node, CollectionName>(
    () => toValue(name),
    async (wanted, after) => {
      const { root, page } = await api.query(documents[wanted], { after })
      if (wanted === toValue(name)) read.value = { name: wanted, rootId: root.id }
      return toPage(page)
    },
  )
  const isRead = computed(() => read.value?.name === toValue(name))
  const known = computed(() => (isRead.value ? undefined : api.peek(documents[toValue(name)], {})))
  const nodes = computed(() => (isRead.value ? pages.rows.value : known.value?.page.nodes))
  const rootId = computed(() => (isRead.value ? read.value?.rootId : known.value?.root.id))

  useLive(
    () =>
      rootId.value && nodes.value
        ? [rootId.value, ...nodes.value.slice(0, maxWatched).map(({ id }) => id)]
        : undefined,
    pages.refresh,
    { own: 'FAVOURITES' },
  )

  return {
    nodes,
    rootId,
    error: pages.error,
    hasMore: computed(() => isRead.value && pages.hasMore.value),
    loadMore: pages.loadMore,
    refresh: pages.refresh,
  }
}
