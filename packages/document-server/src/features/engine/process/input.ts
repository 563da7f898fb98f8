import type { DocumentType } from '@lectern/shared'
import { escapeMarkup } from '../../../lib/escape-markup.js'
import type { Dialogs } from './dialogs.js'
import type { FieldWatch } from './field-watch.js'
import type { Lok } from './lok.js'
import type { ProcessInput } from './messages.js'
import { addComment, addNote, makesComment } from './new-comment.js'

const keyEvent = { down: 0, up: 1 } as const
const mouseEvent = { down: 0, up: 1, move: 2 } as const
const compositionEvent = { change: 0, end: 1 } as const
const enter = { charCode: 13, keyCode: 1280 }
const tab = { charCode: 9, keyCode: 1282 }
const beginWriting = { charCode: 0, keyCode: 769 }
const remove = { charCode: 127, keyCode: 1286 }

/** Longer text is pasted: one call for all of it instead of some milliseconds for each letter. */
const longestTypedText = 64

interface InputOptions {
  lok: Lok
  document: number
  documentType: DocumentType
  /** Folder of the virtual file system for pictures on their way into the document. */
  directory: string
  dialogs: Dialogs
  fields: FieldWatch
  writeNotes: (part: number, text: string) => void
  /** Address of the cell under the cursor, as in B12. */
  cell: () => string | undefined
  /** Carries the selected text elsewhere. */
  moveSelection: (wish: Extract<ProcessInput, { type: 'moveSelection' }>) => void
}

/** Applies the input of one view, which must be the current one. */
export function createInput(options: InputOptions) {
  const { lok, document, documentType, directory, dialogs, fields, writeNotes } = options
  const isSpreadsheet = documentType === 'cell'
  let composing = false
  let pictures = 0
  /**
   * The last input may go on a moment later. A new view is not ready at once either: a double click that comes before
   * may leave it in a state in which nothing can be written, for as long as it is open.
   */
  let mustFinish = true
  /** The last input made a table on a slide. */
  let hasNewTable = false
  /** The last input may have brought the cursor into a field. */
  let hasMoved = false

  /**
   * A click may begin to edit a text or a cell, and a command may lead the cursor elsewhere, into a new table or footer:
   * both do it a moment later, and keys that come at once, as those of a journal do, would be lost or go elsewhere.
   */
  function finishLast() {
    mustFinish = false
    lok.settle()
  }

  /** What is typed right behind a new table of a slide belongs into its first cell; not before, or no undo took it away. */
  function enterTable(input: ProcessInput) {
    hasNewTable = false
    if (writes(input)) press(beginWriting)
  }

  function press({ charCode, keyCode }: { charCode: number; keyCode: number }) {
    lok.invoke(document, 'postKeyEvent', keyEvent.down, charCode, keyCode)
    // Letters do nothing when they are let go, and the second event waits until the engine has done the first.
    if (keyCode !== 0) lok.invoke(document, 'postKeyEvent', keyEvent.up, charCode, keyCode)
  }

  /** What is typed over all of a field would leave it after the first letter: it is emptied before. */
  function emptyField() {
    if (documentType !== 'word' || !(hasMoved || fields.isInside())) return
    if (hasMoved) lok.settle()
    lok.hear(document)
    hasMoved = false
    if (fields.isWhole()) press(remove)
  }

  const composition = (event: number, text: string) =>
    lok.invoke(document, 'postWindowExtTextInputEvent', 0, event, text)

  function endComposition() {
    if (!composing) return
    // An end keeps what was composed last, so that is emptied first.
    composition(compositionEvent.change, '')
    composition(compositionEvent.end, '')
    composing = false
  }

  function paste(mimeType: string, data: string) {
    const bytes = new TextEncoder().encode(data)
    lok.invoke(document, 'paste', mimeType, bytes, bytes.length)
  }

  function pasteText(text: string) {
    // A spreadsheet asks in a dialog how to read plain text; a table it takes as it is.
    if (isSpreadsheet) paste('text/html', htmlTable(text))
    else paste('text/plain;charset=utf-8', text)
  }

  function typeText(text: string) {
    // Committing through the composition loses text now and then; as keys, after it is taken back, it is sure.
    endComposition()
    if (text.length > longestTypedText && !isSpreadsheet) {
      pasteText(text)
      return
    }
    const lines = text.replaceAll('\r\n', '\n')
    for (let index = 0; index < lines.length; index += 1) {
      const charCode = lines.charCodeAt(index)
      press(charCode === 10 ? enter : charCode === 9 ? tab : { charCode, keyCode: 0 })
    }
  }

  function insertImage(mimeType: string, data: string) {
    pictures += 1
    // A new name for each: the engine reads a picture again when it needs it, and remembers it by its name.
    const path = `${directory}/picture-${String(Date.now())}-${String(pictures)}.${mimeType.replace(/^.*\//, '')}`
    lok.module.FS.writeFile(path, Buffer.from(data, 'base64'))
    const args = { FileName: { type: 'string', value: `file://${path}` } }
    lok.invoke(document, 'postUnoCommand', '.uno:InsertGraphic', JSON.stringify(args), 0)
  }

  function movePart(from: number, to: number) {
    const parts = lok.invoke(document, 'getParts')
    if (from >= parts || to >= parts || from === to) return
    for (let part = 0; part < parts; part += 1)
      lok.invoke(document, 'selectPart', part, part === from ? 1 : 0)
    // The engine wants the slide behind which it comes, as they are before the move; -1 is the beginning.
    lok.invoke(document, 'moveSelectedParts', to > from ? to : to - 1, 0)
  }

  function fillField({ item, date }: Extract<ProcessInput, { type: 'fillField' }>) {
    const events = [
      ...(item === undefined ? [] : [{ type: 'drop-down', selected: String(item) }]),
      ...(date === undefined ? [] : [{ type: 'date', selected: `${date}T00:00:00Z` }]),
    ]
    for (const event of events) lok.invoke(document, 'sendContentControlEvent', JSON.stringify(event))
  }

  function post({ name, args, unlock, answers }: Extract<ProcessInput, { type: 'command' }>) {
    const view = unlock ? lok.invoke(document, 'getView') : undefined
    if (view !== undefined) lok.invoke(document, 'setViewReadOnly', view, 0)
    // The engine tells when it has done a command for whose dialog we wait.
    lok.invoke(document, 'postUnoCommand', name, args, answers ? 1 : 0)
    if (view !== undefined) lok.invoke(document, 'setViewReadOnly', view, 1)
  }

  function comment(input: Extract<ProcessInput, { type: 'command' }>) {
    if (documentType === 'word') addComment({ lok, document, post }, input)
    else if (isSpreadsheet) addNote({ lok, document, post }, input, options.cell)
    else post(input)
  }

  return function apply(input: ProcessInput): void {
    const isMove = input.type === 'mouse' && input.kind === 'move'
    if (mustFinish && !isMove) finishLast()
    if (hasNewTable && !isMove) enterTable(input)
    switch (input.type) {
      case 'key':
        endComposition()
        if (writes(input)) emptyField()
        hasMoved = input.charCode < 32
        if (input.kind === 'press') press(input)
        else lok.invoke(document, 'postKeyEvent', keyEvent[input.kind], input.charCode, input.keyCode)
        return
      case 'text':
        if (input.text !== ' ') emptyField()
        typeText(input.text)
        return
      case 'compose':
        if (input.text === '') endComposition()
        else {
          if (!composing) emptyField()
          composition(compositionEvent.change, input.text)
          composing = true
        }
        return
      case 'mouse':
        if (input.kind === 'down') endComposition()
        if (input.kind === 'up') {
          hasMoved = true
          mustFinish = true
        }
        lok.invoke(
          document,
          'postMouseEvent',
          mouseEvent[input.kind],
          Math.round(input.x),
          Math.round(input.y),
          input.count,
          input.button,
          input.modifiers,
        )
        return
      case 'command':
        endComposition()
        if (input.answers) dialogs.expect(input.answers)
        if (makesComment(input)) comment(input)
        else post(input)
        mustFinish = documentType === 'slide'
        hasNewTable = documentType === 'slide' && input.name === '.uno:InsertTable'
        return
      case 'insertImage':
        endComposition()
        insertImage(input.mimeType, input.data)
        return
      case 'movePart':
        movePart(input.from, input.to)
        return
      case 'notes':
        endComposition()
        if (documentType === 'slide') writeNotes(input.part, input.text)
        return
      case 'filter':
        dialogs.closeFilter(input.shown)
        return
      case 'moveSelection':
        endComposition()
        if (documentType === 'word') options.moveSelection(input)
        return
      case 'fillField':
        endComposition()
        fillField(input)
        return
      case 'paste':
        endComposition()
        emptyField()
        if (input.mimeType.startsWith('text/plain')) pasteText(input.data)
        else paste(input.mimeType, input.data)
        return
      case 'setPart':
        endComposition()
        lok.invoke(document, 'setPart', input.part)
        return
    }
  }
}

/** Tells whether an input is text. */
function writes(input: ProcessInput): boolean {
  if (input.type === 'key') return input.kind === 'press' && input.charCode > 32
  return input.type === 'text' || input.type === 'compose'
}

/** Writes text with tabs and line ends as an HTML table, one cell for each piece. */
export function htmlTable(text: string): string {
  const rows = text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n')
  const cells = rows.map((row) => row.split('\t').map((cell) => `<td>${escapeMarkup(cell)}</td>`))
  return `<meta charset="utf-8"><table>${cells.map((row) => `<tr>${row.join('')}</tr>`).join('')}</table>`
}
