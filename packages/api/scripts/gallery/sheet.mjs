import { header } from '../templates/common.mjs'
import { xlsx } from '../templates/xlsx.mjs'
import { accent, escape, ink, tint } from './word.mjs'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const a4 = 9

/** What a cell may look like; its place in this list is its style's number. */
const looks = [
  'plain',
  'title',
  'head',
  'cell',
  'money',
  'percent',
  'date',
  'label',
  'total',
  'totalMoney',
  'note',
  'average',
]

const font = (size, { bold, color, italic } = {}) =>
  `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}<sz val="${size}"/><color rgb="FF${color ?? '000000'}"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font>`
const solid = (color) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`
const side = (name, style = 'thin') => `<${name} style="${style}"><color rgb="FFC9D3D8"/></${name}>`
const format = (number, fontId, fillId, borderId, align = '') =>
  `<xf numFmtId="${number}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" ${align}/></xf>`

const styles =
  `${header}<styleSheet ${main}><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0"/></numFmts>` +
  `<fonts count="6">${font(11)}${font(20, { bold: true, color: accent })}${font(11, { bold: true, color: 'FFFFFF' })}${font(11, { bold: true, color: ink })}${font(10, { italic: true, color: '6B7280' })}${font(11, { bold: true, color: accent })}</fonts>` +
  `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid(accent)}${solid(tint)}</fills>` +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map((name) => side(name)).join('')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${looks.length}">${[
    format(0, 0, 0, 0),
    format(0, 1, 0, 0),
    format(0, 2, 2, 1, 'wrapText="1"'),
    format(0, 0, 0, 1, 'wrapText="1"'),
    format(4, 0, 0, 1),
    format(9, 0, 0, 1),
    format(164, 0, 0, 1, 'horizontal="left"'),
    format(0, 3, 0, 0),
    format(0, 5, 3, 1),
    format(4, 5, 3, 1),
    format(0, 4, 0, 0),
    format(165, 5, 3, 1),
  ].join(
    '',
  )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

const columnName = (index) => String.fromCodePoint(65 + index)

function cellXml([value, look = 'cell'], place) {
  const style = looks.indexOf(look)
  if (value === '') return `<c r="${place}" s="${style}"/>`
  if (typeof value === 'number') return `<c r="${place}" s="${style}"><v>${value}</v></c>`
  const [formula, result] = value.split('→')
  if (value.startsWith('='))
    return `<c r="${place}" s="${style}"><f>${escape(formula.slice(1))}</f><v>${result ?? 0}</v></c>`
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t>${escape(value)}</t></is></c>`
}

/** The parts of a workbook with one sheet; rows hold `[value, look]` or nothing, `=formula→result` is a formula. */
export function workbook({ name, widths, rows, frozen = 0, landscape = false }) {
  const body = rows
    .map((cells, row) => {
      const written = cells.map((cell, column) =>
        cell ? cellXml(cell, `${columnName(column)}${row + 1}`) : '',
      )
      const height = cells[0]?.[1] === 'title' ? 32 : 20
      return `<row r="${row + 1}" ht="${height}" customHeight="1">${written.join('')}</row>`
    })
    .join('')
  const pane = frozen
    ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
    : ''
  const columns = widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  return {
    ...xlsx,
    'xl/workbook.xml': xlsx['xl/workbook.xml'].replace('name="Sheet1"', `name="${escape(name)}"`),
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': `${header}<worksheet ${main}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>${body}</sheetData><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="${a4}" orientation="${landscape ? 'landscape' : 'portrait'}" fitToHeight="0"/></worksheet>`,
  }
}
