import type { DocumentType, TwipRect } from '@lectern/shared'
import type { SizeRun } from '@lectern/shared'

/** Somebody else's mark in the document. */
export interface OtherMark {
  color: string
  cell: TwipRect | null
  rects: TwipRect[]
}

/** Colours of the desk and the headers; the document keeps its own. */
export interface CanvasTheme {
  desk: string
  page: string
  pageEdge: string
  pageShadow: string
  header: string
  headerActive: string
  headerText: string
  headerLine: string
  accent: string
  selection: string
}

/** What is drawn over and around the tiles. */
export interface Scene {
  documentType: DocumentType
  /** Pages or the slide, in twips; empty for a sheet. */
  pages: TwipRect[]
  selection: TwipRect[]
  cell: TwipRect | null
  cellSelection: TwipRect | null
  graphic: TwipRect | null
  others: OtherMark[]
  columns: SizeRun[]
  rows: SizeRun[]
  theme: CanvasTheme
}
