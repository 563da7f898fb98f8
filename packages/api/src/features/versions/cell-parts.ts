import { walkXml } from '../../lib/xml-walk.js'
import { findDateStyles, toDateText } from './cell-dates.js'
import type { DocumentLine, DocumentPart } from './document-part.js'
import { readRelationships } from './relationships.js'

const workbook = 'xl/workbook.xml'

/** Tells which parts of a file hold the cells of a workbook. */
export const isCellPart = (name: string) =>
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/.test(
    name,
  )

/** Reads the cells of a workbook, sheet by sheet. */
export function readCellParts(texts: ReadonlyMap<string, string>): DocumentPart[] {
  const targets = readRelationships(texts, workbook)
  const strings = readSharedStrings(texts.get('xl/sharedStrings.xml') ?? '')
  const dateStyles = findDateStyles(texts.get('xl/styles.xml') ?? '')
  const sheets: DocumentPart[] = []
  walkXml(texts.get(workbook) ?? '', {
    open(name, attribute) {
      if (name !== 'sheet') return
      const xml = texts.get(targets.get(attribute('r:id') ?? '') ?? '') ?? ''
      sheets.push({
        kind: 'sheet',
        title: attribute('name') ?? '',
        lines: readSheet(xml, { strings, dateStyles }),
      })
    },
  })
  return sheets
}

function readSharedStrings(xml: string): string[] {
  const strings: string[] = []
  let text = ''
  let [inText, isPhonetic] = [false, false]
  walkXml(xml, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 't') inText = true
      if (name === 'rPh') isPhonetic = true
    },
    close(name) {
      if (name === 'si') strings.push(text)
      if (name === 't') inText = false
      if (name === 'rPh') isPhonetic = false
    },
    text(found) {
      if (inText && !isPhonetic) text += found
    },
  })
  return strings
}

interface Meanings {
  strings: readonly string[]
  dateStyles: ReadonlySet<number>
}

interface RawCell {
  place: string
  type: string
  style: number
  value: string
  formula: string
}

function readSheet(xml: string, meanings: Meanings): DocumentLine[] {
  const lines: DocumentLine[] = []
  let cell: RawCell | undefined
  let inside = ''
  walkXml(xml, {
    open(name, attribute) {
      inside = name
      if (name === 'c')
        cell = {
          place: attribute('r') ?? '',
          type: attribute('t') ?? 'n',
          style: Number(attribute('s') ?? 0),
          value: '',
          formula: '',
        }
    },
    close(name) {
      inside = ''
      if (name !== 'c' || !cell) return
      const text = describeCell(cell, meanings)
      if (text !== '') lines.push({ place: cell.place, text })
      cell = undefined
    },
    text(text) {
      if (!cell) return
      if (inside === 'v' || inside === 't') cell.value += text
      if (inside === 'f') cell.formula += text
    },
  })
  return lines
}

function describeCell({ type, style, value, formula }: RawCell, { strings, dateStyles }: Meanings): string {
  let shown = value
  if (type === 's') shown = strings[Number(value)] ?? ''
  else if (type === 'b') shown = value === '1' ? 'TRUE' : 'FALSE'
  else if (type === 'n' && value !== '' && dateStyles.has(style)) shown = toDateText(Number(value))
  return describeFormula(formula, shown)
}

/** A cell with a formula is told with both, because either may change alone. */
export function describeFormula(formula: string, value: string): string {
  return formula ? `=${formula} → ${value}` : value
}
