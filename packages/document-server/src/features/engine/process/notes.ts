import type { TwipRect } from '@lectern/shared'
import { EngineError } from '../engine.types.js'
import { lokCallback } from './callbacks.js'
import type { Lok } from './lok.js'
import type { ProcessInput } from './messages.js'
import type { Callback } from './notes-detour.js'
import { paragraphsOf, plainText, readContent } from './open-document-text.js'
import { parseRect } from './payloads.js'

const escape = { charCode: 27, keyCode: 1281 }
const tab = { charCode: 9, keyCode: 1282 }
const beginWriting = { charCode: 0, keyCode: 769 }
const selectAll = { charCode: 0, keyCode: 512 + 8192 }
const remove = { charCode: 127, keyCode: 1286 }

/** The engine's number of the picture of the slide on its page of notes. */
const slidePicture = 28
/** More shapes than a page of notes has: picture, notes, header, footer, date, number. */
const mostShapes = 12
const patienceMs = 2_000

interface Shape {
  rect: TwipRect
  kind: number
}

export interface NotesOptions {
  lok: Lok
  document: number
  /** Calls back with what the engine tells the current view while `use` runs; nobody else hears of it. */
  listen: (use: (told: Callback[]) => void) => void
}

/**
 * Writes what a speaker wants to say to a slide. The engine has this on a page of its own, which the current view is
 * taken to and back from; by another view, its person could not undo it.
 */
export function createNotesWriter({ lok, document, listen }: NotesOptions) {
  const press = ({ charCode, keyCode }: { charCode: number; keyCode: number }) => {
    for (const kind of [0, 1]) lok.invoke(document, 'postKeyEvent', kind, charCode, keyCode)
  }
  const command = (name: string) => lok.invoke(document, 'postUnoCommand', name, '', 0)

  /** Waits until what was posted is done, and hears what it led to. */
  function settle() {
    lok.settle()
    lok.hear(document)
  }

  /** Goes on to the next shape of the page. */
  function nextShape(told: Callback[]): Shape | undefined {
    const from = told.length
    press(tab)
    settle()
    const payload = told
      .slice(from)
      .filter(([type, text]) => type === lokCallback.graphicSelection && text !== 'EMPTY')
      .at(-1)?.[1]
    const rect = payload === undefined ? null : parseRect(payload)
    const [, kind] = /"type": *(\d+)/.exec(payload ?? '') ?? []
    return rect ? { rect, kind: Number(kind) } : undefined
  }

  /** Selects the largest shape that is not the slide's picture. */
  function selectNotes(told: Callback[]) {
    const shapes = new Map<string, Shape>()
    for (let step = 0; step < mostShapes; step += 1) {
      const shape = nextShape(told)
      if (!shape || shapes.has(keyOf(shape))) break
      shapes.set(keyOf(shape), shape)
    }
    const area = ({ rect }: Shape) => rect.width * rect.height
    const [largest] = [...shapes.values()]
      .filter(({ kind }) => kind !== slidePicture)
      .sort((a, b) => area(b) - area(a))
    // The last step came back to the first shape.
    let current = shapes.keys().next().value
    for (let step = 0; largest && step < mostShapes && current !== keyOf(largest); step += 1) {
      const shape = nextShape(told)
      current = shape && keyOf(shape)
    }
    if (!largest || current !== keyOf(largest))
      throw new EngineError('UNSUPPORTED', 'The page of notes of this slide has no place for text.')
  }

  /** Puts the cursor into the selected shape; what is written before that would make a new one. */
  function enterShape(told: Callback[]) {
    const from = told.length
    press(beginWriting)
    const giveUpAt = performance.now() + patienceMs
    const hasCursor = () => told.slice(from).some(([type]) => type === lokCallback.cursor)
    settle()
    while (!hasCursor()) {
      if (performance.now() > giveUpAt)
        throw new EngineError('UNSUPPORTED', 'The notes of this slide cannot be written in.')
      lok.pause()
      settle()
    }
  }

  function replaceText(text: string) {
    press(selectAll)
    settle()
    const bytes = new TextEncoder().encode(text)
    if (text === '') press(remove)
    else lok.invoke(document, 'paste', 'text/plain;charset=utf-8', bytes, bytes.length)
    settle()
  }

  function leave() {
    press(escape)
    press(escape)
    settle()
  }

  return function write(part: number, text: string) {
    const shown = lok.invoke(document, 'getPart')
    listen((told) => {
      try {
        leave()
        command('.uno:NotesMode')
        settle()
        lok.invoke(document, 'setPart', part)
        settle()
        selectNotes(told)
        enterShape(told)
        replaceText(text)
      } finally {
        leave()
        command('.uno:NormalMultiPaneGUI')
        settle()
        lok.invoke(document, 'setPart', shown)
        settle()
      }
    })
  }
}

const keyOf = ({ rect, kind }: Shape) => `${String(kind)} ${Object.values(rect).join(' ')}`

/** Tells whether an input may give slides other notes, by what is written or because the slides move. */
export function mayChangeNotes(input: ProcessInput): boolean {
  return (
    input.type === 'notes' ||
    input.type === 'movePart' ||
    (input.type === 'command' && ['.uno:Undo', '.uno:Redo'].includes(input.name))
  )
}

/** Reads the notes of all slides from a presentation saved as ODP. */
export function readNotes(odp: Uint8Array): string[] {
  const slides = readContent(odp).match(/<draw:page .*?<\/draw:page>/gs)
  return (slides ?? []).map((slide) => {
    const frames = /<presentation:notes.*$/s.exec(slide)?.[0].match(/<draw:frame .*?<\/draw:frame>/gs) ?? []
    const notes = frames.find((frame) => /^<draw:frame [^>]*presentation:class="notes"/.test(frame))
    return paragraphsOf(notes ?? '', 'p')
      .map(plainText)
      .join('\n')
  })
}
