import { strToU8, zipSync } from 'fflate'

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const types = (kind: string) => `<Types><Override ContentType="application/vnd.${kind}.main+xml"/></Types>`
const relation = (id: string, target: string) => `<Relationship Id="${id}" Target="${target}"/>`

function pack(files: Record<string, string>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([name, xml]) => [name, strToU8(xml)] as const)
  return new Uint8Array(zipSync(Object.fromEntries(entries)))
}

/** As much of a DOCX as its text needs, one paragraph for each line; a line in pieces is formatted in pieces. */
export function docxWith(...paragraphs: (string | string[])[]) {
  const runs = (pieces: string | string[]) =>
    [pieces].flat().map((text) => `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`)
  return pack({
    '[Content_Types].xml': types('openxmlformats-officedocument.wordprocessingml.document'),
    'word/document.xml': `<w:document><w:body>${paragraphs
      .map((pieces) => `<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>${runs(pieces).join('')}</w:p>`)
      .join('')}</w:body></w:document>`,
  })
}

/** As much of an XLSX as its cells need: sheets by name, rows of values; a value with `=` is a formula with its result. */
export function xlsxWith(sheets: Record<string, (string | number)[][]>) {
  const names = Object.keys(sheets)
  const cell = (value: string | number, row: number, column: number) => {
    const place = `${String.fromCodePoint(65 + column)}${row + 1}`
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
    const [formula, result] = value.split('→')
    if (value.startsWith('=')) return `<c r="${place}"><f>${formula?.slice(1)}</f><v>${result}</v></c>`
    return `<c r="${place}" t="inlineStr"><is><t>${escape(value)}</t></is></c>`
  }
  const sheet = (rows: (string | number)[][]) =>
    `<worksheet><sheetData>${rows
      .map((values, row) => `<row>${values.map((value, column) => cell(value, row, column)).join('')}</row>`)
      .join('')}</sheetData></worksheet>`
  const files = names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet(sheets[name] ?? [])])
  return pack({
    '[Content_Types].xml': types('openxmlformats-officedocument.spreadsheetml.sheet'),
    'xl/workbook.xml': `<workbook><sheets>${names
      .map((name, index) => `<sheet name="${escape(name)}" r:id="r${index}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, index) => relation(`r${index}`, `worksheets/sheet${index + 1}.xml`))
      .join('')}</Relationships>`,
    ...(Object.fromEntries(files) as Record<string, string>),
  })
}

/** As much of a PPTX as its text needs: slides with paragraphs. */
export function pptxWith(...slides: string[][]) {
  const numbers = slides.map((_, index) => index + 1)
  const files = slides.map((lines, index) => [
    `ppt/slides/slide${index + 1}.xml`,
    `<p:sld>${lines.map((text) => `<a:p><a:r><a:t>${escape(text)}</a:t></a:r></a:p>`).join('')}</p:sld>`,
  ])
  return pack({
    '[Content_Types].xml': types('openxmlformats-officedocument.presentationml.presentation'),
    'ppt/presentation.xml': `<p:presentation><p:sldIdLst>${numbers
      .map((number) => `<p:sldId r:id="r${number}"/>`)
      .join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': `<Relationships>${numbers
      .map((number) => relation(`r${number}`, `slides/slide${number}.xml`))
      .join('')}</Relationships>`,
    ...(Object.fromEntries(files) as Record<string, string>),
  })
}
