import { header, officeTypes } from '../templates/common.mjs'
import { docx } from '../templates/docx.mjs'

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
export const ink = '1F2A44'
export const accent = '0F766E'
export const tint = 'E6F2F0'
export const gray = '6B7280'

export const escape = (text) =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A run of text. */
export function run(text, { bold, italic, size, color } = {}) {
  const properties = [
    // The headings' own font is missing on many machines.
    bold ? '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>' : '',
    bold ? '<w:b/>' : '',
    italic ? '<w:i/>' : '',
    color ? `<w:color w:val="${color}"/>` : '',
    size ? `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>` : '',
  ].join('')
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`
}

/** A paragraph; `rule` draws a line below it. */
export function paragraph(content, { style, align, before, after, rule, tabs, ...look } = {}) {
  const inner = typeof content === 'string' && !content.startsWith('<w:') ? run(content, look) : content
  const properties = [
    style ? `<w:pStyle w:val="${style}"/>` : '',
    rule ? `<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="${accent}"/></w:pBdr>` : '',
    tabs ? `<w:tabs>${tabs.map((at) => `<w:tab w:val="left" w:pos="${at}"/>`).join('')}</w:tabs>` : '',
    before !== undefined || after !== undefined
      ? `<w:spacing w:before="${(before ?? 0) * 20}" w:after="${(after ?? 6) * 20}"/>`
      : '',
    align ? `<w:jc w:val="${align}"/>` : '',
  ].join('')
  return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${content === '' ? '' : inner}</w:p>`
}

export const title = (text) => paragraph(text, { size: 24, bold: true, color: accent, after: 10, rule: true })
export const heading = (text) =>
  paragraph(text, { style: 'Heading2', bold: true, size: 13, color: ink, before: 12, after: 4 })

/** A table; widths in percent, the first row is the head unless `head` is false. */
export function table(widths, rows, { head = true, height = 0 } = {}) {
  const width = (percent) => Math.round(percent * 90.7)
  const border = (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="C9D3D8"/>`
  const cell = (text, index, isHead) => {
    const shade = isHead ? `<w:shd w:val="clear" w:color="auto" w:fill="${tint}"/>` : ''
    const inner = String(text).startsWith('<w:p>')
      ? text
      : paragraph(String(text), { bold: isHead, color: isHead ? accent : undefined, before: 2, after: 2 })
    return `<w:tc><w:tcPr><w:tcW w:w="${width(widths[index])}" w:type="dxa"/>${shade}</w:tcPr>${inner}</w:tc>`
  }
  const row = (cells, index) =>
    `<w:tr>${height ? `<w:trPr><w:trHeight w:val="${height}"/></w:trPr>` : ''}${cells.map((text, column) => cell(text, column, head && index === 0)).join('')}</w:tr>`
  return `<w:tbl><w:tblPr><w:tblW w:w="9070" w:type="dxa"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((percent) => `<w:gridCol w:w="${width(percent)}"/>`).join('')}</w:tblGrid>${rows.map(row).join('')}</w:tbl>${paragraph('', { after: 4 })}`
}

let nextId = 1000

/** A field that form fillers fill in: text with a hint. */
export function field(hint) {
  nextId += 1
  return `<w:sdt><w:sdtPr><w:id w:val="${nextId}"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>${run(hint, { color: gray })}</w:sdtContent></w:sdt>`
}

/** A box that form fillers tick. */
export function tickBox() {
  nextId += 1
  return `<w:sdt><w:sdtPr><w:id w:val="${nextId}"/><w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('☐')}</w:sdtContent></w:sdt>`
}

/** The parts of a text document with this body. */
export function wordDocument(body) {
  const section =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
  return {
    ...docx,
    'word/document.xml': `${header}<w:document ${main} ${w14} xmlns:r="${officeTypes}/relationships"><w:body>${body.join('')}${section}</w:body></w:document>`,
  }
}
