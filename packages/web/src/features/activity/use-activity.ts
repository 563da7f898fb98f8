import type { ActivityPageFragment, ActivityRowFragment } from '@/graphql/generated/graphql'
import { toPage, usePages } from '@/graphql/use-pages'

/** Keeps a list of what was done, which grows page by page; it is read anew when what `read` depends on changes. */
export function useActivity<Wanted>(
  wanted: () => Wanted,
  read: (wanted: Wanted, after: string | undefined) => Promise<ActivityPageFragment>,
) {
  return usePages<ActivityRowFragment, Wanted>(wanted, async (what, after) => toPage(await read(what, after)))
}
