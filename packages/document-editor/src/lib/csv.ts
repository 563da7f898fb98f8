import { escapeHtml } from './escape-html'

/** What may stand between the cells of a line. */
export const csvDelimiters = [',', ';', '\t', '|'] as const
export type CsvDelimiter = (typeof csvDelimiters)[number]

/** Reads lines of cells; quoted cells may hold delimiters, line ends and doubled quotes. */
export function parseCsv(text: string, delimiter: string, mostRows = Infinity): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endRow = () => {
    rows.push([...row, cell])
    row = []
    cell = ''
  }
  for (let at = 0; at < text.length && rows.length < mostRows; at += 1) {
    const character = text.charAt(at)
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (character === '"' && cell === '') isQuoted = true
    else if (character === delimiter) {
      row.push(cell)
      cell = ''
    } else if (character === '\n') endRow()
    else if (character !== '\r') cell += character
  }
  if ((cell !== '' || row.length > 0) && rows.length < mostRows) endRow()
  return rows
}

/** The delimiter that parts the first lines most evenly. */
export function guessDelimiter(text: string): CsvDelimiter {
  const widthOf = (delimiter: string) => {
    const widths = parseCsv(text, delimiter, 20).map((row) => row.length)
    return widths.length > 0 ? Math.min(...widths) : 0
  }
  return csvDelimiters.reduce((best, next) => (widthOf(next) > widthOf(best) ? next : best))
}

/** Tells how a text file is written: by its mark at the beginning, as UTF-8 when it is valid, else not. */
export function guessEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'windows-1252' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    // Not UTF-8; the person sees the preview and may choose another one.
    return 'windows-1252'
  }
}

/** Writes rows as the HTML table that a sheet takes as cells. */
export function htmlTableOf(rows: readonly (readonly string[])[]): string {
  const cellOf = (cell: string) => `<td>${escapeHtml(cell).replaceAll('\n', '<br>')}</td>`
  const cellsOf = (row: readonly string[]) => row.map(cellOf).join('')
  return `<meta charset="utf-8"><table>${rows.map((row) => `<tr>${cellsOf(row)}</tr>`).join('')}</table>`
}
