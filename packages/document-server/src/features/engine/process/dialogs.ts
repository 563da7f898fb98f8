import type { DialogAnswer } from '../command-arguments.js'
import type { ViewEvent } from '../engine.types.js'
import { parseFields, textOf } from './payloads.js'

type Fields = Partial<Record<string, unknown>>

interface Entry {
  text: string
  shown: boolean
}

interface DialogKey {
  charCode: number
  keyCode: number
}

/** A dialog that tells nothing but that it is there and was painted. */
interface PaintedDialog {
  openedAt: number
  /** When it gets its next key: once it was painted anew, or a little later. */
  dueAt: number
}

/** Answers for a dialog that a command opens. */
interface Expected {
  answers: DialogAnswer[]
  /** The engine has done the command. */
  isDone: boolean
  until: number
}

interface DialogsOptions {
  send: (id: number, answer: DialogAnswer) => void
  /** Presses a key in a dialog. */
  press: (id: number, key: DialogKey) => void
  /** Waits until the keys have been taken: answers that are no keys would overtake them. */
  settleKeys: () => void
  emit: (event: ViewEvent) => void
  now?: () => number
}

/** The engine says when it has done a command; the parts of a dialog that are loaded for the first time take seconds. */
const longestCommandMs = 20_000

/**
 * A dialog comes at its command or when the engine has time, one that is only painted sometimes after the next
 * commands; later it is none that the command opened, or the command cannot be used where the cursor is.
 */
const longestToComeMs = { told: 3_000, painted: 8_000 }

/** Whatever its default button has not closed by then would hold the document for ever. */
const longestOpenMs = 15_000

/** Questions that come back at commands now and then, by their names: their default is what people mean. */
const questions: ReadonlySet<unknown> = new Set(['MergeCellsDialog'])

/** How often a dialog that is only painted gets its key until it is gone. */
const pressEveryMs = 100

const cancel: DialogAnswer = { id: 'cancel', cmd: 'click', data: 'undefined', type: 'pushbutton' }
const ok: DialogAnswer = { ...cancel, id: 'ok' }
const enter: DialogKey = { charCode: 13, keyCode: 1280 }
const escape: DialogKey = { charCode: 27, keyCode: 1281 }
const selectAll: DialogKey = { charCode: 0, keyCode: 512 + 8192 }
const remove: DialogKey = { charCode: 127, keyCode: 1286 }
const close: DialogAnswer = { id: '__POPOVER__', cmd: 'close', data: 'null', type: 'popover' }

/**
 * The dialogs of one view. Nobody sees them: those that a command of ours opened are answered as it wants, a column's
 * filter is told to the page, and all others, which would hold the document for ever, are cancelled.
 */
export function createDialogs({
  send,
  press,
  settleKeys,
  emit,
  now = () => performance.now(),
}: DialogsOptions) {
  const waiting = new Set<number>()
  const answered = new Set<number>()
  const painted = new Map<number, PaintedDialog>()
  const expected: Expected[] = []
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

  /** Some fields of dialogs take keys only. */
  function give(id: number, answers: DialogAnswer[]) {
    let hasPressed = false
    for (const answer of answers) {
      const isText = answer.type === 'keys'
      if (isText) writeOver(id, answer.data.replace(/\s+/g, ' ').trim())
      else {
        if (hasPressed) settleKeys()
        send(id, answer)
      }
      hasPressed = isText
    }
  }

  function writeOver(id: number, text: string) {
    press(id, selectAll)
    if (text === '') press(id, remove)
    for (let index = 0; index < text.length; index += 1)
      press(id, { charCode: text.charCodeAt(index), keyCode: 0 })
  }

  function nextAnswers(): DialogAnswer[] | undefined {
    forgetOld()
    return expected.shift()?.answers
  }

  /** A dialog that is only painted is the one for which a command waits. */
  function takeExpected(): boolean {
    return isForPainted(expected[0]?.answers) && nextAnswers() !== undefined
  }

  function forgetOld() {
    while (expected[0] && expected[0].until <= now()) expected.shift()
  }

  const isDue = ({ dueAt }: PaintedDialog) => now() >= dueAt

  function pressOn(id: number, dialog: PaintedDialog) {
    if (!isDue(dialog)) return
    press(id, now() - dialog.openedAt < longestOpenMs ? enter : escape)
    dialog.dueAt = now() + pressEveryMs
  }

  /** A list of values under a cell: told to the page, which writes the one that is chosen. */
  function tellChoices(id: number, choices: string[]) {
    answered.add(id)
    send(id, close)
    emit({ type: 'choices', entries: choices })
  }

  return {
    /** Says how the next dialog is to be answered. */
    expect(answers: DialogAnswer[]) {
      expected.push({ answers, isDone: false, until: now() + longestCommandMs })
    },
    /** The next command that opens a dialog was done: its dialog comes soon, or not at all. */
    hearDone() {
      const next = expected.find(({ isDone }) => !isDone)
      if (!next) return
      next.isDone = true
      next.until = now() + longestToComeMs[isForPainted(next.answers) ? 'painted' : 'told']
    },
    hear(payload: string) {
      const fields = parseFields(payload)
      const id = Number(fields.id)
      if (fields.action !== undefined || !(id > 0) || answered.has(id)) return
      const entries = filterEntries(fields)
      const choices = popupChoices(fields)
      if (choices) {
        tellChoices(id, choices)
        return
      }
      if (!entries) {
        waiting.add(id)
        return
      }
      if (filter?.id === id) return
      filter = { id, entries }
      emit({ type: 'filter', entries })
    },
    /**
     * Follows the dialogs that are only painted; such a one is left alone unless a command of ours waits for it, or
     * it is a question whose answer is known.
     * It takes no key before it is painted, and perhaps not the first ones: it is pressed until it is gone.
     */
    hearWindow(payload: string) {
      const { id, action, type, unique_id: name } = parseFields(payload)
      const window = Number(id)
      const dialog = painted.get(window)
      forgetOld()
      if (action === 'created' && type === 'dialog' && (questions.has(name) || takeExpected()))
        painted.set(window, { openedAt: now(), dueAt: now() + pressEveryMs })
      else if (action === 'invalidate' && dialog) dialog.dueAt = now()
      else if (action === 'close') painted.delete(window)
    },
    /** Something is to be answered now. */
    isWaiting: () => waiting.size > 0 || [...painted.values()].some(isDue),
    /** A dialog that gets keys is not gone yet. */
    isOpen: () => painted.size > 0,
    /** The dialog of a command has not come yet. */
    isExpecting() {
      forgetOld()
      return expected.length > 0
    },
    /** Answers what waits; the view must be the current one. */
    settle() {
      for (const id of waiting) {
        answered.add(id)
        give(id, nextAnswers() ?? [cancel])
      }
      waiting.clear()
      for (const [id, dialog] of painted) pressOn(id, dialog)
    },
    closeFilter,
  }
}
/** Tells whether a command opens a dialog whose fields are told of, not one that is only painted. */
export function tellsItsDialog({ answers }: { answers?: DialogAnswer[] }): boolean {
  return answers?.[0] !== undefined && !isForPainted(answers)
}

/** Tells whether answers are keys for a dialog that is only painted. */
function isForPainted(answers?: DialogAnswer[]): boolean {
  return answers?.[0]?.type === 'window'
}

export type Dialogs = ReturnType<typeof createDialogs>

function toggle(row: number, value: boolean): DialogAnswer {
  const data = JSON.stringify({ row: String(row), value })
  return { id: 'check_list_box', cmd: 'change', data, type: 'treeview' }
}

/** The texts of a list that pops up alone, as the one of a cell's allowed values does. */
function popupChoices(dialog: Fields): string[] | undefined {
  const list = dialog.type === 'modalpopup' ? findChild(dialog, 'list') : undefined
  return list && Array.isArray(list.entries)
    ? list.entries.map((entry: unknown) => toEntry(entry).text)
    : undefined
}

function findChild(dialog: Fields, id: string): Fields | undefined {
  if (dialog.id === id) return dialog
  if (!Array.isArray(dialog.children)) return undefined
  const children: unknown[] = dialog.children
  for (const child of children) {
    const fields: Fields = typeof child === 'object' && child !== null ? child : {}
    const found = findChild(fields, id)
    if (found) return found
  }
  return undefined
}

/** The values of a column, when the dialog is its filter. */
function filterEntries(dialog: Fields): Entry[] | undefined {
  const list = findChild(dialog, 'check_list_box')
  if (!list) return undefined
  return Array.isArray(list.entries) ? list.entries.map((entry: unknown) => toEntry(entry)) : []
}

function toEntry(entry: unknown): Entry {
  const { text, state }: { text?: unknown; state?: unknown } =
    typeof entry === 'object' && entry !== null ? entry : {}
  return { text: textOf(text), shown: state === true || state === 'true' }
}
