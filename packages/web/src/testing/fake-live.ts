import { shallowRef, type App } from 'vue'
import type { ChangeAspect, LiveList, OwnAspect } from '@/graphql/generated/graphql'
import { provideLive, type LiveChanges, type LiveWanted } from '@/graphql/live'

/** Gives an app changes that a test makes up: the result says that something changed. */
export function provideFakeLive(app: App) {
  const watchers = new Map<(changes: LiveChanges) => void, LiveWanted>()
  provideLive(app, {
    isConnected: shallowRef(true),
    watch(wanted, onChange) {
      watchers.set(onChange, wanted)
      return () => watchers.delete(onChange)
    },
    reset: () => undefined,
  })
  const nothing: LiveChanges = { isStart: false, nodes: [], own: [], lists: [] }
  const tellAll = (changes: Partial<LiveChanges>, isFor: (wanted: LiveWanted) => boolean = () => true) => {
    for (const [tell, wanted] of watchers) if (isFor(wanted)) tell({ ...nothing, ...changes })
  }
  return {
    node: (nodeId: string, aspect: ChangeAspect = 'CHILDREN') => {
      tellAll({ nodes: [{ nodeId, aspects: [aspect] }] }, ({ nodeIds }) => nodeIds.includes(nodeId))
    },
    own: (aspect: OwnAspect) => {
      tellAll({ own: [aspect] })
    },
    list: (list: LiveList) => {
      tellAll({ lists: [list] }, ({ lists }) => lists?.includes(list) ?? false)
    },
  }
}
