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

const noLine = { type: 'long', value: 0 }

function line(lineColor: number) {
  const short = (value: number) => ({ type: 'short', value })
  const width = 26
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

/** Which of left, right, top, bottom, and the inner horizontal and vertical lines are drawn. */
const borders: Record<string, readonly [number, number, number, number, number, number]> = {
  all: [1, 1, 1, 1, 1, 1],
  none: [0, 0, 0, 0, 0, 0],
  outside: [1, 1, 1, 1, 0, 0],
  bottom: [0, 0, 0, 1, 0, 0],
  top: [0, 0, 1, 0, 0, 0],
  horizontal: [0, 0, 1, 1, 1, 0],
}

/*
 * The engine reads nine outer items and five inner ones, or ignores all of them; 127 says that each of the
 * lines is meant.
 */
function borderArguments(kind: string, lineColor: number): string {
  const drawn = (borders[kind] ?? []).map((isDrawn) => (isDrawn ? line(lineColor) : noLine))
  const short = (value: number) => ({ type: 'short', value })
  const outer = [...drawn.slice(0, 4), noLine, noLine, noLine, noLine, noLine]
  const inner = [...drawn.slice(4), short(0), short(127), noLine]
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
