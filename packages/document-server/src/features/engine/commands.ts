import type { CommandArgs } from '@lectern/shared'
import { builtCommands } from './built-commands.js'
import type { Argument, Arguments, DialogAnswer } from './command-arguments.js'
import { anyText, color, flag, float, integer, optional, text } from './command-arguments.js'
import { EngineError } from './engine.types.js'

const plainCommands = [
  'Bold Italic Underline Strikeout SuperScript SubScript LeftPara CenterPara RightPara JustifyPara SpacePara1',
  'SpacePara15 SpacePara2 ParaspaceIncrease ParaspaceDecrease DefaultBullet DefaultNumbering IncrementIndent',
  'DecrementIndent IncrementLevel DecrementLevel ResetAttributes Undo Redo SelectAll Delete InsertPagebreak',
  'InsertLinebreak InsertColumnBreak InsertRowsBefore InsertRowsAfter InsertColumnsBefore InsertColumnsAfter',
  'DeleteRows DeleteColumns DeleteTable MergeCells EntireRow EntireColumn InsertFootnote InsertEndnote',
  'InsertPageNumberField InsertPageCountField JumpToHeader JumpToFooter GoToStartOfDoc GoToEndOfDoc RemoveHyperlink',
  'UpdateAllIndexes AcceptAllTrackedChanges RejectAllTrackedChanges NextTrackedChange PreviousTrackedChange',
  'NumberFormatPercent NumberFormatCurrency NumberFormatDate NumberFormatStandard NumberFormatThousands',
  'NumberFormatScientific NumberFormatTime NumberFormatDecimal NumberFormatIncDecimals NumberFormatDecDecimals',
  'WrapText ToggleMergeCells AlignLeft AlignHorizontalCenter AlignRight AlignTop AlignVCenter AlignBottom FillDown',
  'FillRight ClearContents SortAscending SortDescending DataFilterAutoFilter FreezePanes HideRow HideColumn ShowRow',
  'ShowColumn SetOptimalColumnWidthDirect AutoSum DeleteNote InsertPage DuplicatePage DeletePage HideSlide ShowSlide',
  'BringToFront SendToBack Text Cancel Copy Cut Paste DataSelect',
  'WrapOff WrapOn WrapThrough WrapThroughTransparencyToggle',
  'BasicShapes.rectangle BasicShapes.round-rectangle BasicShapes.ellipse BasicShapes.isosceles-triangle',
  'BasicShapes.diamond BasicShapes.hexagon ArrowShapes.right-arrow ArrowShapes.left-right-arrow',
  'InsertPlainTextContentControl InsertCheckboxContentControl InsertDateContentControl',
  'SymbolShapes.smiley SymbolShapes.heart StarShapes.star5 CalloutShapes.rectangular-callout',
].flatMap((names) => names.split(' '))

const commentId: Argument = text(16, /^\d+$/)
const redlineIndex = integer(0, 65_535, 'unsigned short')
/** What Word takes, too. */
const bookmarkName = text(40, /^\p{L}[\p{L}\p{N}_]*$/u)
const hundredthsOfMillimetres = (max: number) => integer(0, max)

/*
 * Only what is listed here reaches the engine, with exactly these arguments: others open dialogs
 * that nobody sees, or trap when an argument is missing.
 */
const commandsWithArguments: Record<string, Arguments> = {
  CharFontName: { 'CharFontName.FamilyName': text(128) },
  FontHeight: { 'FontHeight.Height': float(1, 1000) },
  Color: { Color: color },
  FontColor: { FontColor: color },
  CharBackColor: { CharBackColor: color },
  StyleApply: { Style: text(128), FamilyName: text(64, /^[A-Za-z]+$/) },
  InsertTable: { Columns: integer(1, 63), Rows: integer(1, 500) },
  SplitCell: { Amount: integer(2, 20), Horizontal: flag },
  InsertSymbol: { Symbols: text(8), FontName: text(128) },
  SetHyperlink: { 'Hyperlink.Text': anyText, 'Hyperlink.URL': text(2048, /^(https?:|mailto:|#)/i) },
  InsertBookmark: { Bookmark: bookmarkName },
  DeleteBookmark: { Bookmark: bookmarkName },
  AttributePageSize: {
    'AttributePageSize.Width': integer(2_500, 120_000),
    'AttributePageSize.Height': integer(2_500, 120_000),
  },
  PageLRMargin: {
    'PageLRMargin.Left': hundredthsOfMillimetres(50_000),
    'PageLRMargin.Right': hundredthsOfMillimetres(50_000),
  },
  PageULMargin: {
    'PageULMargin.Upper': hundredthsOfMillimetres(50_000),
    'PageULMargin.Lower': hundredthsOfMillimetres(50_000),
  },
  InsertPageHeader: { PageStyle: text(128), On: flag },
  InsertPageFooter: { PageStyle: text(128), On: flag },
  TrackChanges: { TrackChanges: flag },
  ShowTrackedChanges: { ShowTrackedChanges: flag },
  AcceptTrackedChange: { AcceptTrackedChange: redlineIndex },
  RejectTrackedChange: { RejectTrackedChange: redlineIndex },
  InsertAnnotation: { Text: anyText, Author: optional(text(256)) },
  ReplyComment: { Id: commentId, Text: anyText },
  EditAnnotation: { Id: commentId, Text: anyText },
  ResolveCommentThread: { Id: commentId },
  DeleteComment: { Id: commentId },
  DeleteCommentThread: { Id: commentId },
  BackgroundColor: { BackgroundColor: color },
  TableCellBackgroundColor: { TableCellBackgroundColor: color },
  FillColor: { FillColor: color },
  NumberFormatValue: { NumberFormatValue: integer(0, 200) },
  GoToCell: { ToPoint: text(64, /^[$A-Za-z0-9:.' ]+$/) },
  EnterString: { StringName: anyText, DontCommit: flag },
  AutoFill: { EndCell: text(32, /^[$A-Za-z0-9]+$/) },
  InsertContents: {
    // Values, formulas, formats, texts, dates, notes: one letter each.
    Flags: text(8, /^[AVFTSDN]+$/),
    FormulaCommand: integer(0, 4, 'unsigned short'),
    SkipEmptyCells: flag,
    Transpose: flag,
    AsLink: flag,
    MoveMode: integer(0, 4, 'unsigned short'),
  },
  ColumnWidth: { ColumnWidth: integer(0, 65_535, 'unsigned short'), Column: integer(1, 16_384) },
  RowHeight: { RowHeight: integer(0, 65_535, 'unsigned short'), Row: integer(1, 1_048_576) },
  SetOptimalRowHeight: { aExtraHeight: integer(0, 100, 'unsigned short') },
  Insert: { Name: text(128), Index: integer(1, 10_000) },
  Name: { Name: text(128), Index: integer(1, 10_000) },
  Remove: { Index: integer(1, 10_000) },
  Move: { Copy: flag, UseCurrentDocument: flag, Index: integer(1, 10_001) },
  SetTabBgColor: { TabBgColor: color },
  Hide: { aTableName: text(128) },
  Show: { aTableName: text(128) },
  AssignLayout: { WhatPage: integer(1, 10_000, 'unsigned long'), WhatLayout: integer(0, 40) },
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
  ...Object.entries(builtCommands).map(([name, built]): [string, Arguments] => [name, built.arguments]),
])

/** A command as the engine process takes it. */
export interface UnoCommand {
  name: string
  args: string
  answers?: DialogAnswer[]
  file?: Uint8Array
}

/** Checks a command against the list; gives its name and its arguments as LibreOffice wants them. */
export function toUnoCommand(name: string, args: CommandArgs = {}): UnoCommand {
  const plainName = name.replace(/^\.uno:/, '')
  const expected = commands.get(plainName)
  if (!expected) throw new EngineError('UNSUPPORTED', `The editor has no command "${plainName}".`)
  for (const key of Object.keys(args)) if (!Object.hasOwn(expected, key)) throw wrongArgument(plainName, key)
  const uno: Record<string, { type: Argument['unoType']; value: string }> = {}
  for (const [key, argument] of Object.entries(expected)) {
    const value = args[key]
    if (value === undefined && argument.optional) continue
    if (!argument.schema.safeParse(value).success) throw wrongArgument(plainName, key)
    uno[key] = { type: argument.unoType, value: String(value) }
  }
  const built = Object.hasOwn(builtCommands, plainName) ? builtCommands[plainName]?.build(args) : undefined
  if (built) return { args: '', ...built, name: `.uno:${built.name}` }
  return { name: `.uno:${plainName}`, args: Object.keys(uno).length > 0 ? JSON.stringify(uno) : '' }
}

function wrongArgument(command: string, key: string): EngineError {
  return new EngineError('UNSUPPORTED', `The command "${command}" does not take this value of "${key}".`)
}
