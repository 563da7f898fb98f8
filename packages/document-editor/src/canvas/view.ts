import type { DocumentType, TwipRect } from '@lectern/shared'
import { scaleFor, type Point } from './geometry'

/** Space for row numbers and column letters of a sheet, in CSS pixels. */
export const sheetHeader = { width: 48, height: 24 }

const deskMargin = 24

export interface LayoutInput {
  documentType: DocumentType
  /** Document's size in twips. */
  width: number
  height: number
  pages: TwipRect[]
  /** CSS pixels of one twip. */
  scale: number
  viewWidth: number
  viewHeight: number
  scrollX: number
  scrollY: number
}

/** Where the document lies in the scrolled area, in CSS pixels. */
export interface Layout {
  originX: number
  originY: number
  contentWidth: number
  contentHeight: number
}

/** Places pages or a slide in the middle of the desk, a sheet in the corner behind its headers. */
export function layoutDocument(input: LayoutInput): Layout {
  const { scale, viewWidth, viewHeight } = input
  if (input.documentType === 'cell') {
    // A sheet has no end: there always is another screen to scroll to.
    const usedWidth = input.width * scale + sheetHeader.width
    const usedHeight = input.height * scale + sheetHeader.height
    return {
      originX: sheetHeader.width,
      originY: sheetHeader.height,
      contentWidth: Math.max(usedWidth + viewWidth / 2, input.scrollX + viewWidth * 1.5),
      contentHeight: Math.max(usedHeight + viewHeight / 2, input.scrollY + viewHeight * 1.5),
    }
  }
  const bounds = pageBounds(input)
  const width = bounds.width * scale
  const height = bounds.height * scale
  const marginX = Math.min(deskMargin, Math.max(0, (viewWidth - width) / 2))
  const contentWidth = Math.max(viewWidth, Math.ceil(width + 2 * marginX))
  const contentHeight = Math.max(viewHeight, Math.ceil(height + 2 * deskMargin))
  const top = input.documentType === 'slide' ? (contentHeight - height) / 2 : deskMargin
  return {
    originX: (contentWidth - width) / 2 - bounds.x * scale,
    originY: top - bounds.y * scale,
    contentWidth,
    contentHeight,
  }
}

function pageBounds({ pages, width, height }: LayoutInput): TwipRect {
  if (pages.length === 0) return { x: 0, y: 0, width, height }
  const left = Math.min(...pages.map((page) => page.x))
  const top = Math.min(...pages.map((page) => page.y))
  const right = Math.max(...pages.map((page) => page.x + page.width))
  const bottom = Math.max(...pages.map((page) => page.y + page.height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** What is on screen: everything that is needed to go from twips to pixels and back. */
export interface View extends Layout {
  part: number
  tileTwips: number
  devicePixelRatio: number
  scale: number
  scrollX: number
  scrollY: number
  width: number
  height: number
}

/** Completes a view from its parts. */
export function createView(
  base: Omit<View, 'scale' | keyof Layout>,
  document: Pick<LayoutInput, 'documentType' | 'width' | 'height' | 'pages'>,
): View {
  const scale = scaleFor(base.tileTwips, base.devicePixelRatio)
  const layout = layoutDocument({
    ...document,
    scale,
    viewWidth: base.width,
    viewHeight: base.height,
    scrollX: base.scrollX,
    scrollY: base.scrollY,
  })
  return { ...base, ...layout, scale }
}

/** Twips of the document to CSS pixels of the visible area. */
export function toScreen(view: View, rect: TwipRect): TwipRect {
  return {
    x: view.originX - view.scrollX + rect.x * view.scale,
    y: view.originY - view.scrollY + rect.y * view.scale,
    width: rect.width * view.scale,
    height: rect.height * view.scale,
  }
}

/** CSS pixels of the visible area to twips of the document, never left of or above it. */
export function toDocument(view: View, point: Point): Point {
  return {
    x: Math.max(0, Math.round((point.x + view.scrollX - view.originX) / view.scale)),
    y: Math.max(0, Math.round((point.y + view.scrollY - view.originY) / view.scale)),
  }
}

/** The part of the document that is on screen, in twips. */
export function visibleRect(view: View): TwipRect {
  const topLeft = toDocument(view, { x: 0, y: 0 })
  const bottomRight = toDocument(view, { x: view.width, y: view.height })
  return {
    x: topLeft.x,
    y: topLeft.y,
    width: Math.max(1, bottomRight.x - topLeft.x),
    height: Math.max(1, bottomRight.y - topLeft.y),
  }
}

/** Scroll position that shows a rectangle with some air around it, moving as little as possible. */
export function scrollToShow(view: View, rect: TwipRect, insets: { left: number; top: number }): Point {
  const box = toScreen(view, rect)
  return {
    x: view.scrollX + shift(box.x, box.x + box.width, insets.left + 16, view.width - 24),
    y: view.scrollY + shift(box.y, box.y + box.height, insets.top + 16, view.height - 32),
  }
}

function shift(start: number, end: number, low: number, high: number): number {
  if (start < low) return start - low
  if (end > high) return Math.min(end - high, start - low)
  return 0
}
