import type { ComparedRowFragment } from '@/graphql/generated/graphql'

type Piece = ComparedRowFragment['before'][number]

/** A piece of a line in which both versions are told at once. */
export interface MergedPiece {
  text: string
  kind: 'same' | 'added' | 'removed'
}

/** Puts the two sides of a line into one: what went, what came, and what stayed, in reading order. */
export function mergePieces(before: readonly Piece[], after: readonly Piece[]): MergedPiece[] {
  const merged: MergedPiece[] = []
  let next = 0
  const takeAdded = () => {
    for (let piece = after[next]; piece?.isChanged; piece = after[++next])
      merged.push({ text: piece.text, kind: 'added' })
  }
  for (const { text, isChanged } of before) {
    if (isChanged) merged.push({ text, kind: 'removed' })
    else {
      takeAdded()
      merged.push({ text, kind: 'same' })
      next++
    }
  }
  takeAdded()
  return merged
}

/** One side of a line by itself. */
export function sideOf(pieces: readonly Piece[], changed: 'added' | 'removed'): MergedPiece[] {
  return pieces.map(({ text, isChanged }) => ({ text, kind: isChanged ? changed : 'same' }))
}

/** How many lines of a part came, went and changed. */
export function countRows(rows: readonly Pick<ComparedRowFragment, 'kind'>[]) {
  const count = (kind: ComparedRowFragment['kind']) => rows.filter((row) => row.kind === kind).length
  return { added: count('ADDED'), removed: count('REMOVED'), changed: count('CHANGED') }
}
