import { shallowRef, type App } from 'vue'
import type { ChangeAspect, OwnAspect } from '@/graphql/generated/graphql'
import { provideLive, type LiveChanges } from '@/graphql/live'

/** Gives an app changes that a test makes up: the result says that something changed. */
export function provideFakeLive(app: App) {
  const watchers = new Map<(changes: LiveChanges) => void, readonly string[]>()
  provideLive(app, {
    isConnected: shallowRef(true),
    watch(nodeIds, onChange) {
      watchers.set(onChange, nodeIds)
      return () => watchers.delete(onChange)
    },
    reset: () => undefined,
  })
  const tellAll = (changes: LiveChanges, nodeId?: string) => {
    for (const [tell, nodeIds] of watchers)
      if (nodeId === undefined || nodeIds.includes(nodeId)) tell(changes)
  }
  return {
    node: (nodeId: string, aspect: ChangeAspect = 'CHILDREN') => {
      tellAll({ isStart: false, nodes: [{ nodeId, aspects: [aspect] }], own: [] }, nodeId)
    },
    own: (aspect: OwnAspect) => {
      tellAll({ isStart: false, nodes: [], own: [aspect] })
    },
  }
}
