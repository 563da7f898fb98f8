import { useEventListener, useTimeoutFn } from '@vueuse/core'
import type { ShallowRef } from 'vue'

interface LeavableEditor {
  hasUnsavedChanges: Readonly<ShallowRef<boolean>>
  requestClose: () => boolean
  close: () => void
}

export interface UseLeaveOptions {
  /** How long an editor without unsaved changes may take to answer. */
  patienceMs?: number
}

/** Leaves the editor politely: it is asked first, and a page with unsaved changes warns before it closes. */
export function useLeave(
  editor: LeavableEditor,
  go: () => void,
  { patienceMs = 2000 }: UseLeaveOptions = {},
) {
  let wasAsked = false
  const patience = useTimeoutFn(
    () => {
      // With unsaved changes the editor may be asking the person: that can take as long as it likes.
      if (!editor.hasUnsavedChanges.value) finish()
    },
    patienceMs,
    { immediate: false },
  )

  function finish() {
    patience.stop()
    editor.close()
    go()
  }

  function leave() {
    // Who asks twice means it.
    if (wasAsked || !editor.requestClose()) {
      finish()
      return
    }
    wasAsked = true
    patience.start()
  }

  useEventListener(window, 'beforeunload', (event) => {
    if (editor.hasUnsavedChanges.value) event.preventDefault()
  })
  return { leave, finish }
}
