export interface Choice {
  value: string
  /** A text of the page, or the value itself. */
  label?: string
}

/** Families that the engine draws itself or by a font of the same measures, so that pages break as elsewhere. */
export const fontFamilies: readonly string[] = [
  'Arial',
  'Caladea',
  'Calibri',
  'Cambria',
  'Carlito',
  'Courier New',
  'DejaVu Sans',
  'DejaVu Serif',
  'Georgia',
  'Liberation Mono',
  'Liberation Sans',
  'Liberation Serif',
  'Noto Sans SC',
  'Times New Roman',
  'Verdana',
]

export const fontSizes: readonly string[] = '8 9 10 10.5 11 12 14 16 18 20 24 28 32 36 44 54 72'.split(' ')

/** Paragraph styles, by the names that the engine gives them. */
export const paragraphStyles: readonly Choice[] = [
  { value: 'Default Paragraph Style', label: 'style.normal' },
  { value: 'Text body', label: 'style.body' },
  { value: 'Title', label: 'style.title' },
  { value: 'Subtitle', label: 'style.subtitle' },
  { value: 'Heading 1', label: 'style.heading1' },
  { value: 'Heading 2', label: 'style.heading2' },
  { value: 'Heading 3', label: 'style.heading3' },
  { value: 'Quotations', label: 'style.quote' },
  { value: 'Preformatted Text', label: 'style.code' },
]

/** Number formats, by the command that sets each, or by the engine's number of one that has no command. */
export const numberFormats: readonly Choice[] = [
  { value: 'NumberFormatStandard', label: 'number.general' },
  { value: 'NumberFormatDecimal', label: 'number.decimal' },
  { value: 'NumberFormatThousands', label: 'number.thousands' },
  { value: 'NumberFormatCurrency', label: 'number.currency' },
  { value: 'NumberFormatPercent', label: 'number.percent' },
  { value: 'NumberFormatDate', label: 'number.date' },
  { value: 'NumberFormatTime', label: 'number.time' },
  { value: 'NumberFormatScientific', label: 'number.scientific' },
  { value: '100', label: 'number.text' },
]

/** Colours of the palettes, row by row from dark to light. */
export const palette: readonly string[] = [
  '#000000 #434343 #666666 #999999 #b7b7b7 #cccccc #efefef #ffffff',
  '#7f1d1d #9a3412 #854d0e #14532d #134e4a #1e3a8a #4c1d95 #831843',
  '#dc2626 #ea580c #ca8a04 #16a34a #0d9488 #2563eb #7c3aed #db2777',
  '#fca5a5 #fdba74 #fde047 #86efac #5eead4 #93c5fd #c4b5fd #f9a8d4',
]
  .join(' ')
  .split(' ')

/** A CSS colour as the engine's number. */
export function colorNumber(color: string): number {
  return Number.parseInt(color.slice(1), 16)
}

/** The engine's number as a CSS colour; undefined for "automatic" and "none" (-1). */
export function colorOf(value: string | undefined): string | undefined {
  const number = Number(value)
  if (value === undefined || value === '' || !Number.isInteger(number) || number < 0) return undefined
  return `#${(number & 0xffffff).toString(16).padStart(6, '0')}`
}

/** A list of choices with the present value in it, even when it is none of ours. */
export function withCurrent(choices: readonly Choice[], current: string | undefined): Choice[] {
  if (!current || choices.some((choice) => choice.value === current)) return [...choices]
  return [{ value: current }, ...choices]
}
