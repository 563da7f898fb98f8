import { walkXml } from '../../lib/xml-walk.js'
import { describeFormula } from './cell-parts.js'
import { toLines, type DocumentLine, type DocumentPart } from './document-part.js'
import { listParagraphs, openDocumentTags } from './paragraphs.js'

/** A cell may be written once and stand for many; an empty rest of a sheet stands for a million. */
const maxRepeats = 1_000

/** Tells which parts of a file hold the text of an OpenDocument file. */
export const isOpenDocumentPart = (name: string) => name === 'content.xml'

/** Reads the text of an OpenDocument text. */
export function readOpenTextParts(texts: ReadonlyMap<string, string>): DocumentPart[] {
  const paragraphs = listParagraphs(texts.get('content.xml') ?? '', openDocumentTags)
  return [{ kind: 'body', title: null, lines: toLines(paragraphs) }]
}

/** Reads the text of an OpenDocument presentation, slide by slide. */
export function readOpenSlideParts(texts: ReadonlyMap<string, string>): DocumentPart[] {
  const pages = (texts.get('content.xml') ?? '').split(/<draw:page[\s>]/).slice(1)
  return pages.map((page, index) => ({
    kind: 'slide',
    title: String(index + 1),
    lines: toLines(listParagraphs(page, openDocumentTags)),
  }))
}

/** Reads the cells of an OpenDocument spreadsheet, sheet by sheet. */
export function readOpenCellParts(texts: ReadonlyMap<string, string>): DocumentPart[] {
  const sheets: DocumentPart[] = []
  let cursor = { row: 0, column: 0, rows: 1, columns: 1, formula: '', text: '', depth: 0 }
  walkXml(texts.get('content.xml') ?? '', {
    open(name, attribute) {
      const repeated = (attributeName: string) => Number(attribute(attributeName) ?? 1) || 1
      if (name === 'table:table') {
        sheets.push({ kind: 'sheet', title: attribute('table:name') ?? '', lines: [] })
        cursor = { ...cursor, row: 0, column: 0 }
      } else if (name === 'table:table-row')
        cursor = { ...cursor, column: 0, rows: repeated('table:number-rows-repeated') }
      else if (isCell(name))
        cursor = {
          ...cursor,
          columns: repeated('table:number-columns-repeated'),
          formula: (attribute('table:formula') ?? '').replace(/^\w+:=/, ''),
          text: '',
        }
      else if (name === 'text:p') {
        if (cursor.text) cursor.text += ' '
        cursor.depth++
      }
    },
    close(name) {
      if (name === 'text:p') cursor.depth--
      else if (name === 'table:table-row') cursor.row += cursor.rows
      else if (isCell(name)) {
        sheets.at(-1)?.lines.push(...linesOf(cursor))
        cursor.column += cursor.columns
      }
    },
    text(text) {
      if (cursor.depth > 0) cursor.text += text
    },
  })
  return sheets
}

const isCell = (name: string) => name === 'table:table-cell' || name === 'table:covered-table-cell'

interface RepeatedCell {
  row: number
  column: number
  rows: number
  columns: number
  formula: string
  text: string
}

function linesOf({ row, column, rows, columns, formula, text }: RepeatedCell): DocumentLine[] {
  const shown = describeFormula(formula, text)
  if (shown === '') return []
  const lines: DocumentLine[] = []
  for (let down = 0; down < rows; down++)
    for (let right = 0; right < columns && lines.length < maxRepeats; right++)
      lines.push({ place: `${columnName(column + right)}${row + down + 1}`, text: shown })
  return lines
}

function columnName(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}
