import type { Selection } from './use-selection'

/** What the keyboard asks for, about the chosen rows or the one with the focus. */
export type RowAction = 'rename' | 'delete' | 'copy' | 'cut' | 'paste'

export interface UseRowKeysOptions {
  selection: Selection
  total: () => number
  /** Nodes in each row; with several the arrows to the sides walk too. */
  columns?: () => number
  /** The row that is about to get the focus. */
  awaited?: () => number | undefined
  /** Gives the focus to a row, wherever it is. */
  focusRow: (index: number) => void
  /** Without an index nothing has the focus. */
  onAction: (action: RowAction, index: number | undefined) => void
}

const ownKeyboard =
  'input:not([type=checkbox]), textarea, select, [contenteditable], [role="menu"], [role="dialog"], [role="listbox"]'
const actions: Partial<Record<string, RowAction>> = { F2: 'rename', Delete: 'delete' }
const controlActions: Partial<Record<string, RowAction>> = { c: 'copy', x: 'cut', v: 'paste' }

/** The row that an element is in, as its place in the list. */
export function indexOfRow(target: EventTarget | null): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row ? Number(row.dataset.index) : undefined
}

/** Understands the keys of a list: arrows, Home, End, Space, Ctrl-A, Escape, F2, Delete, Ctrl-C, Ctrl-X, Ctrl-V. */
export function useRowKeys(options: UseRowKeysOptions) {
  const { selection, total, columns = () => 1, awaited = () => undefined, focusRow, onAction } = options

  function move(event: KeyboardEvent, to: number) {
    event.preventDefault()
    const index = Math.min(Math.max(to, 0), total() - 1)
    focusRow(index)
    if (event.shiftKey) selection.extendTo(index)
  }

  function walk(event: KeyboardEvent, index: number | undefined): boolean {
    const wide = columns()
    const steps: Partial<Record<string, number>> = {
      ArrowDown: index === undefined ? 0 : index + wide,
      ArrowUp: index === undefined ? total() - 1 : index - wide,
      Home: 0,
      End: total() - 1,
      PageDown: (index ?? 0) + wide * (wide > 1 ? 3 : 10),
      PageUp: (index ?? 0) - wide * (wide > 1 ? 3 : 10),
      ...(wide > 1 ? { ArrowRight: (index ?? -1) + 1, ArrowLeft: (index ?? 1) - 1 } : {}),
    }
    const to = steps[event.key]
    // A row's menu button uses the arrow keys itself.
    if (to === undefined || (event.target as Element).closest('button')) return false
    if (event.shiftKey && selection.chosen.value.size === 0 && index !== undefined) selection.only(index)
    move(event, to)
    return true
  }

  function onControl(event: KeyboardEvent, index: number | undefined) {
    const key = event.key.toLowerCase()
    const action = controlActions[key]
    if (key === 'a') void selection.all()
    // Text that is marked is what people mean to copy.
    else if (!action || window.getSelection()?.toString()) return
    else onAction(action, index)
    event.preventDefault()
  }

  return (event: KeyboardEvent) => {
    if (event.altKey || event.defaultPrevented) return
    if (event.target instanceof Element && event.target.closest(ownKeyboard)) return
    const index = awaited() ?? indexOfRow(event.target)
    if (event.ctrlKey || event.metaKey) {
      onControl(event, index)
      return
    }
    const action = actions[event.key]
    if (action) {
      event.preventDefault()
      onAction(action, index)
    } else if (event.key === 'Escape') selection.clear()
    else if (
      event.key === ' ' &&
      index !== undefined &&
      (event.target as Element).matches('[data-row-link]')
    ) {
      event.preventDefault()
      selection.toggle(index)
    } else if (total() > 0) walk(event, index)
  }
}
