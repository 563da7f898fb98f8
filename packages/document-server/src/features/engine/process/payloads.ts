import type { TwipRect } from '@lectern/shared'

/** Reads `x, y, width, height, ...`; anything else (`EMPTY`, an empty text) gives null. */
export function parseRect(text: string): TwipRect | null {
  const [x, y, width, height] = numbersOf(text)
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null
  return { x, y, width, height }
}

/** Reads `x, y, width, height; ...`. */
export function parseRects(text: string): TwipRect[] {
  return text
    .split(';')
    .map(parseRect)
    .filter((rect) => rect !== null)
}

/** Reads numbers separated by commas, and stops at the first thing that is none. */
export function numbersOf(text: string): number[] {
  const numbers: number[] = []
  for (const part of text.split(',')) {
    const number = part.trim() === '' ? NaN : Number(part)
    if (!Number.isFinite(number)) break
    numbers.push(number)
  }
  return numbers
}

/** Reads a JSON object of texts; what is not one gives an empty object. */
export function parseFields(text: string): Partial<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    // LibreOffice sends some payloads as JSON and some as plain text under the same number.
    return {}
  }
}

/** Gives a field of a parsed payload as text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}

/** Writes a cell's address from its zero-based column and row: (1, 1) is `B2`. */
export function cellAddress(column: number, row: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${String(row + 1)}`
}
