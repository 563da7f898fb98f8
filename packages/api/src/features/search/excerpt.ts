import { toWords } from './words.js'

/** A piece of an excerpt: either what was looked for, or what stands around it. */
export interface ExcerptPart {
  text: string
  isHit: boolean
}

interface Hit {
  start: number
  end: number
  word: string
}

/** Characters of an excerpt, and how many of them come before the first hit. */
const length = 180
const before = 50
/** Further hits would not change which part of a text is shown. */
const maxHits = 500
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Cuts the part out of a text in which most of the words stand, in their order; undefined when none does. */
export function cutExcerpt(text: string, wanted: string): ExcerptPart[] | undefined {
  const words = [...new Set(toWords(wanted.slice(0, 500)).split(' ').filter(Boolean))].slice(0, 12).map(fold)
  const hits = words.length > 0 ? findHits(text, words) : []
  if (hits.length === 0) return undefined
  const from = bestStart(hits)
  const start = startOfWord(text, Math.max(0, from - before))
  const end = endOfWord(text, Math.min(text.length, start + length))
  const parts: ExcerptPart[] = []
  let position = start
  const add = (until: number, isHit: boolean) => {
    if (until > position) parts.push({ text: text.slice(position, until), isHit })
    position = Math.max(position, until)
  }
  for (const hit of hits.filter((hit) => hit.start >= start && hit.end <= end)) {
    add(hit.start, false)
    add(hit.end, true)
  }
  add(end, false)
  return withDots(parts, start > 0, end < text.length)
}

/** The index finds letters without their accents, one for one, so positions stay the same. */
function fold(text: string): string {
  return text.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize('NFD').charAt(0))
}

function findHits(text: string, words: readonly string[]): Hit[] {
  const patterns = words.map((word) => {
    const literal = word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    return withoutSpaces.test(word) ? literal : `(?<![\\p{L}\\p{N}])${literal}[\\p{L}\\p{N}]*`
  })
  const hits: Hit[] = []
  for (const match of fold(text).matchAll(new RegExp(patterns.join('|'), 'giu'))) {
    const found = match[0].toLowerCase()
    const word = words.find((word) => found.startsWith(word)) ?? found
    hits.push({ start: match.index, end: match.index + match[0].length, word })
    if (hits.length === maxHits) break
  }
  return hits
}

/** Where the first of the places begins that holds the most different words. */
function bestStart(hits: readonly Hit[]): number {
  let best = { start: 0, count: 0 }
  for (const { start } of hits) {
    const near = hits.filter((hit) => hit.start >= start && hit.end <= start + length - before)
    const count = new Set(near.map(({ word }) => word)).size
    if (count > best.count) best = { start, count }
  }
  return best.start
}

/** Words are not cut, unless they are longer than what is shown before a hit. */
function startOfWord(text: string, start: number): number {
  if (start === 0) return 0
  const space = text.indexOf(' ', start - 1)
  return space >= 0 && space < start + before / 2 ? space + 1 : withoutHalfSign(text, start)
}

function endOfWord(text: string, end: number): number {
  if (end === text.length) return end
  const space = text.lastIndexOf(' ', end)
  return space > end - before / 2 ? space : withoutHalfSign(text, end)
}

/** Signs outside the basic plane are two characters long, which stay together. */
function withoutHalfSign(text: string, position: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(position)) ? position + 1 : position
}

function withDots(parts: ExcerptPart[], isCutBefore: boolean, isCutAfter: boolean): ExcerptPart[] {
  const dots = { text: '…', isHit: false }
  const all = [...(isCutBefore ? [dots] : []), ...parts, ...(isCutAfter ? [dots] : [])]
  return all.reduce<ExcerptPart[]>((joined, part) => {
    const last = joined.at(-1)
    if (last && last.isHit === part.isHit)
      joined[joined.length - 1] = { ...last, text: last.text + part.text }
    else joined.push(part)
    return joined
  }, [])
}
