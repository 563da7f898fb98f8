/** What is compared by itself: the text, headers and footers, notes, comments, each sheet, each slide. */
export const partKinds = ['body', 'headers', 'notes', 'comments', 'sheet', 'slide'] as const
export type PartKind = (typeof partKinds)[number]

/** A line of text, or a cell. */
export interface DocumentLine {
  /** Address of a cell, such as `B4`; null for lines of text. */
  place: string | null
  text: string
}

/** A part of a document with its text. */
export interface DocumentPart {
  kind: PartKind
  /** Name of a sheet, number of a slide. */
  title: string | null
  lines: DocumentLine[]
}

/** Makes lines of text that stand at no place of their own. */
export function toLines(texts: readonly string[]): DocumentLine[] {
  return texts.map((text) => ({ place: null, text }))
}
