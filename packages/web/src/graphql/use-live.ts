import { useThrottleFn } from '@vueuse/core'
import { computed, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { ChangeAspect, LiveList, OwnAspect } from './generated/graphql'
import { injectLive, type LiveChanges } from './live'

export interface UseLiveOptions {
  /** What of the nodes matters; all without. */
  aspects?: readonly ChangeAspect[]
  /** Something of the person's own to be told of, besides the nodes. */
  own?: OwnAspect
  /** Lists to be told of, besides the nodes. */
  lists?: readonly LiveList[]
  /** Changes that follow each other faster are answered by one look. */
  throttleMs?: number
}

/**
 * Calls `refresh` when something changed in folders or documents, and when that cannot be known. Without ids nothing is
 * watched yet.
 */
export function useLive(
  nodeIds: MaybeRefOrGetter<readonly string[] | undefined>,
  refresh: () => unknown,
  { aspects, own, lists, throttleMs = 500 }: UseLiveOptions = {},
) {
  const live = injectLive()
  const watched = computed(() => toValue(nodeIds)?.join())
  const look = useThrottleFn(refresh, throttleMs, true)

  function concerns({ isStart, nodes, own: changed, lists: listed }: LiveChanges): boolean {
    if (isStart || listed.length > 0 || (own && changed.includes(own))) return true
    return nodes.some((node) => !aspects || node.aspects.some((one) => aspects.includes(one)))
  }

  watch(
    watched,
    (ids, _, onCleanup) => {
      if (ids === undefined) return
      onCleanup(
        live.watch({ nodeIds: ids === '' ? [] : ids.split(','), ...(lists && { lists }) }, (changes) => {
          if (concerns(changes)) void look()
        }),
      )
    },
    { immediate: true },
  )

  return { isConnected: live.isConnected }
}
