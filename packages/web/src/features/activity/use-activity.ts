import { computed, shallowReadonly, shallowRef, watch } from 'vue'
import type { ActivityPageFragment, ActivityRowFragment } from '@/graphql/generated/graphql'

/** Keeps a list of what was done, which grows page by page; it is read anew when what `read` depends on changes. */
export function useActivity<Wanted>(
  wanted: () => Wanted,
  read: (wanted: Wanted, after: string | undefined) => Promise<ActivityPageFragment>,
) {
  const rows = shallowRef<readonly ActivityRowFragment[]>()
  const page = shallowRef<ActivityPageFragment>()
  const error = shallowRef<unknown>()
  let question = 0

  async function ask(after?: string): Promise<void> {
    const current = ++question
    try {
      const answer = await read(wanted(), after)
      if (current !== question) return
      page.value = answer
      rows.value = after ? [...(rows.value ?? []), ...answer.nodes] : answer.nodes
      error.value = undefined
    } catch (cause) {
      if (current === question) error.value = cause
    }
  }

  watch(wanted, () => void ask(), { immediate: true, deep: true })

  return {
    rows: shallowReadonly(rows),
    error: shallowReadonly(error),
    totalCount: computed(() => page.value?.totalCount ?? 0),
    hasMore: computed(() => page.value?.pageInfo.hasNextPage ?? false),
    load: () => ask(),
    loadMore: () => ask(page.value?.pageInfo.endCursor ?? undefined),
  }
}
