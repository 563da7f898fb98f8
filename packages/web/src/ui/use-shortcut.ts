import { useEventListener } from '@vueuse/core'

const takesText =
  'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"], [role="listbox"]'

/** Calls an action for one key, unless somebody is typing or a menu or dialog has the keyboard. */
export function useShortcut(key: string, action: () => void): void {
  useEventListener(document, 'keydown', (event: KeyboardEvent) => {
    if (event.key !== key || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return
    if (event.target instanceof Element && event.target.closest(takesText)) return
    event.preventDefault()
    action()
  })
}
