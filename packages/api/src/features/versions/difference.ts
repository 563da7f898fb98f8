import { diffArrays } from 'diff'
import { alignLists, splitWords, type Pair } from './align.js'
import type { DocumentLine, DocumentPart, PartKind } from './document-part.js'
import { compareSheets } from './sheet-difference.js'

/** A piece of a line, changed or the same on both sides. */
export interface TextPiece {
  text: string
  isChanged: boolean
}

export const rowKinds = ['same', 'changed', 'added', 'removed', 'gap'] as const
export type RowKind = (typeof rowKinds)[number]

/** One line beside the other. */
export interface DifferenceRow {
  kind: RowKind
  /** Address of a cell; null for lines of text. */
  place: string | null
  before: TextPiece[]
  after: TextPiece[]
  /** Lines that are the same and left out, for gaps. */
  hiddenCount: number
}

export const partStates = ['changed', 'added', 'removed'] as const
export type PartState = (typeof partStates)[number]

/** How a part of a document differs. */
export interface PartDifference {
  kind: PartKind
  title: string | null
  state: PartState
  rows: DifferenceRow[]
}

/** What two versions of a document do not share. */
export interface Difference {
  parts: PartDifference[]
  /** There is more than is told. */
  isTruncated: boolean
}

/** So many unchanged lines are told around a change. */
const contextLines = 2
const maxRows = 2_000
const maxWordsOfLine = 4_000

/** Compares two documents part by part; parts that are the same are left out. */
export function findDifference(before: readonly DocumentPart[], after: readonly DocumentPart[]): Difference {
  const parts: PartDifference[] = []
  let rowsLeft = maxRows
  let isTruncated = false
  for (const pair of pairParts(before, after)) {
    const part = compareParts(pair)
    if (!part) continue
    if (part.rows.length > rowsLeft) isTruncated = true
    const rows = part.rows.slice(0, rowsLeft)
    rowsLeft -= rows.length
    if (rows.length > 0 || part.rows.length === 0) parts.push({ ...part, rows })
  }
  return { parts, isTruncated }
}

/** Sheets belong together by name, slides by what is on them, everything else by its kind. */
function pairParts(before: readonly DocumentPart[], after: readonly DocumentPart[]): Pair<DocumentPart>[] {
  const isSlide = ({ kind }: DocumentPart) => kind === 'slide'
  const slides = alignLists(before.filter(isSlide), after.filter(isSlide), (slide) =>
    slide.lines.map(({ text }) => text).join('\n'),
  )
  const keyOf = ({ kind, title }: DocumentPart) => `${kind} ${title ?? ''}`
  const others = before.filter((part) => !isSlide(part))
  const mine = new Map(others.map((part) => [keyOf(part), part]))
  const theirs = after.filter((part) => !isSlide(part))
  const keys = new Set(theirs.map(keyOf))
  const kept = theirs.map((part): Pair<DocumentPart> => {
    const other = mine.get(keyOf(part))
    return other ? [other, part] : [undefined, part]
  })
  const gone = others
    .filter((part) => !keys.has(keyOf(part)))
    .map((part): Pair<DocumentPart> => [part, undefined])
  return [...kept, ...gone, ...slides]
}

function compareParts([before, after]: Pair<DocumentPart>): PartDifference | undefined {
  const part = after ?? before
  if (!part) return undefined
  const { kind, title } = part
  const state = before && after ? 'changed' : after ? 'added' : 'removed'
  const pairs = (kind === 'sheet' ? compareSheets : compareLines)(before?.lines ?? [], after?.lines ?? [])
  const rows = withContext(pairs.map(toRow))
  return rows.length === 0 && state === 'changed' ? undefined : { kind, title, state, rows }
}

function compareLines(before: readonly DocumentLine[], after: readonly DocumentLine[]) {
  return alignLists(before, after, ({ text }) => text)
}

function toRow([before, after]: Pair<DocumentLine>): DifferenceRow {
  const place = (after ?? before)?.place ?? null
  const row = { place, hiddenCount: 0 }
  const whole = (line: DocumentLine | undefined, isChanged: boolean) =>
    line ? [{ text: line.text, isChanged }] : []
  if (!before || !after)
    return {
      ...row,
      kind: after ? 'added' : 'removed',
      before: whole(before, true),
      after: whole(after, true),
    }
  if (before.text === after.text)
    return { ...row, kind: 'same', before: whole(before, false), after: whole(after, false) }
  return { ...row, kind: 'changed', ...comparePieces(before.text, after.text) }
}

/** Marks the words that only one of two lines has. */
function comparePieces(before: string, after: string): Pick<DifferenceRow, 'before' | 'after'> {
  const [mine, theirs] = [splitWords(before), splitWords(after)]
  if (mine.length + theirs.length > maxWordsOfLine)
    return { before: [{ text: before, isChanged: true }], after: [{ text: after, isChanged: true }] }
  const row: Pick<DifferenceRow, 'before' | 'after'> = { before: [], after: [] }
  for (const { value, added, removed } of diffArrays(mine, theirs)) {
    const piece = { text: value.join(''), isChanged: added || removed }
    if (!added) row.before.push(piece)
    if (!removed) row.after.push(piece)
  }
  return row
}

/** Leaves out what is far from every change, and says how much that is. */
function withContext(rows: readonly DifferenceRow[]): DifferenceRow[] {
  const isNear = rows.map(() => false)
  rows.forEach(({ kind }, index) => {
    if (kind !== 'same') isNear.fill(true, Math.max(0, index - contextLines), index + contextLines + 1)
  })
  if (!isNear.includes(true)) return []
  const shown: DifferenceRow[] = []
  rows.forEach((row, index) => {
    const last = shown.at(-1)
    if (isNear[index]) shown.push(row)
    else if (last?.kind === 'gap') last.hiddenCount++
    else shown.push({ kind: 'gap', place: null, before: [], after: [], hiddenCount: 1 })
  })
  return shown
}
