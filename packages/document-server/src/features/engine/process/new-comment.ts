import { EngineError } from '../engine.types.js'
import { readComments } from './document-lists.js'
import type { Lok } from './lok.js'
import type { ProcessInput } from './messages.js'
import { cellAddress, parseFields, textOf } from './payloads.js'

type Command = Extract<ProcessInput, { type: 'command' }>

interface CommentOptions {
  lok: Lok
  document: number
  post: (command: Command) => void
}

/** More comments than people make at one place. */
const mostAtOnePlace = 100

/** Tells whether a command makes a comment. */
export const makesComment = ({ name }: Command) => name === '.uno:InsertAnnotation'

/**
 * Adds a comment to a text in any case. With the cursor in front of another comment the engine takes the command for a
 * wish to write in that one, and does nothing: then the new one goes behind it.
 */
export function addComment(options: CommentOptions, command: Command): void {
  const count = () => settledComments(options).length
  const before = count()
  options.post(command)
  for (let step = 0; step < mostAtOnePlace && count() === before; step += 1) {
    options.post({ ...command, name: '.uno:GoRight', args: '' })
    options.post(command)
  }
}

/** Adds a comment to a cell. A cell has one, so that a further one is written into it, with its author's name. */
export function addNote(options: CommentOptions, command: Command, cell: () => string | undefined): void {
  const { lok, document, post } = options
  const before = settledComments(options)
  post(command)
  if (settledComments(options).length > before.length) return
  lok.hear(document)
  const part = lok.invoke(document, 'getPart')
  const note = before.find(({ tab, cellRange }) => Number(tab) === part && firstCell(cellRange) === cell())
  if (!note) throw new EngineError('UNSUPPORTED', 'The engine took no comment for this cell.')
  const { Text, Author } = parseFields(command.args)
  const written = `${textOf(note.text)}\n\n${valueOf(Author)}: ${valueOf(Text)}`
  const args = { Id: textOf(note.id), Text: written, Author: textOf(note.author) }
  const typed = Object.entries(args).map(([name, value]) => [name, { type: 'string', value }])
  post({ ...command, name: '.uno:EditAnnotation', args: JSON.stringify(Object.fromEntries(typed)) })
}

/** Reads the comments after what was told before is done. */
function settledComments({ lok, document }: CommentOptions) {
  lok.settle()
  return readComments(lok, document)
}

/** Reads the engine's `1 6 1 6` (columns and rows from 0 on) as B7. */
function firstCell(range: unknown): string {
  const [column = 0, row = 0] = textOf(range).split(' ').map(Number)
  return cellAddress(column, row)
}

function valueOf(argument: unknown): string {
  return typeof argument === 'object' && argument !== null && 'value' in argument
    ? textOf(argument.value)
    : ''
}
