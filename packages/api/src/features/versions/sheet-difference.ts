import { alignLists, type Pair } from './align.js'
import type { DocumentLine } from './document-part.js'

interface SheetRow {
  number: number
  cells: DocumentLine[]
}

/** Puts the cells that differ beside each other. Rows are found again when others came before them. */
export function compareSheets(
  before: readonly DocumentLine[],
  after: readonly DocumentLine[],
): Pair<DocumentLine>[] {
  const pairs = alignLists(toRows(before), toRows(after), ({ cells }) =>
    cells.map(({ place, text }) => `${columnOf(place)} ${text}`).join('\n'),
  )
  const changed = pairs.flatMap(([mine, theirs]) => compareCells(mine?.cells ?? [], theirs?.cells ?? []))
  return joinSamePlaces(changed)
}

function toRows(cells: readonly DocumentLine[]): SheetRow[] {
  const rows = new Map<number, SheetRow>()
  for (const cell of cells) {
    const number = Number(/\d+$/.exec(cell.place ?? '')?.[0] ?? 0)
    const row = rows.get(number) ?? { number, cells: [] }
    row.cells.push(cell)
    rows.set(number, row)
  }
  return [...rows.values()].sort((left, right) => left.number - right.number)
}

const columnOf = (place: string | null) => (place ?? '').replace(/\d+$/, '')

function compareCells(mine: readonly DocumentLine[], theirs: readonly DocumentLine[]): Pair<DocumentLine>[] {
  const before = new Map(mine.map((cell) => [columnOf(cell.place), cell]))
  const after = new Map(theirs.map((cell) => [columnOf(cell.place), cell]))
  const columns = [...new Set([...before.keys(), ...after.keys()])].sort(
    (left, right) => left.length - right.length || left.localeCompare(right, 'en'),
  )
  return columns.flatMap((column): Pair<DocumentLine>[] => {
    const [old, now] = [before.get(column), after.get(column)]
    if (old && now) return old.text === now.text ? [] : [[old, now]]
    if (now) return [[undefined, now]]
    return old ? [[old, undefined]] : []
  })
}

/** A cell whose contents were exchanged altogether came out as one that went and one that came. */
function joinSamePlaces(pairs: readonly Pair<DocumentLine>[]): Pair<DocumentLine>[] {
  const come = new Map(pairs.flatMap(([mine, theirs]) => (!mine && theirs ? [[theirs.place, theirs]] : [])))
  const joined = new Set<DocumentLine>()
  const kept = pairs.map((pair): Pair<DocumentLine> => {
    const [mine, theirs] = pair
    const now = mine && !theirs ? come.get(mine.place) : undefined
    if (!mine || !now) return pair
    joined.add(now)
    return [mine, now]
  })
  return kept.filter(([mine, theirs]) => mine !== undefined || !theirs || !joined.has(theirs))
}
