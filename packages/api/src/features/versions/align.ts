import { diffArrays } from 'diff'

/** Longer searches for what two texts share are given up: then all counts as new. */
const timeoutMs = 2_000
const maxComparisons = 40_000
const similarFrom = 0.4

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Cuts a text into words, spaces and marks; Chinese as well, which has no spaces. */
export function splitWords(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** Two things that stand for each other, or one that the other side does not have. */
export type Pair<T> = readonly [before: T | undefined, after: T | undefined]

/** Puts the entries of two lists beside each other: equal ones, then such as are alike. */
export function alignLists<T>(
  before: readonly T[],
  after: readonly T[],
  textOf: (entry: T) => string,
): Pair<T>[] {
  const pairs: Pair<T>[] = []
  let [left, right] = [0, 0]
  for (const { removed, added, shared } of listBlocks(before.map(textOf), after.map(textOf))) {
    const [gone, come] = [before.slice(left, left + removed), after.slice(right, right + added)]
    pairs.push(...pairAlike(gone, come, textOf))
    left += removed
    right += added
    for (let index = 0; index < shared; index++) {
      const [mine, theirs] = [before[left++], after[right++]]
      if (mine !== undefined && theirs !== undefined) pairs.push([mine, theirs])
    }
  }
  return pairs
}

interface Block {
  removed: number
  added: number
  shared: number
}

function listBlocks(before: string[], after: string[]): Block[] {
  const changes = diffArrays(before, after, { timeout: timeoutMs })
  // Missing when the time was over.
  if (!changes) return [{ removed: before.length, added: after.length, shared: 0 }]
  const blocks: Block[] = [{ removed: 0, added: 0, shared: 0 }]
  for (const { removed, added, count } of changes) {
    const isChange = removed || added
    let block = blocks.at(-1)
    if (!block || (isChange && block.shared > 0)) blocks.push((block = { removed: 0, added: 0, shared: 0 }))
    block[removed ? 'removed' : added ? 'added' : 'shared'] += count
  }
  return blocks
}

function pairAlike<T>(gone: readonly T[], come: readonly T[], textOf: (entry: T) => string): Pair<T>[] {
  const pairs: Pair<T>[] = []
  const isTooMuch = gone.length * come.length > maxComparisons
  const words = come.map((entry) => wordsOf(textOf(entry)))
  let next = 0
  for (const entry of gone) {
    const mine = wordsOf(textOf(entry))
    const found = isTooMuch ? -1 : findMostAlike(mine, words, next)
    const match = come[found]
    if (match === undefined) pairs.push([entry, undefined])
    else {
      pairs.push(...come.slice(next, found).map((added) => [undefined, added] as const), [entry, match])
      next = found + 1
    }
  }
  return [...pairs, ...come.slice(next).map((added) => [undefined, added] as const)]
}

/** The index, from `start` on, of what shares most words; -1 when nothing shares enough. */
function findMostAlike(
  mine: ReadonlySet<string>,
  others: readonly ReadonlySet<string>[],
  start: number,
): number {
  let [best, bestSimilarity] = [-1, 0]
  others.forEach((theirs, index) => {
    const shared = index >= start ? similarity(mine, theirs) : 0
    if (shared >= similarFrom && shared > bestSimilarity) [best, bestSimilarity] = [index, shared]
  })
  return best
}

function wordsOf(text: string): Set<string> {
  return new Set(splitWords(text).filter((word) => word.trim() !== ''))
}

/** How much of their words two texts share: 0 nothing, 1 all. */
function similarity(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0
  for (const word of left) if (right.has(word)) shared++
  return left.size + right.size === 0 ? 1 : (2 * shared) / (left.size + right.size)
}
