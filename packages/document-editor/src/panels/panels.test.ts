import { expect, it } from 'vitest'
import { freeSheetName } from './sheet-names'
import { figuresOf } from './figures'
import { searchArguments } from './search-arguments'
import { nextShown } from './show-order'
import { wordCountOf } from './word-count'

it.each([
  ['1,169 words, 6,792 characters', 1_169],
  ['Selected: 12 words, 70 characters', 12],
  ['1 word, 4 characters', 1],
  ['', undefined],
])('reads the words of "%s"', (status, words) => {
  expect(wordCountOf(status)).toBe(words)
})

it('finds a name for a new sheet that none has, in any case', () => {
  expect(freeSheetName(['Sheet1', 'sheet3'], (number) => `Sheet${String(number)}`)).toBe('Sheet4')
})

it('reads the figures of a selection out of the engine’s words', () => {
  expect(figuresOf('Average: 2; Sum: 6')).toEqual([
    { name: 'average', value: '2' },
    { name: 'sum', value: '6' },
  ])
  expect(figuresOf('Average: ; Sum: 0')).toEqual([])
  expect(figuresOf('')).toEqual([])
})

it('shows the next slide that is not hidden', () => {
  const parts = [false, true, false].map((hidden) => ({ name: '', hidden }))
  expect([nextShown(parts, 0, 1), nextShown(parts, 2, 1), nextShown(parts, 2, -1)]).toEqual([2, undefined, 0])
})

it('tells the engine everything that a search needs', () => {
  const query = { text: 'a', replacement: 'b', matchCase: false, wholeWords: true, regex: false }
  expect(searchArguments(query, 'replaceAll')).toMatchObject({
    'SearchItem.Command': 3,
    'SearchItem.SearchFlags': 16,
    'SearchItem.TransliterateFlags': 256,
    'SearchItem.Backward': false,
  })
})
