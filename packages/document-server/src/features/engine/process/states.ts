/** The command states that an editor's toolbar and status line show; LibreOffice raises hundreds more. */
const forwardedStates = new Set(
  [
    'Bold Italic Underline Strikeout SuperScript SubScript CharFontName FontHeight Color FontColor CharBackColor',
    'StyleApply LeftPara CenterPara RightPara JustifyPara DefaultBullet DefaultNumbering IncrementIndent',
    'DecrementIndent SpacePara1 SpacePara15 SpacePara2 Undo Redo Cut Copy Paste TrackChanges StateWordCount',
    'StatePageNumber PageStatus StateTableCell RowColSelCount FreezePanes WrapText ToggleMergeCells BackgroundColor',
    'AlignLeft AlignRight AlignHorizontalCenter NumberFormatPercent NumberFormatCurrency NumberFormatDate',
    'NumberFormatDecimal NumberFormatStandard NumberFormatThousands DeleteRows DeleteColumns InsertRowsBefore',
    'InsertRowsAfter InsertColumnsBefore InsertColumnsAfter DeleteTable MergeCells SplitCell InsertTable DeletePage',
    'InsertMode LanguageStatus DataFilterAutoFilter IncrementLevel DecrementLevel SortAscending',
    'DataSelect AcceptTrackedChange RejectTrackedChange StatusPageStyle InsertPageHeader InsertPageFooter InsertAnnotation AssignLayout',
    'InsertPlainTextContentControl InsertCheckboxContentControl InsertDateContentControl InsertFootnote InsertBookmark',
    'ShowTrackedChanges NumberFormatTime NumberFormatScientific',
  ].flatMap((names) => names.split(' ').map((name) => `.uno:${name}`)),
)

export const modifiedState = '.uno:ModifiedStatus'

/** Reads a state callback (`.uno:Bold=true`, or JSON with `commandName` and `state`). */
export function parseState(payload: string): { name: string; value: string } | undefined {
  const equals = payload.indexOf('=')
  if (!payload.startsWith('.uno:') || equals < 0) return undefined
  return { name: payload.slice(0, equals), value: payload.slice(equals + 1) }
}

/** Tells whether an editor wants to know of this state. */
export function isForwardedState(name: string): boolean {
  return forwardedStates.has(name)
}
