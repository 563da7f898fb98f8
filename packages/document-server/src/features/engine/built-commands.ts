import type { BuiltCommand, DialogAnswer } from './command-arguments.js'
import { color, flag, integer, lineUpTo, text, textUpTo } from './command-arguments.js'
import { formListFile } from './form-list.js'

const click = (id: string): DialogAnswer => ({ id, cmd: 'click', data: 'undefined', type: 'pushbutton' })

/** For a dialog that is only painted: its default button, by the key. */
const enter: DialogAnswer = { id: '', cmd: 'key', data: 'enter', type: 'window' }

/** Ends a dialog whose button does nothing by itself: 1 is LibreOffice's RET_OK. */
const agree: DialogAnswer = { id: '__DIALOG__', cmd: 'response', data: '1', type: 'dialog' }

/** For a field that takes keys only: all of its text is replaced. */
const focus = (id: string): DialogAnswer => ({ id, cmd: 'grab_focus', data: '', type: 'textview' })
const write = (value: string): DialogAnswer => ({ id: '', cmd: 'text', data: value, type: 'keys' })

const short = (value: number) => ({ type: 'short', value })
const nothing = { type: 'long', value: 0 }

/** A line of no width takes away the one that was there; nothing in its place would leave it. */
function line(isDrawn: boolean, lineColor: number) {
  const width = isDrawn ? 26 : 0
  return {
    type: 'com.sun.star.table.BorderLine2',
    value: {
      Color: { type: 'com.sun.star.util.Color', value: lineColor },
      InnerLineWidth: short(0),
      OuterLineWidth: short(width),
      LineDistance: short(0),
      LineStyle: short(0),
      LineWidth: { type: 'unsigned long', value: width },
    },
  }
}

/** Bits of left, right, bottom and top, and of the inner horizontal and vertical lines: in the engine's order. */
const outerLines = [1, 2, 8, 4] as const
const innerLines = [16, 32] as const
const [left, right, bottom, top] = outerLines
const [horizontal, vertical] = innerLines
const around = left | right | bottom | top

/** Which lines are drawn, and which are meant beside them: those are taken away, and others stay as they are. */
const borders: Record<string, { drawn: number; meant: number }> = {
  all: { drawn: around | horizontal | vertical, meant: 0 },
  none: { drawn: 0, meant: around | horizontal | vertical },
  // The outer lines are meant together, or the engine changes none of them.
  outside: { drawn: around, meant: 0 },
  bottom: { drawn: bottom, meant: around },
  top: { drawn: top, meant: around },
  horizontal: { drawn: top | bottom | horizontal, meant: around },
}

/** The engine reads nine outer items and five inner ones, or ignores all of them. */
function borderArguments(kind: string, lineColor: number): string {
  const { drawn, meant } = borders[kind] ?? { drawn: 0, meant: 0 }
  const lineOf = (bit: number) => line((drawn & bit) !== 0, lineColor)
  const outer = [...outerLines.map(lineOf), nothing, nothing, nothing, nothing, nothing]
  const inner = [...innerLines.map(lineOf), short(0), short(drawn | meant), nothing]
  return JSON.stringify({
    OuterBorder: { type: '[]any', value: outer },
    InnerBorder: { type: '[]any', value: inner },
  })
}

/** Commands whose arguments are made here, or that open a dialog which is answered at once. */
export const builtCommands: Record<string, BuiltCommand> = {
  SetBorderStyle: {
    arguments: { Borders: text(16, new RegExp(`^(${Object.keys(borders).join('|')})$`)), Color: color },
    build: ({ Borders, Color }) => ({
      name: 'SetBorderStyle',
      args: borderArguments(String(Borders), Number(Color)),
    }),
  },
  FormatColumns: {
    arguments: { Columns: integer(1, 6) },
    build: ({ Columns }) => ({
      name: 'FormatColumns',
      answers: [{ id: 'colsnf', cmd: 'value', data: String(Columns), type: 'spinfield' }, click('ok')],
    }),
  },
  InsertMultiIndex: {
    arguments: {},
    build: () => ({ name: 'InsertMultiIndex', answers: [click('ok')] }),
  },
  InsertObjectChart: {
    arguments: {},
    build: () => ({ name: 'InsertObjectChart', answers: [click('finish')] }),
  },
  ColorScale: {
    arguments: {},
    build: () => ({ name: 'ColorScaleFormatDialog', answers: [enter] }),
  },
  DataBar: {
    arguments: {},
    build: () => ({ name: 'DataBarFormatDialog', answers: [enter] }),
  },
  AlternativeText: {
    arguments: { Text: textUpTo(1_000) },
    build: ({ Text }) => ({
      name: 'ObjectTitleDescription',
      // Its other field is a title, which few programs read out.
      answers: [focus('desc_entry'), write(String(Text)), agree],
    }),
  },
  InsertListField: {
    arguments: {
      // One to a line, none of them empty.
      Entries: text(8_000, /^[^\p{Cc}]{1,200}(\n[^\p{Cc}]{1,200}){0,199}$/u),
      Open: flag,
      Placeholder: lineUpTo(100),
      Title: lineUpTo(100),
    },
    build: ({ Entries, Open, Placeholder, Title }) => ({
      name: 'InsertDoc',
      file: formListFile({
        // Word refuses a list with the same entry twice.
        entries: [...new Set(String(Entries).split('\n'))],
        isOpen: Open === true,
        placeholder: String(Placeholder),
        title: String(Title),
      }),
    }),
  },
  JumpToMark: {
    // The bookmark travels in the command's name, where these characters end it.
    arguments: { Bookmark: text(500, /^[^&\r\n\0]+$/) },
    build: ({ Bookmark }) => ({ name: `JumpToMark?Bookmark:string=${String(Bookmark)}` }),
  },
}
