import { walkXml } from '../../lib/xml-walk.js'

const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57])
const dayMs = 86_400_000
const firstDayMs = Date.UTC(1899, 11, 30)

/** Finds the cell styles that show numbers as dates or times. */
export function findDateStyles(stylesXml: string): Set<number> {
  const dateFormats = new Set(builtInDates)
  const styles = new Set<number>()
  let inCellFormats = false
  let index = 0
  walkXml(stylesXml, {
    open(name, attribute) {
      if (name === 'numFmt' && isDateFormat(attribute('formatCode') ?? ''))
        dateFormats.add(Number(attribute('numFmtId')))
      if (name === 'cellXfs') inCellFormats = true
      if (name === 'xf' && inCellFormats && dateFormats.has(Number(attribute('numFmtId')))) styles.add(index)
      if (name === 'xf' && inCellFormats) index++
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return styles
}

function isDateFormat(code: string): boolean {
  // Quoted text, colours and escaped letters are no placeholders.
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\[(?![hms]+\])[^\]]*\]|\\./gi, ''))
}

/** Writes the number of a day, counted as spreadsheets do, as date and time. */
export function toDateText(days: number): string {
  const date = new Date(Math.round((firstDayMs + days * dayMs) / 1000) * 1000)
  if (!Number.isFinite(date.getTime())) return String(days)
  const [day = '', time = ''] = date.toISOString().slice(0, 19).split('T')
  if (days < 1) return time
  return time === '00:00:00' ? day : `${day} ${time}`
}
