import type { PageRuler } from '@lectern/shared'

/** One line of the ruler's scale. */
export interface RulerMark {
  /** Hundredths of a millimetre from the page's left edge. */
  at: number
  /** Centimetres from the left margin; undefined for lines between the numbers. */
  number: number | undefined
}

export type MarginSide = 'left' | 'right'

const hundredthsPerCm = 1_000
const hundredthsPerStep = 100
/** Between the margins there is always room for a word. */
const narrowestText = 1_000
/** Numbers that are nearer to each other cannot be read. */
const leastPixels = 20
const steps = [1, 2, 5, 10, 20]

/** The scale of a page: numbers in centimetres, counted from the left margin both ways, and a line between two of them. */
export function rulerMarks({ pageWidth, left }: PageRuler, pixelsPerCm: number): RulerMark[] {
  const step = steps.find((cm) => cm * pixelsPerCm >= leastPixels) ?? 50
  const half = (step * hundredthsPerCm) / 2
  const first = Math.ceil(-left / half)
  const last = Math.floor((pageWidth - left) / half)
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const count = first + index
    return { at: left + count * half, number: count % 2 === 0 ? Math.abs((count / 2) * step) : undefined }
  })
}

/** Puts a margin's edge elsewhere, at a whole millimetre of its width; `edge` is measured from the page's left edge. */
export function moveMargin(ruler: PageRuler, side: MarginSide, edge: number): PageRuler {
  const wanted = side === 'left' ? edge : ruler.pageWidth - edge
  const other = side === 'left' ? ruler.right : ruler.left
  const most = Math.max(0, ruler.pageWidth - other - narrowestText)
  const width = Math.round(wanted / hundredthsPerStep) * hundredthsPerStep
  return { ...ruler, [side]: Math.min(most, Math.max(0, width)) }
}

/** Where a margin's edge is, from the page's left edge. */
export function edgeOf(ruler: PageRuler, side: MarginSide): number {
  return side === 'left' ? ruler.left : ruler.pageWidth - ruler.right
}
