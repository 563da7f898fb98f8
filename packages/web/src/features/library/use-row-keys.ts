import { toValue, type MaybeRefOrGetter } from 'vue'

type RowAction = 'F2' | 'Delete'

/** Moves through rows by the arrow keys, Home and End, and passes F2 and Delete on with the row's id. */
export function useRowKeys(
  container: MaybeRefOrGetter<HTMLElement | null>,
  onAction: (key: RowAction, id: string) => void,
) {
  return (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    const row = target.closest<HTMLElement>('[data-node-id]')
    const links = [...(toValue(container)?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
    const link = row?.querySelector<HTMLElement>('[data-row-link]')
    if (!row || !link || event.altKey || event.ctrlKey || event.metaKey) return

    if (event.key === 'F2' || event.key === 'Delete') {
      event.preventDefault()
      onAction(event.key, row.dataset.nodeId ?? '')
      return
    }
    const next = nextIndex(event.key, links.indexOf(link), links.length)
    // The row's menu button uses the arrow keys itself.
    if (next === undefined || target !== link) return
    event.preventDefault()
    links[next]?.focus()
  }
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, count - 1)
    case 'ArrowUp':
      return Math.max(index - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
