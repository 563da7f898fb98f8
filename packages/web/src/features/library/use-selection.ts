import { computed, shallowReadonly, shallowRef } from 'vue'
import type { Node } from './node'

/** Most that Ctrl-A chooses: what is done with them still ends while somebody waits for it. */
export const selectionLimit = 5_000

export interface UseSelectionOptions {
  nodeAt: (index: number) => Node | undefined
  total: () => number
  /** Gives the first rows of the list, also those that nobody has looked at; without it all are there. */
  loadFirst?: (count: number) => Promise<readonly Node[]>
}

/** Which rows of a list are chosen: one, some, a range, or all of them. */
export function useSelection({ nodeAt, total, loadFirst }: UseSelectionOptions) {
  const isLoading = shallowRef(false)
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

  /** Chooses what is there already, and the rest when it has come, unless something else was chosen meanwhile. */
  async function all(): Promise<void> {
    choose(range(0, Math.min(total(), selectionLimit) - 1))
    const before = chosen.value
    if (!loadFirst || before.size >= Math.min(total(), selectionLimit)) return
    isLoading.value = true
    try {
      const nodes = await loadFirst(selectionLimit)
      if (chosen.value === before) chosen.value = new Map(nodes.map((node) => [node.id, node]))
    } catch {
      // What is chosen so far stays, and the bar above the list says how many that are.
    } finally {
      isLoading.value = false
    }
  }

  return {
    /** While rows that were not loaded yet are fetched to be chosen. */
    isLoading: shallowReadonly(isLoading),
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
    all,
    clear: () => {
      if (chosen.value.size > 0) chosen.value = new Map()
    },
  }
}
export type Selection = ReturnType<typeof useSelection>
