import type { TwipRect } from '@lectern/shared'
import type { DocumentState } from '../session/document-state'
import type { EditorSession } from '../session/editor-session'

/** Paper sizes in hundredths of a millimetre, upright. */
export const paperSizes = {
  a3: { width: 29_700, height: 42_000 },
  a4: { width: 21_000, height: 29_700 },
  a5: { width: 14_800, height: 21_000 },
  letter: { width: 21_590, height: 27_940 },
  legal: { width: 21_590, height: 35_560 },
} as const
export type PaperName = keyof typeof paperSizes

export interface PaperSize {
  width: number
  height: number
}

const hundredthsPerTwip = 2540 / 1440
/** The engine rounds to whole twips on its way. */
const tolerance = 60

/** Size of a page that is on screen, in hundredths of a millimetre. */
export function sizeOfPage(page: Pick<TwipRect, 'width' | 'height'>): PaperSize {
  return {
    width: Math.round(page.width * hundredthsPerTwip),
    height: Math.round(page.height * hundredthsPerTwip),
  }
}

/** Name of a size, whichever way the paper is turned. */
export function paperNameOf({ width, height }: PaperSize): PaperName | undefined {
  const near = (a: number, b: number) => Math.abs(a - b) <= tolerance
  const names = Object.keys(paperSizes) as PaperName[]
  return names.find((name) => {
    const paper = paperSizes[name]
    return near(Math.min(width, height), paper.width) && near(Math.max(width, height), paper.height)
  })
}

/** Turns a size upright or on its side. */
export function turned({ width, height }: PaperSize, landscape: boolean): PaperSize {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  return landscape ? { width: long, height: short } : { width: short, height: long }
}

/** Tells whether pages may get another size or margins: with the cursor in a list or a date, the engine takes neither. */
export function mayLayOut({ field }: Pick<DocumentState, 'field'>): boolean {
  return field === null || field.kind === 'text'
}

/** Gives the pages around the cursor another size. */
export function setPageSize(session: EditorSession, { width, height }: PaperSize) {
  session.command('AttributePageSize', {
    'AttributePageSize.Width': width,
    'AttributePageSize.Height': height,
  })
}

export interface Margins {
  top: number
  bottom: number
  left: number
  right: number
}

/** Sets the margins, in hundredths of a millimetre. */
export function setMargins(session: EditorSession, { top, bottom, left, right }: Margins) {
  session.command('PageLRMargin', { 'PageLRMargin.Left': left, 'PageLRMargin.Right': right })
  session.command('PageULMargin', { 'PageULMargin.Upper': top, 'PageULMargin.Lower': bottom })
}
