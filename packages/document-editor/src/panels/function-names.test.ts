import { expect, it } from 'vitest'
import { completionsOf, functionPrefix } from './function-names'

it.each([
  ['=SU', 'SU'],
  ['=1+av', 'av'],
  ['=IF(A1>2;ro', 'ro'],
  ['=A1', 'A1'],
  ['SUM', ''],
  ['="SU', ''],
  ['=SUM(', ''],
])('finds in %s the beginning "%s"', (formula, prefix) => {
  expect(functionPrefix(formula)).toBe(prefix)
})

it('offers functions, the shortest first', () => {
  expect(completionsOf('=SUM').slice(0, 3)).toEqual(['SUM', 'SUMIF', 'SUMSQ'])
  expect(completionsOf('=A1')).toEqual([])
})
