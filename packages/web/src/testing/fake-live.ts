import { shallowRef, type App } from 'vue'
import type { ChangeAspect } from '@/graphql/generated/graphql'
import { provideLive, type LiveChanges } from '@/graphql/live'

/** Gives an app changes that a test makes up: call the result to say that something of a node changed. */
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
  return (nodeId: string, aspect: ChangeAspect = 'CHILDREN') => {
    for (const [tell, nodeIds] of watchers)
      if (nodeIds.includes(nodeId)) tell({ isStart: false, nodes: [{ nodeId, aspects: [aspect] }] })
  }
}
