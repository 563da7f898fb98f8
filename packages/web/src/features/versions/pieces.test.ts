import { describe, expect, it } from 'vitest'
import { countRows, mergePieces } from './pieces'

const same = (text: string) => ({ text, isChanged: false })
const changed = (text: string) => ({ text, isChanged: true })
const write = (...sides: Parameters<typeof mergePieces>) =>
  mergePieces(...sides)
    .map(({ text, kind }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind])
    .join('')

describe('two sides of a line in one', () => {
  it('are read in order: what went before what came', () => {
    const before = [same('had '), changed('42'), same(' ships')]
    const after = [same('had '), changed('43'), same(' ships'), changed(' today')]
    expect(write(before, after)).toBe('had -42-+43+ ships+ today+')
  })

  it('are whole when there is only one side', () => {
    expect(write([changed('gone')], [])).toBe('-gone-')
    expect(write([], [changed('new')])).toBe('+new+')
  })

  it('begin with what came at the start', () => {
    expect(write([same('end')], [changed('new '), same('end')])).toBe('+new +end')
  })
})

it('counts lines by how they differ', () => {
  const rows = (['ADDED', 'GAP', 'CHANGED', 'ADDED', 'SAME'] as const).map((kind) => ({ kind }))
  expect(countRows(rows)).toEqual({ added: 2, removed: 0, changed: 1 })
})
