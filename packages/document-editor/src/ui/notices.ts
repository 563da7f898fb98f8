import { shallowReadonly, shallowRef } from 'vue'

export interface Notice {
  id: number
  text: string
}

export interface Dialog {
  title: string
  text: string
  details?: string
  /** Text of the person's own, to be copied. */
  quote?: string
}

/** Short notices that go away by themselves, and the one dialog that stays. */
export function createNotices(showForMs = 6_000) {
  const notices = shallowRef<Notice[]>([])
  const dialog = shallowRef<Dialog>()
  let nextId = 1

  function dismiss(id: number) {
    notices.value = notices.value.filter((notice) => notice.id !== id)
  }

  return {
    notices: shallowReadonly(notices),
    dialog: shallowReadonly(dialog),
    show(text: string) {
      const id = nextId++
      notices.value = [...notices.value.slice(-2), { id, text }]
      setTimeout(() => {
        dismiss(id)
      }, showForMs)
    },
    dismiss,
    open(content: Dialog) {
      dialog.value = content
    },
    close() {
      dialog.value = undefined
    },
  }
}

export type Notices = ReturnType<typeof createNotices>
