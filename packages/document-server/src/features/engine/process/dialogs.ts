import type { DialogAnswer } from '../command-arguments.js'
import type { ViewEvent } from '../engine.types.js'
import { parseFields, textOf } from './payloads.js'

interface Entry {
  text: string
  shown: boolean
}

interface DialogsOptions {
  send: (id: number, answer: DialogAnswer) => void
  emit: (event: ViewEvent) => void
  now?: () => number
}

/** A dialog comes after its command, sometimes after the next ones; much later it is none that a command opened. */
const patienceMs = 8_000

const cancel: DialogAnswer = { id: 'cancel', cmd: 'click', data: 'undefined', type: 'pushbutton' }
const ok: DialogAnswer = { ...cancel, id: 'ok' }

/**
 * The dialogs of one view. Nobody sees them: those that a command of ours opened are answered as it wants, a column's
 * filter is told to the page, and all others, which would hold the document for ever, are cancelled.
 */
export function createDialogs({ send, emit, now = () => performance.now() }: DialogsOptions) {
  const waiting = new Set<number>()
  const answered = new Set<number>()
  const expected: { answers: DialogAnswer[]; until: number }[] = []
  let filter: { id: number; entries: Entry[] } | undefined

  function closeFilter(shown?: number[]) {
    if (!filter) return
    const { id, entries } = filter
    filter = undefined
    if (shown) {
      const wanted = new Set(shown)
      for (const [row, entry] of entries.entries())
        if (wanted.has(row) !== entry.shown) send(id, toggle(row, wanted.has(row)))
    }
    send(id, shown ? ok : cancel)
    emit({ type: 'filter', entries: null })
  }

  function nextAnswers(): DialogAnswer[] | undefined {
    while (expected.length > 0) {
      const next = expected.shift()
      if (next && next.until > now()) return next.answers
    }
    return undefined
  }

  return {
    /** Says how the next dialog is to be answered. */
    expect(answers: DialogAnswer[]) {
      expected.push({ answers, until: now() + patienceMs })
    },
    hear(payload: string) {
      const fields = parseFields(payload)
      const id = Number(fields.id)
      if (fields.action !== undefined || !(id > 0) || answered.has(id)) return
      const entries = filterEntries(fields)
      if (!entries) {
        waiting.add(id)
        return
      }
      if (filter?.id === id) return
      filter = { id, entries }
      emit({ type: 'filter', entries })
    },
    isWaiting: () => waiting.size > 0,
    /** Answers what waits; the view must be the current one. */
    settle() {
      for (const id of waiting) {
        answered.add(id)
        for (const answer of nextAnswers() ?? [cancel]) send(id, answer)
      }
      waiting.clear()
    },
    closeFilter,
  }
}
export type Dialogs = ReturnType<typeof createDialogs>

function toggle(row: number, value: boolean): DialogAnswer {
  const data = JSON.stringify({ row: String(row), value })
  return { id: 'check_list_box', cmd: 'change', data, type: 'treeview' }
}

/** The values of a column, when the dialog is its filter. */
function filterEntries(dialog: unknown): Entry[] | undefined {
  if (typeof dialog !== 'object' || dialog === null) return undefined
  const { id, entries, children }: { id?: unknown; entries?: unknown; children?: unknown } = dialog
  if (id === 'check_list_box')
    return Array.isArray(entries) ? entries.map((entry: unknown) => toEntry(entry)) : []
  if (!Array.isArray(children)) return undefined
  for (const child of children) {
    const found = filterEntries(child)
    if (found) return found
  }
  return undefined
}

function toEntry(entry: unknown): Entry {
  const { text, state }: { text?: unknown; state?: unknown } =
    typeof entry === 'object' && entry !== null ? entry : {}
  return { text: textOf(text), shown: state === true || state === 'true' }
}
