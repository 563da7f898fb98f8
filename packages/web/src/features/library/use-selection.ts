import { computed, shallowReadonly, shallowRef } from 'vue'
import type { Node } from './node'

/** Which rows of a list are chosen: one, some, a range, or all that is loaded. */
export function useSelection(nodeAt: (index: number) => Node | undefined, total: () => number) {
  const chosen = shallowRef<ReadonlyMap<string, Node>>(new Map())
  let anchor = 0

  function choose(indexes: Iterable<number>, before: Iterable<[string, Node]> = []) {
    const next = new Map(before)
    for (const index of indexes) {
      const node = nodeAt(index)
      if (node) next.set(node.id, node)
    }
    chosen.value = next
  }

  function* range(from: number, to: number) {
    for (let index = Math.min(from, to); index <= Math.max(from, to); index++) yield index
  }

  return {
    chosen: shallowReadonly(chosen),
    nodes: computed(() => [...chosen.value.values()]),
    only(index: number) {
      anchor = index
      choose([index])
    },
    toggle(index: number) {
      const node = nodeAt(index)
      anchor = index
      if (!node) return
      if (!chosen.value.has(node.id)) choose([index], chosen.value)
      else chosen.value = new Map([...chosen.value].filter(([id]) => id !== node.id))
    },
    /** From the row that was chosen last to this one. */
    extendTo: (index: number) => {
      choose(range(anchor, index))
    },
    all: () => {
      choose(range(0, total() - 1))
    },
    clear: () => {
      if (chosen.value.size > 0) chosen.value = new Map()
    },
  }
}
export type Selection = ReturnType<typeof useSelection>
