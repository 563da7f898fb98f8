import { z } from 'zod'
import type { CommandArgs } from '@lectern/shared'
import { EngineError } from './engine.types.js'

/** LibreOffice's name of an argument's type. */
type UnoType = 'string' | 'boolean' | 'long' | 'short' | 'unsigned short' | 'float'

interface Argument {
  unoType: UnoType
  schema: z.ZodType<string | number | boolean>
  optional?: boolean
}

type Arguments = Record<string, Argument>

const text = (maxLength: number, pattern?: RegExp): Argument => {
  const schema = z.string().min(1).max(maxLength)
  return { unoType: 'string', schema: pattern ? schema.regex(pattern) : schema }
}
const anyText: Argument = { unoType: 'string', schema: z.string().max(10_000) }
const flag: Argument = { unoType: 'boolean', schema: z.boolean() }
const integer = (min: number, max: number, unoType: UnoType = 'long'): Argument => ({
  unoType,
  schema: z.number().int().min(min).max(max),
})
/** -1 is no colour (automatic, transparent). */
const color = integer(-1, 0xffffff)
const optional = (argument: Argument): Argument => ({ ...argument, optional: true })

const plainCommands = [
  'Bold Italic Underline Strikeout SuperScript SubScript LeftPara CenterPara RightPara JustifyPara SpacePara1',
  'SpacePara15 SpacePara2 DefaultBullet DefaultNumbering IncrementIndent DecrementIndent ResetAttributes Undo Redo',
  'SelectAll Delete InsertPagebreak InsertLinebreak InsertColumnBreak InsertRowsBefore InsertRowsAfter',
  'InsertColumnsBefore InsertColumnsAfter DeleteRows DeleteColumns DeleteTable MergeCells EntireRow EntireColumn',
  'InsertFootnote InsertEndnote InsertPageNumberField InsertPageCountField GoToStartOfDoc GoToEndOfDoc',
  'NumberFormatPercent NumberFormatCurrency NumberFormatDate NumberFormatStandard NumberFormatThousands',
  'NumberFormatScientific NumberFormatIncDecimals NumberFormatDecDecimals WrapText ToggleMergeCells AlignLeft',
  'AlignHorizontalCenter AlignRight FillDown ClearContents SortAscending SortDescending FreezePanes HideRow HideColumn',
  'ShowRow ShowColumn InsertPage DuplicatePage DeletePage HideSlide ShowSlide BringToFront SendToBack Cancel',
].flatMap((names) => names.split(' '))

/*
 * Only what is listed here reaches the engine, with exactly these arguments: others open dialogs
 * that nobody sees, or trap when an argument is missing.
 */
const commandsWithArguments: Record<string, Arguments> = {
  CharFontName: { 'CharFontName.FamilyName': text(128) },
  FontHeight: { 'FontHeight.Height': { unoType: 'float', schema: z.number().min(1).max(1000) } },
  Color: { Color: color },
  FontColor: { FontColor: color },
  CharBackColor: { CharBackColor: color },
  StyleApply: { Style: text(128), FamilyName: text(64, /^[A-Za-z]+$/) },
  InsertTable: { Columns: integer(1, 63), Rows: integer(1, 500) },
  SetHyperlink: { 'Hyperlink.Text': anyText, 'Hyperlink.URL': text(2048, /^(https?:|mailto:|#)/i) },
  TrackChanges: { TrackChanges: flag },
  InsertAnnotation: { Text: anyText, Author: optional(text(256)) },
  BackgroundColor: { BackgroundColor: color },
  TableCellBackgroundColor: { TableCellBackgroundColor: color },
  GoToCell: { ToPoint: text(64, /^[$A-Za-z0-9:.' ]+$/) },
  EnterString: { StringName: anyText, DontCommit: flag },
  ColumnWidth: { ColumnWidth: integer(0, 65_535, 'unsigned short'), Column: integer(1, 16_384) },
  RowHeight: { RowHeight: integer(0, 65_535, 'unsigned short'), Row: integer(1, 1_048_576) },
  Insert: { Name: text(128), Index: integer(1, 10_000) },
  Name: { Name: text(128), Index: integer(1, 10_000) },
  Remove: { Index: integer(1, 10_000) },
  ExecuteSearch: {
    'SearchItem.SearchString': text(1_000),
    'SearchItem.ReplaceString': optional(anyText),
    'SearchItem.Backward': flag,
    'SearchItem.Command': integer(0, 3),
    'SearchItem.AlgorithmType': optional(integer(0, 1, 'short')),
    'SearchItem.AlgorithmType2': optional(integer(1, 4, 'short')),
    'SearchItem.SearchFlags': optional(integer(0, 0xffff)),
    // Without it the engine throws: 256 ignores case, 0 is exact.
    'SearchItem.TransliterateFlags': integer(0, 256),
  },
}

const commands = new Map<string, Arguments>([
  ...plainCommands.map((name): [string, Arguments] => [name, {}]),
  ...Object.entries(commandsWithArguments),
])

/** Checks a command against the list; gives its name and its arguments as LibreOffice wants them. */
export function toUnoCommand(name: string, args: CommandArgs = {}): { name: string; args: string } {
  const plainName = name.replace(/^\.uno:/, '')
  const expected = commands.get(plainName)
  if (!expected) throw new EngineError('UNSUPPORTED', `The editor has no command "${plainName}".`)
  for (const key of Object.keys(args)) if (!Object.hasOwn(expected, key)) throw wrongArgument(plainName, key)
  const uno: Record<string, { type: UnoType; value: string }> = {}
  for (const [key, argument] of Object.entries(expected)) {
    const value = args[key]
    if (value === undefined && argument.optional) continue
    if (!argument.schema.safeParse(value).success) throw wrongArgument(plainName, key)
    uno[key] = { type: argument.unoType, value: String(value) }
  }
  return { name: `.uno:${plainName}`, args: Object.keys(uno).length > 0 ? JSON.stringify(uno) : '' }
}

function wrongArgument(command: string, key: string): EngineError {
  return new EngineError('UNSUPPORTED', `The command "${command}" does not take this value of "${key}".`)
}
