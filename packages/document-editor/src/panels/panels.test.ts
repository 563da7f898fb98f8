import { expect, it } from 'vitest'
import { freeSheetName } from './sheet-names'
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
