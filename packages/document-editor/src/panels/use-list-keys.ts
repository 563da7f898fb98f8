import { onScopeDispose, shallowRef, watch } from 'vue'
import { useEditor } from '../editor-context'

interface ListKeys<Item> {
  items: () => readonly Item[]
  /** The key that takes what is marked. */
  takes: readonly string[]
  choose: (item: Item) => void
  close: () => void
}

/** The keys of a list that is open beside the cell, before the document gets them; gives which item is marked. */
export function useListKeys<Item>({ items, takes, choose, close }: ListKeys<Item>) {
  const { sink } = useEditor()
  const active = shallowRef(0)
  watch(items, () => {
    active.value = 0
  })

  function act(key: string, all: readonly Item[]): boolean {
    const item = all[active.value]
    if (key === 'ArrowDown') active.value = (active.value + 1) % all.length
    else if (key === 'ArrowUp') active.value = (active.value + all.length - 1) % all.length
    else if (key === 'Escape') close()
    else if (takes.includes(key) && item !== undefined) choose(item)
    else return false
    return true
  }

  function onKey(event: KeyboardEvent) {
    const all = items()
    if (all.length === 0 || event.target !== sink.value) return
    if (event.ctrlKey || event.metaKey || event.altKey || !act(event.key, all)) return
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('keydown', onKey, true)
  onScopeDispose(() => {
    window.removeEventListener('keydown', onKey, true)
  })
  return active
}
