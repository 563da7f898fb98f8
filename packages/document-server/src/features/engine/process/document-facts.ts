import type { DocumentPart, DocumentType, SizeRun, TwipRect } from '@lectern/shared'
import type { Lok } from './lok.js'
import { parseFields, parseRects, textOf } from './payloads.js'

/** Reads what a document is made of. The view to ask must be the current one. */
export function createDocumentFacts(lok: Lok, document: number, documentType: DocumentType) {
  function part(index: number): DocumentPart {
    const name = lok.invokeForText(document, 'getPartName', index)
    const { visible, hidden } = parseFields(lok.invokeForText(document, 'getPartInfo', index))
    return { name, hidden: textOf(visible) === '0' || textOf(hidden) === '1' }
  }
  return {
    parts(): DocumentPart[] {
      if (documentType === 'word') return [{ name: '', hidden: false }]
      return Array.from({ length: lok.invoke(document, 'getParts') }, (_, index) => part(index))
    },
    size(): { width: number; height: number; pages: TwipRect[] } {
      const pages =
        documentType === 'word' ? parseRects(lok.invokeForText(document, 'getPartPageRectangles')) : []
      return { ...lok.documentSize(document), pages }
    },
    sheetGeometry(): { columns: SizeRun[]; rows: SizeRun[] } {
      const command = '.uno:SheetGeometryData?columns=true&rows=true&sizes=true&hidden=true'
      const geometry = parseFields(lok.invokeForText(document, 'getCommandValues', command))
      return { columns: sizeRuns(geometry.columns), rows: sizeRuns(geometry.rows) }
    },
  }
}

/** Reads `{"sizes": "size:lastIndex size:lastIndex ", "hidden": "firstState:lastIndex lastIndex "}`. */
export function sizeRuns(group: unknown): SizeRun[] {
  const { sizes, hidden }: { sizes?: unknown; hidden?: unknown } =
    typeof group === 'object' && group !== null ? group : {}
  const runs = textOf(sizes)
    .split(' ')
    .map((run) => run.split(':').map(Number))
    .flatMap(([size, last]) =>
      size === undefined || last === undefined || Number.isNaN(last) ? [] : [{ size, last }],
    )
  return applyHidden(runs, hiddenSpans(textOf(hidden)))
}

/** Spans alternate between shown and hidden; the first one says with what it begins (`0:` shown, `1:` hidden). */
function hiddenSpans(text: string): { first: number; last: number }[] {
  const pieces = text.split(' ').filter((piece) => piece !== '')
  const [beginning = ''] = pieces
  const [state, firstLast] = beginning.split(':')
  if (firstLast === undefined) return []
  const ends = [Number(firstLast), ...pieces.slice(1).map(Number)]
  let hiddenNow = state === '1'
  let first = 0
  const spans: { first: number; last: number }[] = []
  for (const last of ends) {
    if (hiddenNow) spans.push({ first, last })
    hiddenNow = !hiddenNow
    first = last + 1
  }
  return spans
}

function applyHidden(runs: SizeRun[], spans: { first: number; last: number }[]): SizeRun[] {
  if (spans.length === 0) return runs
  const result: SizeRun[] = []
  let first = 0
  for (const { size, last } of runs) {
    let from = first
    for (const span of spans) {
      if (span.last < from || span.first > last) continue
      if (span.first > from) result.push({ size, last: span.first - 1 })
      result.push({ size: 0, last: Math.min(span.last, last) })
      from = Math.min(span.last, last) + 1
    }
    if (from <= last) result.push({ size, last })
    first = last + 1
  }
  return result
}
