import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { SpreadsheetLayout } from '@lectern/shared'

/** Millimetres of each unit. */
const units: Record<string, number> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 }
const millimetresPerInch = 25.4

function millimetres(length: string): number {
  const [, value = '0', unit = 'mm'] = /^([\d.]+)([a-z]+)$/.exec(length) ?? []
  return Number(value) * (units[unit] ?? 1)
}

type Attributes = Record<string, string | number | undefined>

/** Sets attributes of an empty element that the engine always writes, and leaves its others as they are. */
function setAttributes(xml: string, element: string, attributes: Attributes): string {
  return xml.replace(new RegExp(`<${element}\\b([^>]*?)/>`), (_, before: string) => {
    const wanted = Object.entries(attributes).filter(([, value]) => value !== undefined)
    const kept = wanted.reduce((text, [name]) => text.replace(new RegExp(` ${name}="[^"]*"`), ''), before)
    return `<${element}${kept}${wanted.map(([name, value]) => ` ${name}="${String(value)}"`).join('')}/>`
  })
}

function layOut(sheet: string, layout: SpreadsheetLayout): string {
  const { scale, fitToWidth, fitToHeight, headings, gridLines, margins = {} } = layout
  const fits = (fitToWidth ?? 0) > 0 || (fitToHeight ?? 0) > 0
  const inches = Object.entries(margins).map(([side, length]) => [
    side,
    millimetres(length) / millimetresPerInch,
  ])
  let xml = sheet
  if (fits || scale !== undefined) xml = setAttributes(xml, 'pageSetUpPr', { fitToPage: String(fits) })
  xml = setAttributes(xml, 'printOptions', {
    headings: headings?.toString(),
    gridLines: gridLines?.toString(),
    gridLinesSet: gridLines === undefined ? undefined : 'true',
  })
  xml = setAttributes(xml, 'pageMargins', Object.fromEntries(inches) as Attributes)
  return setAttributes(xml, 'pageSetup', {
    scale,
    fitToWidth: fits ? (fitToWidth ?? 0) : undefined,
    fitToHeight: fits ? (fitToHeight ?? 0) : undefined,
    ...paperOf(layout),
  })
}

/** Paper is always described upright; the orientation turns it. */
function paperOf({ orientation, pageSize }: SpreadsheetLayout): Attributes {
  if (!pageSize) return { orientation }
  const [width, height] = [millimetres(pageSize.width), millimetres(pageSize.height)]
  const paperWidth = `${Math.round(Math.min(width, height))}mm`
  const paperHeight = `${Math.round(Math.max(width, height))}mm`
  return { orientation: orientation ?? (width > height ? 'landscape' : 'portrait'), paperWidth, paperHeight }
}

const printArea = /<definedName\b[^>]*name="_xlnm\.Print_Area"[^>]*>[^<]*<\/definedName>/g

/** Gives a workbook that the engine wrote as XLSX with another layout of its printed pages. */
export function applySpreadsheetLayout(workbook: Uint8Array, layout: SpreadsheetLayout): Uint8Array {
  const parts = unzipSync(workbook)
  for (const [name, bytes] of Object.entries(parts)) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) parts[name] = strToU8(layOut(strFromU8(bytes), layout))
    if (name === 'xl/workbook.xml' && layout.ignorePrintArea)
      parts[name] = strToU8(strFromU8(bytes).replace(printArea, ''))
  }
  return zipSync(parts, { level: 1 })
}
